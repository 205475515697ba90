package org.whybounce.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whybounce.model.OriginalMessage;

class ReturnedMessageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--- Below this line is a copy of the message.",
                "------ This is a copy of the message, including all the headers. ------",
                "   ----- Original message follows -----",
                "   ----- Unsent message follows -----",
                "    Below is a copy of the original message:",
                "Original message headers:"
            })
    void theOriginalBeginsBehindItsMarker(String marker) {
        ReturnedMessage parted =
                ReturnedMessage.in("no such user\n\n" + marker + "\n\nFrom: a@example.org\nSubject: hello\n\nhi\n");

        assertThat(parted.report().strip()).isEqualTo("no such user");
        assertThat(parted.original().flatMap(OriginalMessage::subject)).contains("hello");
    }

    @Test
    void aBlockOfTraceHeadersNeedsNoMarker() {
        ReturnedMessage parted = ReturnedMessage.in(
                "no such user\n\nReceived: from a\nFrom: a@example.org\nTo: b@example.net\nSubject: hello\n\nhi\n");

        assertThat(parted.original().flatMap(OriginalMessage::from)).contains("a@example.org");
    }

    @Test
    void aFewWordsAboutTheOriginalAreStillTheReport() {
        ReturnedMessage parted = ReturnedMessage.in(
                "Your message\n\nTo: b@example.net\nSubject: hello\n\ndid not reach b@example.net\n");

        assertThat(parted.report()).contains("did not reach b@example.net");
    }
}
