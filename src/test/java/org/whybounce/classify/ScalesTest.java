package org.whybounce.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whybounce.model.Reason;

/** What the evidence claims and what the samples say are weighed, odds against odds. */
class ScalesTest {

    private static final Offset<Double> ABOUT = Offset.offset(0.01);

    /** "USER_UNKNOWN 0.7 MAILBOX_FULL 0.2": the rest is spread over all other reasons. */
    private static ToDoubleFunction<Reason> samples(String likelihoods) {
        Map<Reason, Double> named = new EnumMap<>(Reason.class);
        String[] words = likelihoods.trim().split(" +");
        for (int i = 0; i + 1 < words.length; i += 2) {
            named.put(Reason.valueOf(words[i]), Double.valueOf(words[i + 1]));
        }
        double rest =
                1 - named.values().stream().mapToDouble(Double::doubleValue).sum();
        int others = Reason.values().length - named.size();
        return reason -> named.getOrDefault(reason, rest / others);
    }

    @ParameterizedTest(name = "{0} with {1}, samples {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            USER_UNKNOWN | 0.95 | USER_UNKNOWN 0.9                                      | USER_UNKNOWN
            USER_UNKNOWN | 0.95 | USER_UNKNOWN 0.05 RELAY_DENIED 0.9                    | USER_UNKNOWN
            USER_UNKNOWN | 0.95 | USER_UNKNOWN 0.0001 RELAY_DENIED 0.99                 | RELAY_DENIED
            USER_UNKNOWN | 0.6  | USER_UNKNOWN 0.05 RELAY_DENIED 0.9                    | RELAY_DENIED
            USER_UNKNOWN | 0.6  | USER_UNKNOWN 0.4 RELAY_DENIED 0.5                     | USER_UNKNOWN
            USER_UNKNOWN | 0.6  | UNDETERMINED 0.9 RELAY_DENIED 0.05                    | USER_UNKNOWN
            HELO_INVALID HELO_FORGED | 0.85 | HELO_FORGED 0.6 HELO_INVALID 0.1          | HELO_FORGED
            ''           | 0    | RELAY_DENIED 0.7                                      | RELAY_DENIED
            ''           | 0    | UNDETERMINED 0.7 RELAY_DENIED 0.2                     | UNDETERMINED
            ''           | 0    | RELAY_DENIED 0.4 IP_BLOCKLISTED 0.3 SPAM_CONTENT 0.25 | IP_BLOCKLISTED
            """)
    void theSurerAClaimTheMoreTheSamplesMustSayAgainstIt(
            String claimed, double confidence, String likelihoods, Reason reason) {
        List<Reason> reasons = Arrays.stream(claimed.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Reason::valueOf)
                .toList();

        assertThat(Scales.of(reasons, confidence, samples(likelihoods)).reason())
                .isEqualTo(reason);
    }

    @Test
    void samplesThatBearAClaimOutMakeItSurer() {
        Scales scales = Scales.of(List.of(Reason.USER_UNKNOWN), 0.7, samples("USER_UNKNOWN 0.9"));

        assertThat(scales.confidence()).isGreaterThan(0.95);
    }

    @Test
    void samplesThatSpeakAgainstAClaimMakeItDoubtful() {
        Scales scales = Scales.of(List.of(Reason.USER_UNKNOWN), 0.7, samples("USER_UNKNOWN 0.2 RELAY_DENIED 0.7"));

        assertThat(scales.reason()).isEqualTo(Reason.USER_UNKNOWN);
        assertThat(scales.confidence()).isBetween(0.4, 0.7);
    }

    @Test
    void whereTheSamplesHearNoCauseAClaimIsAsSureAsItWas() {
        Scales scales = Scales.of(List.of(Reason.USER_UNKNOWN), 0.7, samples("UNDETERMINED 0.999"));

        assertThat(scales.confidence()).isCloseTo(0.7, ABOUT);
    }

    @Test
    void aCategoryIsAsSureAsAllItsReasonsTogether() {
        Scales scales = Scales.of(List.of(), 0, samples("SMTP_AUTH_REQUIRED 0.4 RELAY_DENIED 0.25 TLS_REQUIRED 0.2"));

        assertThat(scales.reason()).isEqualTo(Reason.SMTP_AUTH_REQUIRED);
        assertThat(scales.confidence()).isCloseTo(0.4, ABOUT);
        assertThat(scales.category()).isGreaterThan(0.85);
    }

    @Test
    void withoutAClaimTheSamplesAreAsSureAsTheyAre() {
        assertThat(Scales.of(List.of(), 0, samples("RELAY_DENIED 0.7")).confidence())
                .isCloseTo(0.7, ABOUT);
    }
}
