package org.whybounce.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.whybounce.model.Reason;
import org.whybounce.model.Refusal;
import org.whybounce.text.Wording;

/**
 * How much each feature speaks for each reason: multinomial logistic regression over the {@link Features} of labelled
 * replies, learnt by stochastic gradient descent with AdaGrad's steps. The same lessons in the same order always give
 * the same weights. Not safe for use by several threads while it learns; afterwards it is.
 */
final class Weights {

    /** A labelled reply, as its features. */
    record Lesson(int[] features, Reason reason) {

        static Lesson of(String reply, Reason reason) {
            Refusal refusal = Refusal.of(reply);
            return new Lesson(Features.of(Wording.of(refusal.text()), refusal).hashes(), reason);
        }
    }

    private static final int BUCKETS = 1 << 15;
    private static final int REASONS = Reason.values().length;
    private static final float STEP = 0.2f;
    // A reason that is this unlikely already is left alone, which makes learning some times faster.
    private static final double NEGLIGIBLE = 0.001;
    // As written, a weight is a byte, in these units: beyond 16 there are next to none.
    private static final float UNIT = 0.125f;

    // The feature that has each bucket, by the half of its hash that the bucket does not tell.
    private final short[] owners;
    // Features learnt later, which have no bucket, and where their weights stand.
    private final Map<Integer, Integer> added;
    private final float[] weights;

    private Weights(short[] owners, Map<Integer, Integer> added, float[] weights) {
        this.owners = owners;
        this.added = added;
        this.weights = weights;
    }

    /** Learns from nothing. */
    static Weights learnt(List<Lesson> lessons, int rounds) {
        Weights weights = new Weights(owners(lessons), Map.of(), new float[BUCKETS * REASONS]);
        weights.learn(lessons, rounds, 1e-6f);
        return weights;
    }

    /** These weights after further lessons, which change what is known with care, and add what is not. */
    Weights learntFurther(List<Lesson> lessons, int rounds) {
        Map<Integer, Integer> more = new HashMap<>(added);
        int end = weights.length;
        for (Lesson lesson : lessons) {
            for (int feature : lesson.features()) {
                if (row(feature) < 0 && more.putIfAbsent(feature, end) == null) {
                    end += REASONS;
                }
            }
        }
        Weights further = new Weights(owners, more, Arrays.copyOf(weights, end));
        further.learn(lessons, rounds, 1);
        return further;
    }

    /** Of the features that would share a bucket, the commonest has it; the others are as good as unknown. */
    private static short[] owners(List<Lesson> lessons) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Lesson lesson : lessons) {
            for (int feature : lesson.features()) {
                counts.merge(feature, 1, Integer::sum);
            }
        }
        short[] owners = new short[BUCKETS];
        int[] highest = new int[BUCKETS];
        counts.forEach((feature, count) -> {
            if (count > highest[bucket(feature)]) {
                highest[bucket(feature)] = count;
                owners[bucket(feature)] = owner(feature);
            }
        });
        return owners;
    }

    private static int bucket(int feature) {
        return feature & BUCKETS - 1;
    }

    private static short owner(int feature) {
        return (short) (feature >>> 16);
    }

    /** Where a feature's weights stand; -1 where it is not known. */
    private int row(int feature) {
        if (owners[bucket(feature)] == owner(feature)) {
            return bucket(feature) * REASONS;
        }
        return added.isEmpty() ? -1 : added.getOrDefault(feature, -1);
    }

    private int[] rows(int[] features) {
        return Arrays.stream(features).map(this::row).filter(row -> row >= 0).toArray();
    }

    /**
     * Goes through the lessons in many orders; what the last half of them leave behind is averaged. All reasons count the
     * same, however many lessons each has.
     */
    private void learn(List<Lesson> lessons, int rounds, float inertia) {
        float[] steps = new float[weights.length];
        Arrays.fill(steps, inertia);
        double[] sums = new double[weights.length];
        Map<Reason, Long> counts = lessons.stream()
                .collect(Collectors.groupingBy(
                        Lesson::reason, () -> new EnumMap<>(Reason.class), Collectors.counting()));
        double mean = (double) lessons.size() / counts.size();
        List<Lesson> order = new ArrayList<>(lessons);
        Random random = new Random(1);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            order.forEach(lesson -> learn(lesson, mean / counts.get(lesson.reason()), steps));
            if (round >= rounds / 2) {
                Arrays.setAll(sums, at -> sums[at] + weights[at]);
            }
        }
        for (int at = 0; at < weights.length; at++) {
            weights[at] = (float) (sums[at] / (rounds - rounds / 2));
        }
    }

    /** One step towards what a lesson says; the more the squared steps of a weight sum up to already, the smaller. */
    private void learn(Lesson lesson, double importance, float[] steps) {
        int[] rows = rows(lesson.features());
        double value = value(lesson.features());
        double[] likelihoods = likelihoods(rows, value);
        int[] touched = new int[REASONS];
        float[] errors = new float[REASONS];
        int count = 0;
        for (int reason = 0; reason < REASONS; reason++) {
            double error = likelihoods[reason] - (reason == lesson.reason().ordinal() ? 1 : 0);
            if (Math.abs(error) > NEGLIGIBLE) {
                touched[count] = reason;
                errors[count++] = (float) (importance * error * value);
            }
        }
        for (int row : rows) {
            for (int i = 0; i < count; i++) {
                int at = row + touched[i];
                steps[at] += errors[i] * errors[i];
                weights[at] -= STEP * errors[i] / (float) Math.sqrt(steps[at]);
            }
        }
    }

    /** What each feature of a text counts: together, all texts count the same, however long. */
    private static double value(int[] features) {
        return 1 / Math.sqrt(Math.max(1, features.length));
    }

    /** How likely each reason is, in their order; the sum is 1. */
    double[] likelihoods(int[] features) {
        return likelihoods(rows(features), value(features));
    }

    private double[] likelihoods(int[] rows, double value) {
        float[] sums = new float[REASONS];
        for (int row : rows) {
            for (int reason = 0; reason < REASONS; reason++) {
                sums[reason] += weights[row + reason];
            }
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (float sum : sums) {
            highest = Math.max(highest, sum * value);
        }
        double[] likelihoods = new double[REASONS];
        double total = 0;
        for (int reason = 0; reason < REASONS; reason++) {
            // The same to the last bit on every machine.
            likelihoods[reason] = StrictMath.exp(sums[reason] * value - highest);
            total += likelihoods[reason];
        }
        for (int reason = 0; reason < REASONS; reason++) {
            likelihoods[reason] /= total;
        }
        return likelihoods;
    }

    /** Whether a feature occurred in a lesson. */
    boolean know(int feature) {
        return row(feature) >= 0;
    }

    /** How much a feature speaks for a reason; 0 where it is not known. */
    float of(int feature, Reason reason) {
        int row = row(feature);
        return row < 0 ? 0 : weights[row + reason.ordinal()];
    }

    void write(OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BUCKETS * Short.BYTES + weights.length);
        bytes.asShortBuffer().put(owners);
        bytes.position(BUCKETS * Short.BYTES);
        for (float weight : weights) {
            bytes.put((byte) Math.max(-127, Math.min(127, Math.round(weight / UNIT))));
        }
        out.write(bytes.array());
    }

    static Weights read(InputStream in) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
        short[] owners = new short[BUCKETS];
        float[] weights = new float[BUCKETS * REASONS];
        if (bytes.capacity() != BUCKETS * Short.BYTES + weights.length) {
            throw new IOException("not the weights of this version: " + bytes.capacity() + " bytes");
        }
        bytes.asShortBuffer().get(owners);
        bytes.position(BUCKETS * Short.BYTES);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = bytes.get() * UNIT;
        }
        return new Weights(owners, Map.of(), weights);
    }
}
