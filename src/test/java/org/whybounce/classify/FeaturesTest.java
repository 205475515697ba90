package org.whybounce.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whybounce.model.Reason;

/** What two texts have in common, and what they have not. */
class FeaturesTest {

    private static Set<Integer> of(String text) {
        return Arrays.stream(Weights.Lesson.of(text, Reason.UNDETERMINED).features())
                .boxed()
                .collect(Collectors.toSet());
    }

    private static double shared(String one, String other) {
        Set<Integer> common = of(one);
        common.retainAll(of(other));
        return (double) common.size() / Math.max(of(one).size(), of(other).size());
    }

    @ParameterizedTest(name = "\"{0}\" is as good as \"{1}\"")
    @CsvSource(delimiter = '|', textBlock = """
            550 <anna@example.com>: user unknown  | 550 <otto@example.org>: user unknown
            550 host 192.0.2.1 is listed          | 550 host 198.51.100.77 is listed
            451 error 4711 in this queue          | 451 error 12 in this queue
            550 User Unknown                      | 550 user  unknown
            """)
    void whatIsSetAsideAndNumbersMakeNoDifference(String one, String other) {
        assertThat(of(one)).isEqualTo(of(other));
    }

    @ParameterizedTest(name = "\"{0}\" is more like \"{1}\" than like \"{2}\"")
    @CsvSource(delimiter = '|', textBlock = """
            550 mailbox full      | 452 mailboxes filled   | 550 relaying denied
            550 no such user here | 550 users as such here | 550 spam
            受信者が存在しません    | 受信者は存在しない      | 容量を超えています
            550 see https://example.com/a/spamhaus | 550 see https://example.com/spamhaus/b | 550 see https://example.com/a/quota
            """)
    void beginningsPairsLettersAndTheWordsOfUrlsMakeTextsAlike(String text, String like, String unlike) {
        assertThat(shared(text, like)).isGreaterThan(shared(text, unlike));
    }

    @Test
    void theCodesCount() {
        assertThat(of("550 5.1.1 no")).isNotEqualTo(of("550 5.7.1 no")).isNotEqualTo(of("450 4.1.1 no"));
    }

    @Test
    void eachCountsOnce() {
        assertThat(of("550 spam")).isEqualTo(of("550 spam")).isSubsetOf(of("550 spam spam spam"));
        assertThat(Weights.Lesson.of("550 spam spam spam", Reason.SPAM_CONTENT).features())
                .doesNotHaveDuplicates();
    }
}
