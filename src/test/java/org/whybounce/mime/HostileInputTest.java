package org.whybounce.mime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes: nothing is thrown, the stack does not overflow, memory stays in proportion, limits are told. */
class HostileInputTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Loading classes takes memory too, once. */
    @BeforeAll
    static void warmUp() {
        Mails.read("Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--b--")
                .text();
    }

    static Stream<Arguments> inputs() {
        return Stream.of(
                Arguments.of("three bytes that broke Angus", Mails.bytes("\t\n\t"), ""),
                Arguments.of("an empty file", new byte[0], ""),
                Arguments.of("10,000 nested multiparts", nestedMultiparts(10_000), "deep"),
                Arguments.of("10,000 nested messages", nestedMessages(10_000), "messages nested more than 5 deep"),
                Arguments.of(
                        "a subject folded over 200,000 lines",
                        Mails.bytes("Subject: a\n" + " b\n".repeat(200_000) + "\nbody"),
                        "a header field of more than 1000 lines"),
                Arguments.of("a 100,000-character boundary", longBoundary(), "boundary longer than 200"),
                Arguments.of("a 100 MB line", new byte[100_000_000], "left out"),
                Arguments.of("a 100 MB line of letters", letters(100_000_000), "left out"),
                Arguments.of("1,000,000 empty parts", emptyParts(1_000_000), "more than 500 parts"),
                Arguments.of("500 empty parts", emptyParts(490), ""),
                Arguments.of(
                        "1,000,000 header fields",
                        Mails.bytes("a:\n".repeat(1_000_000)),
                        "more than 1000 header fields"),
                Arguments.of("1,000,000 blank lines", Mails.bytes("\n".repeat(1_000_000)), ""),
                Arguments.of("1,000,000 stray lines", Mails.bytes("Subject: a\n" + "b\nc:\n".repeat(1_000_000)), ""),
                Arguments.of("100,000 parameters", Mails.bytes(parameters()), "more than 64 parameters"),
                Arguments.of("RFC 2231 a*0 to a*99999", Mails.bytes(segments()), "more than 1000 segments"),
                Arguments.of(
                        "RFC 2231 a*0 to a*99999, folded",
                        Mails.bytes(segments().replace(";", ";\n ")),
                        "more than 1000 lines"),
                Arguments.of(
                        "100,000 encoded words",
                        Mails.bytes("Subject: " + "=?utf-8?q?a?= ".repeat(100_000) + "\n\n"),
                        "more than 1000 encoded words"),
                Arguments.of(
                        "100,000 encoded words without an end",
                        Mails.bytes("Subject: " + "=?utf-8?q?a".repeat(100_000) + "\n\n"),
                        "longer than 65536 bytes"),
                Arguments.of("a message of CR alone", Mails.bytes("\r".repeat(1_000_000)), ""),
                Arguments.of("NUL bytes", Mails.bytes("Subject: a\0b\n\nc\0d"), ""),
                Arguments.of("UTF-16", "Subject: a\n\nb".getBytes(StandardCharsets.UTF_16), "UTF-16"),
                Arguments.of("broken UTF-16", new byte[] {-2, -1, -40, 0, 0}, "UTF-16"),
                Arguments.of("half a byte order mark", new byte[] {-17, -69}, ""),
                Arguments.of("1,000,000 escapes of quoted-printable", encoded("quoted-printable", "=\n="), ""),
                Arguments.of("1,000,000 equals signs of base64", encoded("base64", "===="), ""),
                Arguments.of(
                        "absurd charset",
                        Mails.bytes("Content-Type: text/plain; charset=" + "x".repeat(9999) + "\n\n\u00e9"),
                        ""),
                Arguments.of(
                        "10,000 dashes",
                        Mails.bytes("Content-Type: multipart/mixed; boundary=\"-\"\n\n" + "-".repeat(10_000)),
                        ""));
    }

    private static byte[] nestedMultiparts(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        return Mails.bytes(text.append("\nthe end").toString());
    }

    private static byte[] nestedMessages(int depth) {
        return Mails.bytes("Content-Type: message/rfc822\n\n".repeat(depth) + "Subject: the end\n\n");
    }

    private static byte[] longBoundary() {
        String boundary = "b".repeat(100_000);
        return Mails.bytes("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n--" + boundary
                + "\n\ntext\n--" + boundary + "--\n");
    }

    private static byte[] letters(int count) {
        byte[] letters = new byte[count];
        Arrays.fill(letters, (byte) 'a');
        return letters;
    }

    private static byte[] emptyParts(int count) {
        return Mails.bytes("Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n".repeat(count));
    }

    private static String parameters() {
        return IntStream.range(0, 5_000)
                .mapToObj(i -> "; a" + i + "=1")
                .collect(Collectors.joining("", "Content-Type: text/plain", "\n\n"));
    }

    private static String segments() {
        return IntStream.range(0, 100_000)
                .mapToObj(i -> ";a*" + i + "=x")
                .collect(Collectors.joining("", "Content-Type: text/plain", "\n\n"));
    }

    private static byte[] encoded(String encoding, String unit) {
        return Mails.bytes("Content-Transfer-Encoding: " + encoding + "\n\n" + unit.repeat(1_000_000));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isReadWithinItsMeans(String name, byte[] input, String note) throws InterruptedException {
        AtomicReference<BounceMessage> read = new AtomicReference<>();
        long allocated = inSmallThread(() -> read.set(Mails.READER.read(input)));
        assertThat(allocated).as("bytes allocated").isLessThan(10L * input.length + 64 * 1024);
        inSmallThread(() -> HostileInputTest.useEverything(read.get()));
        assertThat(Mails.notes(read.get())).contains(note);
        long text = inSmallThread(() -> Mails.READER.read(input).text());
        assertThat(text).as("bytes allocated with the text").isLessThan(10L * input.length + 64 * 1024);
    }

    @Test
    void randomBytesAreReadToo() {
        Random random = new Random(7);
        String[] pieces = {
            "\r",
            "\n",
            "\r\n",
            "\n\n",
            "--b",
            "--b--",
            "--",
            ":",
            ";",
            "=",
            "?=",
            "=?",
            "\"",
            " ",
            "\t",
            "\0",
            "Content-Type: multipart/mixed; boundary=b\n",
            "Content-Type: message/rfc822\n",
            "Content-Type: text/html\n",
            "Content-Type: text/plain; charset=utf-7\n",
            "\u00e4",
            "\u00c3\u00a4",
            "Content-Transfer-Encoding: base64\n",
            "Content-Transfer-Encoding: quoted-printable\n",
            "Content-Transfer-Encoding: x-uuencode\n",
            "begin 644 a\n",
            "=?utf-8?q?a?=",
            "=?iso-2022-jp?b?GyRC?=",
            "From x\n",
            "charset*0*=utf-8''%e4;",
            "Subject: ",
            "+AOQ-"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            useEverything(Mails.read(text.toString()));
        }
        byte[] noise = new byte[300];
        for (int i = 0; i < 5_000; i++) {
            random.nextBytes(noise);
            useEverything(Mails.READER.read(noise));
        }
    }

    @Test
    void everyCharsetOfThePlatformDecodesAnything() {
        byte[] all = new byte[512];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i * 7 + i / 256);
        }
        Charsets charsets = new Charsets();
        Charset.availableCharsets().keySet().forEach(name -> assertThat(charsets.decode(all, 0, all.length, name))
                .as(name)
                .isNotEmpty());
    }

    /** Runs in a thread with a stack of 1 MB; returns the bytes that it allocated. */
    private static long inSmallThread(Runnable task) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        long[] allocated = new long[1];
        Thread thread = new Thread(
                null,
                () -> {
                    long before = THREADS.getThreadAllocatedBytes(
                            Thread.currentThread().getId());
                    task.run();
                    allocated[0] = THREADS.getThreadAllocatedBytes(
                                    Thread.currentThread().getId())
                            - before;
                },
                "small",
                1024 * 1024);
        thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
        thread.start();
        thread.join();
        assertThat(thrown.get()).isNull();
        return allocated[0];
    }

    private static void useEverything(BounceMessage message) {
        message.text();
        Consumer<Part> use = new Consumer<>() {
            @Override
            public void accept(Part part) {
                part.fields();
                part.text();
                part.bytes();
                part.header("subject");
                part.parameter("a");
                part.parameter("charset");
                part.readableText();
                part.nested().ifPresent(nested -> nested.flatten().forEach(this));
            }
        };
        message.parts().forEach(use);
        message.returnedMessage();
        assertThat(message.notes()).doesNotContainNull();
    }
}
