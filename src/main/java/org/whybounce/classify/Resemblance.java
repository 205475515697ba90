package org.whybounce.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.whybounce.model.Reason;
import org.whybounce.model.Refusal;
import org.whybounce.text.Wording;

/**
 * Which reason's samples a text resembles: all samples of all rules, and the replies of {@code src/main/replies}, as
 * the build has learnt them ({@link Teaching}). Immutable and safe for use by many threads.
 */
final class Resemblance {

    private static final int ROUNDS = 60;
    private static final int WORDS_QUOTED = 3;

    /** Read when it is first asked for. */
    private static final class Standard {
        private static final Resemblance RESEMBLANCE = new Resemblance(Resources.weights());
    }

    private final Weights weights;

    private Resemblance(Weights weights) {
        this.weights = weights;
    }

    /** What comes with the program. */
    static Resemblance standard() {
        return Standard.RESEMBLANCE;
    }

    /** That which also knows the samples of further rules. */
    Resemblance with(List<Rule> rules) {
        List<Weights.Lesson> lessons = lessons(rules);
        return lessons.isEmpty() ? this : new Resemblance(weights.learntFurther(lessons, ROUNDS));
    }

    static List<Weights.Lesson> lessons(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.samples().stream().map(sample -> Weights.Lesson.of(sample.text(), rule.reason())))
                .toList();
    }

    /** A text, compared with the samples. */
    Likeness of(Wording wording, Refusal refusal) {
        return new Likeness(weights, wording, Features.of(wording, refusal));
    }

    /** How much a text is like the samples of each reason. */
    static final class Likeness {

        private final Weights weights;
        private final Wording wording;
        private final String text;
        private final Features features;
        private final int[] hashes;
        private final double[] likelihoods;

        private Likeness(Weights weights, Wording wording, Features features) {
            this.weights = weights;
            this.wording = wording;
            this.text = wording.toString();
            this.features = features;
            this.hashes = features.hashes();
            this.likelihoods = weights.likelihoods(hashes);
        }

        /** How many words of the text occur in samples. */
        long words() {
            return IntStream.range(0, hashes.length)
                    .filter(index -> isWord(features.start(index), features.end(index)) && weights.know(hashes[index]))
                    .count();
        }

        /** How likely a reason is, 0 to 1, by the samples alone. */
        double of(Reason reason) {
            return likelihoods[reason.ordinal()];
        }

        /** The words that speak most for a reason and against the others, as they stand in the text. */
        String telling(Reason reason) {
            List<Integer> places = new ArrayList<>();
            IntStream.range(0, hashes.length)
                    .filter(index -> isWorthQuoting(features.start(index), features.end(index)))
                    .boxed()
                    .sorted(Comparator.comparingDouble(index -> -saying(hashes[index], reason)))
                    .forEach(index -> {
                        boolean apart = places.stream()
                                .allMatch(other -> features.end(other) <= features.start(index)
                                        || features.end(index) <= features.start(other));
                        boolean says = places.isEmpty() || saying(hashes[index], reason) > 0;
                        if (apart && says && places.size() < WORDS_QUOTED) {
                            places.add(index);
                        }
                    });
            return String.join(
                    " … ",
                    places.stream()
                            .sorted(Comparator.comparingInt(features::start))
                            .map(index -> wording.quote(features.start(index), features.end(index)))
                            .toList());
        }

        /** How much more a feature speaks for a reason than, on the average of their likelihoods, for the others. */
        private double saying(int feature, Reason reason) {
            double others = 0;
            double sum = 1e-9;
            for (Reason other : Reason.values()) {
                if (other != reason) {
                    others += of(other) * weights.of(feature, other);
                    sum += of(other);
                }
            }
            return weights.of(feature, reason) - others / sum;
        }

        /** Whether there is one word at a place, which was not set aside. */
        private boolean isWord(int start, int end) {
            return end > 0 && text.substring(start, end).chars().allMatch(Character::isLetterOrDigit);
        }

        /** Whether words are worth quoting: nothing that was set aside, no "the" or "of". */
        private boolean isWorthQuoting(int start, int end) {
            if (end == 0) {
                return false;
            }
            return (end - start > 3 || text.charAt(start) > 0x7f)
                    && text.substring(start, end).chars().noneMatch(c -> Wording.isPlaceholder((char) c));
        }
    }
}
