package org.whybounce.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.whybounce.model.Reason;
import org.whybounce.model.Refusal;

/** Confidence means something: of the verdicts given with a confidence, as many are right. */
class CalibrationTest {

    private static final double[] BANDS = {0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.01};

    private record Judged(double confidence, boolean right) {}

    private static List<Judged> judged(String file) throws IOException {
        Path path = Path.of(file);
        Assumptions.assumeTrue(Files.isReadable(path), file + " is not there");
        Classifier classifier = Classifier.standard();
        List<Judged> judged = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            JsonObject label = JsonParser.parseString(line).getAsJsonObject();
            Set<String> reasons = new HashSet<>(Set.of(label.get("reason").getAsString()));
            if (label.has("or")) {
                for (JsonElement other : label.getAsJsonArray("or")) {
                    reasons.add(other.getAsString());
                }
            }
            Finding finding = classifier.classify(Refusal.of(label.get("text").getAsString()));
            boolean right = reasons.stream()
                    .anyMatch(reason -> Reason.valueOf(reason).category()
                            == finding.reason().category());
            judged.add(new Judged(finding.confidence(), right));
        }
        return judged;
    }

    private static void print(String name, List<Judged> judged) {
        System.out.printf("%nCalibration on %s: category right, by confidence%n", name);
        for (int i = 0; i + 1 < BANDS.length; i++) {
            double from = BANDS[i];
            double to = BANDS[i + 1];
            List<Judged> band = judged.stream()
                    .filter(one -> one.confidence() >= from && one.confidence() < to)
                    .toList();
            long right = band.stream().filter(Judged::right).count();
            System.out.printf("  %.1f to %.1f  %4d of %4d%n", from, Math.min(to, 1), right, band.size());
        }
    }

    private static double share(List<Judged> of, Predicate<Judged> those) {
        return (double) of.stream().filter(those).count() / of.size();
    }

    @Test
    void whoIsSureIsRightAndWhoIsRightIsMostlySure() throws IOException {
        List<Judged> judged = judged("../shared/lines/dev.jsonl");
        print("dev", judged);
        List<Judged> sure =
                judged.stream().filter(one -> one.confidence() >= 0.9).toList();
        List<Judged> right = judged.stream().filter(Judged::right).toList();
        assertThat(share(sure, Judged::right)).isGreaterThanOrEqualTo(0.99);
        assertThat(share(right, one -> one.confidence() >= 0.9)).isGreaterThanOrEqualTo(0.7);
    }

    @Test
    void moreConfidenceIsRightMoreOftenOnTextsThatNoRuleWasWrittenFor() throws IOException {
        List<Judged> judged = judged("../shared/lines/check.jsonl");
        print("check", judged);
        List<Judged> sure =
                judged.stream().filter(one -> one.confidence() >= 0.9).toList();
        List<Judged> unsure =
                judged.stream().filter(one -> one.confidence() < 0.9).toList();
        assertThat(share(sure, Judged::right)).isGreaterThan(share(unsure, Judged::right));
    }
}
