package org.whybounce.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whybounce.mime.Mails.notes;
import static org.whybounce.mime.Mails.read;
import static org.whybounce.mime.Mails.tree;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whybounce.model.Limits;

class MimeReaderTest {

    private static final String REPORT = """
            From: MAILER-DAEMON@mx.example.org
            Subject: Undelivered Mail
            Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

            This is a MIME message.
            --b1
            Content-Type: text/plain; charset=us-ascii

            Sorry.

            --b1
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; a@example.com
            --b1
            Content-Type: message/rfc822

            Subject: the original
            Content-Type: multipart/alternative; boundary="b2"

            --b2

            one
            --b2
            Content-Type: text/html

            <p>one
            --b2--
            --b1--
            After the end.
            """;
    private static final String REPORT_TREE = "multipart/report(text/plain,message/delivery-status,"
            + "message/rfc822[multipart/alternative(text/plain,text/html)])";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\r\r\n"})
    void everyKindOfLineEndGivesTheSameParts(String lineEnd) {
        BounceMessage message = read(REPORT.replace("\n", lineEnd));
        assertThat(tree(message.root())).isEqualTo(REPORT_TREE);
        assertThat(message.text()).isEqualTo("Sorry.\n");
        assertThat(message.parts("message/delivery-status").get(0).text())
                .isEqualTo("Reporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; a@example.com");
        assertThat(message.returnedMessage().orElseThrow().header("SUBJECT")).contains("the original");
        assertThat(message.notes()).isEmpty();
    }

    static Stream<Arguments> beginnings() {
        return Stream.of(
                        "",
                        "\n \n\r\n",
                        "From a@example.com Mon Jan  1 00:00:00 2026\n",
                        ">From x\n",
                        "\u00ef\u00bb\u00bf")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void whatStandsBeforeAMessageIsSkipped(String beginning) {
        BounceMessage message = read(beginning + REPORT);
        assertThat(message.header("from")).contains("MAILER-DAEMON@mx.example.org");
        assertThat(tree(message.root())).isEqualTo(REPORT_TREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void aMessageSavedAsUtf16IsRead(String charset) {
        byte[] bytes = REPORT.replace("Sorry", "Désolé").getBytes(Charset.forName(charset));
        BounceMessage message = Mails.READER.read(bytes);
        assertThat(tree(message.root())).isEqualTo(REPORT_TREE);
        assertThat(message.text()).startsWith("Désolé");
    }

    static Stream<Arguments> trees() {
        return Stream.of(
                // Boundaries.
                Arguments.of(
                        "multipart/mixed; boundary=abc",
                        "--abc\n\n1\n--abcd\n\n2\n--abc\n\n3\n--abc--",
                        "multipart/mixed(text/plain,text/plain)"),
                Arguments.of(
                        "multipart/mixed; boundary=\"a b\" ", "--a b  \n\n1\n--a b--  ", "multipart/mixed(text/plain)"),
                Arguments.of(
                        "multipart/mixed; boundary=\"abc\n def\"",
                        "--abcdef\nContent-Type: text/html\n\n1\n--abcdef--",
                        "multipart/mixed(text/html)"),
                Arguments.of(
                        "multipart/mixed; boundary=abc",
                        "--abc\n\n1\n--abc\n\n2",
                        "multipart/mixed(text/plain,text/plain)"),
                Arguments.of(
                        "multipart/mixed; boundary=abc",
                        "--abc\n\n1\n--abc--\nx\n--abc\n\n2",
                        "multipart/mixed(text/plain,text/plain)"),
                Arguments.of(
                        "multipart/mixed; boundary=abc",
                        "--abc\n--abc\n--abc--",
                        "multipart/mixed(text/plain,text/plain)"),
                Arguments.of("multipart/mixed; boundary=abc", "no delimiter", "multipart/mixed"),
                Arguments.of(
                        "multipart/mixed", "--x\nContent-Type: text/html\n\n1\n--x--", "multipart/mixed(text/html)"),
                Arguments.of(
                        "multipart/mixed; boundary=wrong",
                        "--x\nContent-Type: text/html\n\n1\n--x--",
                        "multipart/mixed(text/html)"),
                Arguments.of(
                        "multipart/mixed; boundary=\"\"",
                        "--x\nContent-type: text/html\n\n1\n--x\n\n2",
                        "multipart/mixed(text/html,text/plain)"),
                Arguments.of(
                        "multipart/mixed; boundary=a",
                        "--a\nContent-Type: multipart/mixed; boundary=ab\n\n--ab\n\n1\n--a\n\n2\n--a--",
                        "multipart/mixed(multipart/mixed(text/plain),text/plain)"),
                Arguments.of(
                        "multipart/mixed; boundary=a",
                        "--a\nContent-Type: multipart/mixed; boundary=a--\n\n--a--\n\n1\n--a----\n--a--",
                        "multipart/mixed(multipart/mixed(text/plain))"),
                Arguments.of("multipart/mixed;\nboundary=abc", "--abc\n\n1\n--abc--", "multipart/mixed(text/plain)"),
                // Types.
                Arguments.of(
                        "multipart/digest; boundary=a",
                        "--a\n\nSubject: b\n\nc\n--a--",
                        "multipart/digest(message/rfc822[text/plain])"),
                Arguments.of("TEXT/HTML", "", "text/html"),
                Arguments.of("text / html ; x=y", "", "text/html"),
                Arguments.of("text/html charset=utf-8", "", "text/html"),
                Arguments.of("text", "", "text/plain"),
                Arguments.of("", "", "text/plain"),
                Arguments.of("message/global", "Subject: a\n\nb", "message/global[text/plain]"),
                Arguments.of(
                        "message/rfc822\nContent-Transfer-Encoding: base64",
                        Base64.getEncoder().encodeToString(Mails.bytes(REPORT)),
                        "message/rfc822[" + REPORT_TREE + "]"),
                Arguments.of(
                        "message/rfc822\nContent-Transfer-Encoding: quoted-printable",
                        REPORT.replace("=", "=3D"),
                        "message/rfc822[" + REPORT_TREE + "]"),
                Arguments.of(
                        "message/rfc822\nContent-Transfer-Encoding: base64",
                        REPORT,
                        "message/rfc822[" + REPORT_TREE + "]"));
    }

    @ParameterizedTest
    @MethodSource("trees")
    void partsAreFound(String type, String body, String tree) {
        assertThat(tree(read("Content-Type: " + type + "\n\n" + body).root())).isEqualTo(tree);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("Subject: a\nstray\nX: b\n\nbody", "body"),
                Arguments.of("Subject: a\nbody at once\nand on", "body at once\nand on"),
                Arguments.of("Subject: a\n \n\tb\n\nbody", "body"),
                Arguments.of("Subject: a\n \nbody", "body"),
                Arguments.of("Subject : a\n\nbody", "body"),
                Arguments.of("Subject: a", ""),
                Arguments.of("no header at all", "no header at all"),
                Arguments.of(
                        "Content-Type: multipart/mixed; boundary=x\n--x\nContent-Type: text/plain\n\nbody\n--x--",
                        "body"),
                Arguments.of(
                        "Content-Type: multipart/mixed; boundary=x\n\n--x\nbody at once\nNote: this\n--x--",
                        "body at once\nNote: this"),
                Arguments.of("Content-Type: multipart/mixed; boundary=x\n\n--x\nX: y\n--x\n\nbody\n--x--", "body"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void theBodyBeginsWhereTheHeaderFieldsEnd(String message, String body) {
        assertThat(read(message).text()).isEqualTo(body);
    }

    @Test
    void aFieldWhoseContinuationLostItsBlankIsReadWhole() {
        BounceMessage message =
                read("Received: from a\nby b\nfor <c@example.com>; Mon, 1 Jan 2026 00:00:00\nSubject: s\n\nd");
        assertThat(message.header("received")).contains("from a by b for <c@example.com>; Mon, 1 Jan 2026 00:00:00");
        assertThat(message.header("subject")).contains("s");
        assertThat(notes(message)).isEqualTo("a line among the header fields that is none");
    }

    @Test
    void theHeaderFieldsOfAReturnedMessageMayHoldABlankLine() {
        BounceMessage message =
                read("Content-Type: message/rfc822\n\nReceived: from a\nX: b\n\nReceived: from c\nFrom: d\n\nTo: e");
        Part returned = message.returnedMessage().orElseThrow();
        assertThat(returned.headers("received")).containsExactly("from a", "from c");
        assertThat(returned.text()).isEqualTo("To: e");
    }

    @Test
    void aPartEndsBeforeTheLineEndOfItsDelimiter() {
        BounceMessage message = read("Content-Type: multipart/mixed; boundary=x\n\n--x\n\na\n\n--x\n\n\n--x--");
        assertThat(message.parts("text/plain")).extracting(Part::text).containsExactly("a\n", "");
    }

    @Test
    void aMessageCutByTheCallerSaysSo() {
        BounceMessage message = Mails.READER.read(Mails.bytes("Subject: a\n\nb"), 7);
        assertThat(notes(message)).isEqualTo("message longer than 13 bytes, 7 left out");
    }

    @Test
    void limitsMayBeLowered() {
        Limits low =
                Limits.builder().parts(2).textBytes(3).fields(1).messageDepth(1).build();
        MimeReader reader = new MimeReader(low, html -> html);
        BounceMessage message = reader.read(REPORT.getBytes(StandardCharsets.US_ASCII));
        assertThat(tree(message.root())).isEqualTo("multipart/report(text/plain)");
        assertThat(notes(message)).contains("more than 2 parts", "more than 1 header fields");
        assertThat(message.text()).isEqualTo("Sor");
        assertThat(notes(message)).contains("more than 3 bytes of text");
    }

    @Test
    void aReturnedMessageThatIsCutOffIsNoNews() {
        BounceMessage message =
                read("Content-Type: message/rfc822\n\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\na");
        assertThat(message.root().nested().orElseThrow().children()).hasSize(1);
        assertThat(message.notes()).isEmpty();
    }

    private static final String PARTS = "--=_b\nContent-Type: text/plain\n\nno such user\n--=_b\n"
            + "Content-Type: message/delivery-status\n\nAction: failed\n--=_b\nContent-Type: message/rfc822\n\n"
            + "Subject: the original\n\nhello\n--=_b--\n";

    @Test
    void aMultipartThatIsEncodedAsAWholeIsReadThoughTheRfcForbidsIt() {
        String head = "Content-Type: multipart/report; boundary=\"=_b\"\nContent-Transfer-Encoding: ";
        String base64 = Base64.getMimeEncoder().encodeToString(Mails.bytes(PARTS));
        for (String mail :
                List.of(head + "base64\n\n" + base64, head + "quoted-printable\n\n" + PARTS.replace("=", "=3D"))) {
            BounceMessage message = read(mail);
            assertThat(tree(message.root()))
                    .isEqualTo("multipart/report(text/plain,message/delivery-status,message/rfc822[text/plain])");
            assertThat(message.text()).isEqualTo("no such user");
            assertThat(message.returnedMessage().orElseThrow().header("subject"))
                    .contains("the original");
            assertThat(notes(message)).contains("encoded as a whole");
        }
    }

    @Test
    void aMultipartThatOnlyClaimsToBeEncodedIsReadAsItStands() {
        BounceMessage message =
                read("Content-Type: multipart/report; boundary=\"=_b\"\nContent-Transfer-Encoding: base64\n\n" + PARTS);
        assertThat(message.text()).isEqualTo("no such user");
        assertThat(message.parts()).hasSize(4);
    }

    @Test
    void aReturnedMessageInBase64IsRead() {
        String inner = Base64.getEncoder().encodeToString(Mails.bytes("Subject: the original\n\nhello\n"));
        BounceMessage message = read("Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/rfc822\n"
                + "Content-Transfer-Encoding: base64\n\n" + inner + "\n--b--\n");
        assertThat(message.returnedMessage().orElseThrow().header("subject")).contains("the original");
    }

    @Test
    void partsWhoseTypeARelayHasLostAreStillParts() {
        String flat = PARTS.replace("=_b", "b");
        for (String head :
                List.of("Subject: x\n\n", "Content-Type: text/plain\n\nThis is a MIME-encapsulated message\n\n")) {
            BounceMessage message = read(head + flat);
            assertThat(tree(message.root()))
                    .isEqualTo("text/plain(text/plain,message/delivery-status,message/rfc822[text/plain])");
            assertThat(message.text()).isEqualTo("no such user");
            assertThat(notes(message)).contains("parts without a type");
        }
    }

    @Test
    void aTextThatQuotesPartsIsNotTakenApart() {
        assertThat(read("Subject: x\n\nLook what I got:\n\n" + PARTS).parts()).hasSize(1);
        assertThat(read("Subject: x\n\n-- \nContent with that\n").parts()).hasSize(1);
    }
}
