package org.whybounce.classify;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.whybounce.model.Category;
import org.whybounce.model.Reason;

/**
 * What the evidence claims and what the samples say, weighed together, odds against odds. Where the samples say of a
 * text that it names no cause, they say nothing against the claim, but do not bear it out either.
 *
 * @param reason the likeliest reason of the likeliest category
 * @param confidence how sure that is, 0 to 1
 * @param category how sure its category is, 0 to 1
 */
record Scales(Reason reason, double confidence, double category) {

    // What the odds of a claim count: on replies that no rule was written for, claims are right more often than they
    // say.
    private static final double TRUST = 2;
    private static final double SUREST = 0.99;

    /**
     * Weighs a claim, that it is one of some reasons, with a confidence, against how likely the samples make each reason;
     * without reasons nothing is claimed.
     */
    static Scales of(List<Reason> claimed, double confidence, ToDoubleFunction<Reason> likelihood) {
        double silent = likelihood.applyAsDouble(Reason.UNDETERMINED);
        double sure = Math.min(confidence, SUREST);
        double trust = Math.pow(sure / (1 - sure), TRUST);
        double borneOut = 0;
        Map<Reason, Double> odds = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            double like = likelihood.applyAsDouble(reason);
            if (claimed.contains(reason)) {
                borneOut += like;
                odds.put(reason, (like + silent / claimed.size()) * trust);
            } else if (claimed.isEmpty() || reason != Reason.UNDETERMINED) {
                odds.put(reason, like);
            }
        }
        double heard = borneOut / (borneOut + silent + Double.MIN_NORMAL);
        return of(odds, claimed, claimed.isEmpty() ? 1 : heard + (1 - heard) * confidence);
    }

    private static Scales of(Map<Reason, Double> odds, List<Reason> claimed, double borneOut) {
        double sum = odds.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<Category, Double> categories = new EnumMap<>(Category.class);
        odds.forEach((reason, share) -> categories.merge(reason.category(), share, Double::sum));
        Category category = Collections.max(categories.entrySet(), Map.Entry.comparingByValue())
                .getKey();
        Reason best = odds.keySet().stream()
                .filter(reason -> reason.category() == category)
                .max(Comparator.comparing(odds::get))
                .orElseThrow();
        double likely = odds.get(best) / sum;
        return new Scales(best, claimed.contains(best) ? likely * borneOut : likely, categories.get(category) / sum);
    }
}
