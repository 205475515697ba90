package org.whybounce.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whybounce.BounceParser;

class ExplanationTest {

    private static String explained(String reply) {
        BounceParser parser = BounceParser.standard();
        return Explanation.of(reply, parser.classify(reply), parser::remedy).replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 user unknown here | user unknown | 550 »user unknown« here",
                "550 the user kim is unknown | user … unknown | 550 the »user« kim is »unknown«",
                "550 unknown: a user unknown | user … unknown | 550 unknown: a »user« »unknown«",
                "550 no | never | 550 no",
                "550 ユーザ不明です | ユーザ不明 | 550 »ユーザ不明«です",
            })
    void theWordsThatDecidedAreMarkedWhereTheyStand(String text, String words, String marked) {
        assertThat(Explanation.marked(text, words)).isEqualTo(marked);
    }

    @Test
    void withoutWordsNothingIsMarked() {
        assertThat(Explanation.marked("550 5.9.9", "")).isEqualTo("550 5.9.9");
    }

    @Test
    void theRuleItsLineAndWhyOthersLostAreNamed() {
        assertThat(explained("550 5.7.1 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)"))
                .contains("»Access denied - Invalid HELO name«")
                .containsPattern("\\(rule [a-z-]+, helo\\.rules:\\d+\\)")
                .containsPattern("Also matched: .*helo-any HELO_INVALID \\(names only the subject\\)");
    }
}
