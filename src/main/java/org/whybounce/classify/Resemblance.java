package org.whybounce.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whybounce.model.Category;
import org.whybounce.model.Reason;
import org.whybounce.model.Refusal;
import org.whybounce.text.Wording;

/**
 * Which reason's samples a text most resembles, for texts that no rule has words for: naive Bayes over the {@link
 * Terms} of all samples of all rules, a user's own included. On some 1,700 replies that no rule had been written for it
 * was right about two in three of those that the rules knew nothing of, where the codes alone were right about one in
 * two. Immutable and safe for use by many threads.
 */
final class Resemblance {

    /**
     * What a text resembles.
     *
     * @param reason the reason
     * @param probability how likely its category is, 0 to 1
     * @param words those that tell most, as they stand in the text
     */
    record Likeness(Reason reason, double probability, String words) {}

    // How often a term is taken to occur that was never seen with a reason.
    private static final double UNSEEN = 0.05;
    // Neighbouring terms say much the same; counted in full, they would make every guess a certainty.
    private static final double WEIGHT = 0.5;
    private static final int WORDS_QUOTED = 3;

    private final Map<String, short[]> counts = new HashMap<>();
    private final int[] totals = new int[Reason.values().length];

    Resemblance(List<Rule> rules) {
        for (Rule rule : rules) {
            for (Rule.Sample sample : rule.samples()) {
                learn(rule.reason(), Refusal.of(sample.text()));
            }
        }
    }

    private void learn(Reason reason, Refusal refusal) {
        for (String term : Terms.of(Wording.of(refusal.text()), refusal).keySet()) {
            counts.computeIfAbsent(term, none -> new short[totals.length])[reason.ordinal()]++;
            totals[reason.ordinal()]++;
        }
    }

    /** What a text resembles; empty where fewer of its words than these occur in samples. */
    Optional<Likeness> of(Wording wording, Refusal refusal, int fewest) {
        Map<String, Terms.Place> terms = Terms.of(wording, refusal);
        terms.keySet().retainAll(counts.keySet());
        if (terms.keySet().stream().filter(Resemblance::isWord).count() < fewest) {
            return Optional.empty();
        }
        double[] scores = scores(terms.keySet());
        Map<Category, Double> categories = new EnumMap<>(Category.class);
        double highest = Arrays.stream(scores).max().orElseThrow();
        double sum = 0;
        for (Reason reason : Reason.values()) {
            double likelihood = Math.exp(scores[reason.ordinal()] - highest);
            categories.merge(reason.category(), likelihood, Double::sum);
            sum += likelihood;
        }
        Map.Entry<Category, Double> likeliest =
                categories.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        Reason best = best(scores, likeliest.getKey(), true);
        Reason rival = best(scores, likeliest.getKey(), false);
        return Optional.of(new Likeness(best, likeliest.getValue() / sum, telling(wording, terms, best, rival)));
    }

    /** How likely a reason is, 0 to 1, by the samples alone. */
    double likelihood(Wording wording, Refusal refusal, Reason reason) {
        double[] scores = scores(wording, refusal);
        return 1
                / Arrays.stream(scores)
                        .map(score -> Math.exp(score - scores[reason.ordinal()]))
                        .sum();
    }

    /** Which of some reasons a text resembles more than all the others of them together; empty where none. */
    Optional<Reason> among(Wording wording, Refusal refusal, Collection<Reason> reasons) {
        double[] scores = scores(wording, refusal);
        Reason best = Collections.max(reasons, Comparator.comparingDouble(reason -> scores[reason.ordinal()]));
        double sum = reasons.stream()
                .mapToDouble(reason -> Math.exp(scores[reason.ordinal()] - scores[best.ordinal()]))
                .sum();
        return sum < 2 ? Optional.of(best) : Optional.empty();
    }

    private double[] scores(Wording wording, Refusal refusal) {
        Set<String> terms = Terms.of(wording, refusal).keySet();
        terms.retainAll(counts.keySet());
        return scores(terms);
    }

    /** How likely the terms are with each reason, as logarithms; a reason without samples is impossible. */
    private double[] scores(Set<String> terms) {
        double[] scores = new double[totals.length];
        for (int reason = 0; reason < scores.length; reason++) {
            scores[reason] = totals[reason] > 0 ? 0 : Double.NEGATIVE_INFINITY;
            for (String term : terms) {
                scores[reason] += WEIGHT * weight(term, reason);
            }
        }
        return scores;
    }

    private double weight(String term, int reason) {
        return Math.log((counts.get(term)[reason] + UNSEEN) / (totals[reason] + UNSEEN * counts.size()));
    }

    /** The likeliest reason in a category, or outside of it. */
    private Reason best(double[] scores, Category category, boolean in) {
        Reason best = Reason.UNDETERMINED;
        for (Reason reason : Reason.values()) {
            boolean better = best == Reason.UNDETERMINED || scores[reason.ordinal()] > scores[best.ordinal()];
            if ((reason.category() == category) == in && better) {
                best = reason;
            }
        }
        return best;
    }

    /** Whether a term is a single word that was not set aside. */
    private static boolean isWord(String term) {
        return term.indexOf(' ') < 0 && !Wording.isPlaceholder(term.charAt(0));
    }

    /** Whether a term is worth quoting: no code, nothing that was set aside, no "the" or "of". */
    private static boolean says(String term, Terms.Place place) {
        return place.end() > 0
                && (term.length() > 3 || term.charAt(0) > 0x7f)
                && term.chars().noneMatch(c -> Wording.isPlaceholder((char) c));
    }

    /** The words that speak most for a reason and against another. */
    private String telling(Wording wording, Map<String, Terms.Place> terms, Reason reason, Reason rival) {
        List<Terms.Place> places = new ArrayList<>();
        terms.entrySet().stream()
                .filter(term -> says(term.getKey(), term.getValue()))
                .sorted(Comparator.comparingDouble(
                        term -> weight(term.getKey(), rival.ordinal()) - weight(term.getKey(), reason.ordinal())))
                .map(Map.Entry::getValue)
                .forEach(place -> {
                    boolean apart = places.stream()
                            .allMatch(other -> other.end() <= place.start() || place.end() <= other.start());
                    if (apart && places.size() < WORDS_QUOTED) {
                        places.add(place);
                    }
                });
        places.sort(Comparator.comparingInt(Terms.Place::start));
        return String.join(
                " … ",
                places.stream()
                        .map(place -> wording.quote(place.start(), place.end()))
                        .toList());
    }
}
