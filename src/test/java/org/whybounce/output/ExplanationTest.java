package org.whybounce.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whybounce.BounceParser;
import org.whybounce.model.ParseResult;

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

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            abuse        | take the address off the list
            opt-out      | take the address off the list
            not-spam     | nothing; a recipient says
            auth-failure | AUTH-FIX-DMARC
            fraud        | SPAM-SECURE-ACCOUNT
            """)
    void whatToDoAboutAComplaintIsSaid(String type, String words) {
        String mail = "From: fbl@example.net\nSubject: report\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/report; report-type=feedback-report; boundary=b\n\n"
                + "--b\n\nA report.\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: " + type
                + "\nUser-Agent: Gate/1\nVersion: 1\n\n--b\nContent-Type: text/rfc822-headers\n\n"
                + "From: a@example.org\nTo: b@example.net\n--b--\n";
        BounceParser parser = BounceParser.standard();

        ParseResult result = parser.parse(mail.getBytes(StandardCharsets.UTF_8));

        assertThat(Explanation.of("mail", result, parser::remedy).replaceAll("\\s+", " "))
                .contains("a complaint, no bounce", "To do:", words);
    }

    @Test
    void linesOfWideLettersAreNoWiderThanATerminal() {
        BounceParser parser = BounceParser.builder().language(Locale.JAPANESE).build();
        String reply = "550 Access denied - Invalid HELO name";

        assertThat(Explanation.of(reply, parser.classify(reply), parser::remedy)
                        .lines()
                        .takeWhile(line -> !line.isEmpty()))
                .hasSizeGreaterThan(5)
                .contains("対処する人:     送信者（対処した後で再送信してください）")
                .allSatisfy(line -> assertThat(Wrap.columns(line)).as(line).isLessThanOrEqualTo(78));
    }
}
