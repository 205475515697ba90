package org.whybounce.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpReplyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "550 5.1.1 no such user | 550 | 5.1.1 | no such user",
                "host mx.example.org[192.0.2.1] said: 550 5.1.1 no such user (in reply to RCPT TO command) | 550 | 5.1.1 | no such user",
                "550-5.7.1 blocked 550 5.7.1 by policy | 550 | 5.7.1 | blocked by policy",
                "550 550 5.1.1 doubled | 550 | 5.1.1 | doubled",
                "554 5.4.6 relay failed: host mx.example.net said: 421 4.4.1 try later | 421 | 4.4.1 | try later",
                "550 5.4.300 Message expired -> 421 4.4.2 Connection dropped | 421 | 4.4.2 | Connection dropped",
                "Remote Server returned '550 5.7.520 not allowed' | 550 | 5.7.520 | not allowed",
                "5.1.0 - Unknown address error 550-'5.2.2 <user@example.org>... Mailbox Full' | 550 | 5.2.2 | <user@example.org>... Mailbox Full",
                "(user@example.org:550 mailbox not found) | 550 | | mailbox not found)",
                "MSEXCH:IMS:Example:HQ:MAIL1 3554 (000B09AA) 554 refused by policy 21 | 554 | | refused by policy 21",
                "554 email rejected | 554 | | email rejected",
                "501 validation failed: 5.7.1 not configured to relay | 501 | 5.7.1 | validation failed: 5.7.1 not configured to relay",
            })
    void aReplyIsFoundWhereverItStands(String text, int code, String status, String words) {
        SmtpReply reply = SmtpReply.findIn(text).orElseThrow();

        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.enhancedStatus().map(EnhancedStatus::toString).orElse(null))
                .isEqualTo(status);
        assertThat(reply.text()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect to mx.example.org[192.0.2.1]:587: Connection refused",
                "host 203.0.113.550 is unknown",
                "more than 500 messages in an hour",
                "tried at 10:45:550 and later",
                "the limit is 500 MB",
                ""
            })
    void numbersOfAnotherKindAreNoReply(String text) {
        assertThat(SmtpReply.findIn(text)).isEmpty();
    }

    @Test
    void theLinesOfAReplyAreJoinedWithoutTheirCodes() {
        SmtpReply reply =
                SmtpReply.parse("550-This message was classified as SPAM.\n550 information, please see below");

        assertThat(reply.text()).isEqualTo("This message was classified as SPAM. information, please see below");
    }

    @Test
    void aTextThatBeginsOtherwiseIsNoReply() {
        assertThatThrownBy(() -> SmtpReply.parse("said: 550")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longRunsOfDigitsAndBlanksAreReadWithoutHarm() {
        assertThat(SmtpReply.findIn("5".repeat(100_000))).isEmpty();
        assertThat(SmtpReply.findIn(" ".repeat(100_000))).isEmpty();
        assertThat(SmtpReply.findIn("550 ".repeat(50_000))).isPresent();
    }
}
