package org.whybounce.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinePatternTest {

    @ParameterizedTest(name = "{0} :: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '$', textBlock = """
            <{address}>:{reason}             | <bob@example.com>: no such user    | bob@example.com   | no such user
            <{address}>:{reason}             | <bob@example.com>:                 | bob@example.com   | $$
            {address} [{reason}]             | bob@example.com   [User unknown]   | bob@example.com   | User unknown
            Unable to deliver to: {address}  | UNABLE  to deliver TO: <b@example.com> | <b@example.com> |
            * rejected <{address}>           | Server mx rejected <b@example.com> (RCPT) | b@example.com |
            User's box is full: {address}    | User\u2019s box is full: b@example.com | b@example.com |
            ****{address}                    | **** b@example.com                 | b@example.com     |
            """)
    void aPatternKeepsWhatStandsInItsHoles(String pattern, String line, String address, String reason) {
        Map<String, String> match =
                LinePattern.of(pattern, Template.HOLES).match(Line.of(line)).orElseThrow();
        assertThat(match).containsEntry("address", address);
        if (reason != null) {
            assertThat(match).containsEntry("reason", reason);
        }
    }

    @ParameterizedTest(name = "{0} :: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            <{address}>:   | <no address>: here
            {address}      | mail to bob@example.com failed
            {address}      | mailto
            Your message   | In short: your message
            a * b          | a nothing of the kind
            """)
    void otherLinesDoNotMatch(String pattern, String line) {
        assertThat(LinePattern.of(pattern, Template.HOLES).match(Line.of(line))).isEmpty();
    }

    @Test
    void aStatementInBracesMatchesNothingAndIsKept() {
        assertThat(LinePattern.of("{remote-mta} does not like recipient {command=RCPT}", Template.HOLES)
                        .match(Line.of("192.0.2.1 does not like recipient.")))
                .get()
                .satisfies(match ->
                        assertThat(match).containsEntry("command", "RCPT").containsEntry("remote-mta", "192.0.2.1"));
    }

    @Test
    void aNameInFrontOfAnAddressIsNotOne() {
        assertThat(LinePattern.addresses("alias@example.org <bob@example.com>")).containsExactly("bob@example.com");
        assertThat(LinePattern.addresses("a@example.com, b@example.com"))
                .containsExactly("a@example.com", "b@example.com");
        assertThat(LinePattern.addresses("write to a@example.com")).isEmpty();
    }
}
