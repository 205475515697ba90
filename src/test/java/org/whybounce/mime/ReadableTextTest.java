package org.whybounce.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whybounce.mime.Mails.read;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadableTextTest {

    private static final String MIXED = "Content-Type: multipart/mixed; boundary=x\n\n";
    private static final String PLAIN = "--x\nContent-Type: text/plain\n\n";
    private static final String HTML = "--x\nContent-Type: text/html\n\n";
    private static final String RETURNED = "--x\nContent-Type: message/rfc822\n\nSubject: s\n\nreturned\n";
    private static final String STATUS = "--x\nContent-Type: message/delivery-status\n\nAction: failed\n";

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("Subject: a\n\nb", "b"),
                Arguments.of("Content-Type: text/html\n\n<b>b</b>", "TEXT b"),
                Arguments.of("Subject: a\n\n<html><b>b</b>", "TEXT b"),
                Arguments.of("Content-Type: multipart/mixed; boundary=y\n\nno parts", "no parts"),
                Arguments.of("Content-Type: image/png\n\nxyz", ""),
                Arguments.of("Content-Type: message/delivery-status\n\nAction: failed", "Action: failed"),
                Arguments.of(MIXED + PLAIN + "a\n" + PLAIN + "b\n" + RETURNED + PLAIN + "c\n--x--", "a\nb"),
                Arguments.of(MIXED + STATUS + PLAIN + "a\n" + RETURNED, "a"),
                Arguments.of(MIXED + RETURNED + PLAIN + "a\n--x--", "a"),
                Arguments.of(MIXED + PLAIN + "a\n" + HTML + "<p>b\n--x--", "a"),
                Arguments.of(MIXED + PLAIN + " \n" + HTML + "<p>b\n--x--", "TEXT b"),
                Arguments.of(MIXED + HTML + "<p>b\n" + HTML + "<p>c\n--x--", "TEXT b"),
                Arguments.of(MIXED + RETURNED + "--x--", ""),
                Arguments.of("Content-Type: multipart/mixed; boundary=x\n\nthe preamble\n" + RETURNED, "the preamble"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isWhatAPersonWouldRead(String message, String text) {
        assertThat(read(message).text()).isEqualTo(text);
    }
}
