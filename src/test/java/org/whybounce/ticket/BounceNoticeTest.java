package org.whybounce.ticket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whybounce.BounceParser;
import org.whybounce.model.Kind;
import org.whybounce.model.ParseResult;

class BounceNoticeTest {

    private static final BounceParser PARSER = BounceParser.standard();
    private static final Path SAMPLE = Path.of("samples", "messages", "helo-invalid-own-server.eml");

    /** A notice as it is read by the program that receives it. */
    private record Received(byte[] bytes, MimeMessage message) {

        BodyPart part(int... path) throws MessagingException, IOException {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            for (int i = 0; i < path.length - 1; i++) {
                parts = (MimeMultipart) parts.getBodyPart(path[i]).getContent();
            }
            return parts.getBodyPart(path[path.length - 1]);
        }

        String text() throws MessagingException, IOException {
            return (String) part(0, 0).getContent();
        }

        String html() throws MessagingException, IOException {
            return (String) part(0, 1).getContent();
        }

        byte[] attached() throws MessagingException, IOException {
            return ((MimeBodyPart) part(1)).getInputStream().readAllBytes();
        }

        List<String> headerNames() throws MessagingException {
            return Collections.list(message.getAllHeaders()).stream()
                    .map(Header::getName)
                    .toList();
        }
    }

    private static BounceNotice notice(byte[] bounce) {
        return BounceNotice.about(PARSER.parse(bounce), bounce, PARSER::remedy);
    }

    private static Received received(byte[] bounce) throws MessagingException, IOException {
        return received(notice(bounce));
    }

    private static Received received(BounceNotice notice) throws MessagingException, IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        notice.compose("help@example.org", "user@example.org").writeTo(sent);
        Session session = Session.getInstance(new Properties());
        return new Received(sent.toByteArray(), new MimeMessage(session, new ByteArrayInputStream(sent.toByteArray())));
    }

    private static byte[] bounce(String diagnostic, String original) {
        return ("From: MAILER-DAEMON@example.org\nMessage-ID: <report@example.org>\nSubject: Undelivered Mail\n"
                        + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                        + "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
                        + "Final-Recipient: rfc822; jo@example.com\nAction: failed\nStatus: 5.0.0\n"
                        + "Diagnostic-Code: smtp; " + diagnostic
                        + "\n\n--b\nContent-Type: message/rfc822\n\n" + original + "\n\nbody\n--b--\n")
                .getBytes(UTF_8);
    }

    @Test
    void itTellsFactsStepsWhoActsAndTheEvidenceInBothAlternatives() throws MessagingException, IOException {
        Received mail = received(Files.readAllBytes(SAMPLE));
        assertThat(mail.text())
                .contains("purchasing@example.net", "550 Access denied - Invalid HELO name", "HELO_NOT_FQDN")
                .contains("Who acts:", "the sender", "Because:", "AUTH-ENABLE-SMTP-AUTH", "  1. ", "Thunderbird")
                .contains("HELO-SET-FQDN")
                .doesNotContain("whybounce remedies");
        Document html = Jsoup.parse(mail.html());
        assertThat(html.text())
                .contains("purchasing@example.net", "550 Access denied - Invalid HELO name", "HELO_NOT_FQDN")
                .contains("Who acts", "Because", "AUTH-ENABLE-SMTP-AUTH", "Thunderbird", "HELO-SET-FQDN");
        assertThat(html.select("ol > li")).hasSizeGreaterThan(5);
    }

    @Test
    void itCannotStartALoop() throws MessagingException, IOException {
        MimeMessage mail = received(Files.readAllBytes(SAMPLE)).message();
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getHeader("Precedence")).containsExactly("bulk");
        assertThat(notice(Files.readAllBytes(SAMPLE))
                        .compose("a@example.org", "b@example.org")
                        .getSession()
                        .getProperty("mail.smtp.from"))
                .isEqualTo("<>");
    }

    @Test
    void itStandsInTheThreadOfTheMailThatCameBack() throws MessagingException, IOException {
        MimeMessage mail = received(bounce("550 no", "Message-ID: <mine@example.org>\nSubject: [desk #42] Grüße"))
                .message();
        assertThat(mail.getHeader("In-Reply-To", " ")).isEqualTo("<report@example.org>");
        assertThat(mail.getHeader("References", " ")).isEqualTo("<mine@example.org> <report@example.org>");
        assertThat(mail.getSubject()).isEqualTo("Why the mail to jo@example.com came back: [desk #42] Grüße");
        assertThat(mail.getMessageID()).endsWith("@example.org>");
    }

    @Test
    void aMessageIdThatIsNoneIsLeftOut() throws MessagingException, IOException {
        Received mail = received(new String(bounce("550 no", "Message-ID: <a b@c>, =?utf-8?Q?x=0D=0ABcc:_y?="), UTF_8)
                .replace("<report@example.org>", "none")
                .getBytes(UTF_8));
        assertThat(mail.headerNames()).doesNotContain("In-Reply-To", "References", "Bcc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?utf-8?Q?a=0D=0ABcc:_all=40example.net=0D=0A=0D=0Abody?=",
                "=?utf-8?B?YQ0KQmNjOiBhbGxAZXhhbXBsZS5uZXQ=?=",
                "=?utf-8?Q?a=0ABcc:_all=40example.net?=",
                "=?utf-8?Q?a=E2=80=A8Bcc:_all=40example.net?="
            })
    void theSubjectOfTheMailThatCameBackCannotAddAHeader(String subject) throws MessagingException, IOException {
        Received mail = received(bounce("550 no", "Subject: " + subject));
        assertThat(mail.headerNames()).doesNotContain("Bcc");
        assertThat(mail.message().getSubject()).contains("a Bcc: all@example.net");
        assertThat(mail.message().getAllRecipients()).hasSize(1);
    }

    @Test
    void aLongSubjectIsCutBetweenCharacters() throws MessagingException, IOException {
        Received mail = received(bounce("550 no", "Subject: " + "😀".repeat(400)));
        assertThat(mail.message().getSubject()).endsWith("😀…").hasSizeLessThan(310);
    }

    @Test
    void wordsOfTheBounceAreNoHtml() throws MessagingException, IOException {
        String evil =
                "550 <script>alert(1)</script><img src=x onerror='alert(2)'> \"><a href=javascript:alert(3)>x</a>";
        Received mail =
                received(bounce(evil, "Subject: <u onclick=\"x\">bold</u>\nFrom: \"</td><h1>\" <x@example.org>"));
        Document html = Jsoup.parse(mail.html());
        assertThat(html.select("script, img, u, h1, [onclick], [onerror], a[href^=javascript]"))
                .isEmpty();
        assertThat(html.text()).contains("<script>alert(1)</script>", "<u onclick=\"x\">bold</u>");
    }

    @Test
    void controlCharactersAndReversedTextAreMadeVisible() throws MessagingException, IOException {
        Received mail = received(bounce("550 no \u001b[31m \u009b2J \u202Egnp.abc", "Subject: x"));
        assertThat(mail.text()).doesNotContain("\u001b", "\u009b", "\u202E").contains("?gnp.abc");
        assertThat(mail.html()).doesNotContain("\u001b", "\u009b", "\u202E").contains("?gnp.abc");
    }

    static Stream<byte[]> bounces() {
        String plain = new String(bounce("550 no", "Subject: x"), UTF_8);
        return Stream.of(
                plain.getBytes(UTF_8),
                plain.replace("\n", "\r\n").getBytes(UTF_8),
                ("From MAILER-DAEMON Tue Nov 24 00:00:00 2026\n" + plain).getBytes(UTF_8),
                plain.stripTrailing().getBytes(UTF_8),
                plain.replace("550 no", "550 ungültig").getBytes(ISO_8859_1),
                plain.replace("550 no", "550 \0 \r no").getBytes(UTF_8),
                plain.replace("body", "b".repeat(5000)).getBytes(UTF_8),
                plain.replace("body", "------=_Part_0_1.1\n--b\n.\n").getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("bounces")
    void theBounceIsAttachedByteForByte(byte[] bounce) throws MessagingException, IOException {
        assertThat(received(bounce).attached())
                .asHexString()
                .isEqualTo(HexFormat.of().withUpperCase().formatHex(bounce));
    }

    @Test
    void theBounceIsAttachedAsAMessage() throws MessagingException, IOException {
        BodyPart ascii = received(bounce("550 no", "Subject: x")).part(1);
        assertThat(ascii.isMimeType("message/rfc822")).isTrue();
        assertThat(ascii.getFileName()).isEqualTo("bounce.eml");
        Received wide = received(bounce("550 nö", "Subject: x"));
        assertThat(wide.part(1).isMimeType("message/rfc822")).isTrue();
        assertThat(wide.part(1).getHeader("Content-Transfer-Encoding")).containsExactly("8bit");
        assertThat(wide.message().getHeader("Content-Transfer-Encoding")).containsExactly("8bit");
    }

    @Test
    void whatSmtpCannotCarryIsAttachedAsAFile() throws MessagingException, IOException {
        BodyPart file =
                received(bounce("550 no", "Subject: x\n\n" + "b".repeat(5000))).part(1);
        assertThat(file.isMimeType("application/octet-stream")).isTrue();
        assertThat(file.getHeader("Content-Transfer-Encoding")).containsExactly("base64");
    }

    static Stream<Path> samples() {
        return Stream.of("messages", "formats").flatMap(folder -> {
            try (Stream<Path> files = Files.list(Path.of("samples", folder))) {
                return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static List<Locale> languages() {
        return BounceParser.languages();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noNoticeOfASampleIsTakenForABounceOrAnAutomaticAnswer(Locale language) throws MessagingException, IOException {
        BounceParser parser = BounceParser.builder().language(language).build();
        for (Path sample : samples().toList()) {
            byte[] bytes = Files.readAllBytes(sample);
            ParseResult result = parser.parse(bytes);
            if (result.bounce().isPresent()) {
                Received mail = received(BounceNotice.about(result, bytes, parser::remedy, parser.labels()));
                assertThat(mail.attached()).as(sample.toString()).isEqualTo(bytes);
                assertThat(PARSER.parse(mail.bytes()).kind())
                        .as(sample.toString())
                        .isEqualTo(Kind.OTHER);
            }
        }
    }

    @Test
    void itSpeaksOneLanguage() throws MessagingException, IOException {
        BounceParser german = BounceParser.builder().language(Locale.GERMAN).build();
        String one =
                new String(bounce("550 5.1.1 user unknown", "Subject: {count} Angebote\nFrom: a@example.org"), UTF_8);
        byte[] two = one.replace(
                        "Final-Recipient:",
                        "Final-Recipient: rfc822; al@example.com\nAction: failed\nStatus: 5.1.1\n"
                                + "Diagnostic-Code: smtp; 550 5.1.1 user unknown\n\nFinal-Recipient:")
                .getBytes(UTF_8);
        Received mail = received(BounceNotice.about(german.parse(two), two, german::remedy));
        assertThat(mail.message().getSubject())
                .isEqualTo("Warum die Mail an al@example.com (und 1 weitere) zurückkam: {count} Angebote");
        assertThat(mail.text().replaceAll("\\s+", " "))
                .startsWith("Die angehängte Nachricht: ein Unzustellbarkeitsbericht; "
                        + "die Mail konnte 2 Empfängern nicht zugestellt werden.")
                .contains(": siehe oben", "Wer handelt: ", "Grund: USER_UNKNOWN (RECIPIENT): Den Teil vor dem @");
        Document html = Jsoup.parse(mail.html());
        assertThat(html.select("html").attr("lang")).isEqualTo("de");
        assertThat(html.select("th").eachText()).containsAnyOf("Wer handelt").doesNotContain("Who acts", "To", "Why");
        assertThat(html.text()).contains("Siehe oben.", "Wo das nicht passt");
        assertThat(mail.part(1).getDescription()).isEqualTo("Der Unzustellbarkeitsbericht");
    }

    @Test
    void aRemedyThatTwoRecipientsNeedIsToldOnce() throws MessagingException, IOException {
        String one = new String(bounce("550 5.1.1 user unknown", "Subject: x"), UTF_8);
        String group = "Final-Recipient: rfc822; al@example.com\nAction: failed\nStatus: 5.1.1\n"
                + "Diagnostic-Code: smtp; 550 5.1.1 user unknown\n\n";
        Received mail = received(
                one.replace("Final-Recipient:", group + "Final-Recipient:").getBytes(UTF_8));
        assertThat(mail.text()).contains("al@example.com", "jo@example.com").containsOnlyOnce("  1. ");
        assertThat(Jsoup.parse(mail.html()).select("ol")).hasSize(1);
        assertThat(mail.message().getSubject()).contains("al@example.com and 1 more");
    }

    @Test
    void mailThatWasAutomaticItselfIsNamedAsARiskOfALoop() {
        assertThat(notice(bounce("550 no", "Auto-Submitted: auto-generated\nSubject: x"))
                        .loopRisk())
                .contains("Auto-Submitted: auto-generated");
        assertThat(notice(bounce("550 no", "Return-Path: <>\nSubject: x")).loopRisk())
                .contains("Return-Path: <>");
        assertThat(notice(bounce("550 no", "Auto-Submitted: no\nReturn-Path: <a@example.org>"))
                        .loopRisk())
                .isEmpty();
    }

    @Test
    void theBounceOfANoticeIsARiskOfALoop() throws MessagingException, IOException {
        String sent = new String(received(bounce("550 no", "Subject: x")).bytes(), UTF_8);
        String headers = sent.substring(0, sent.indexOf("\r\n\r\n"));
        assertThat(notice(bounce("550 no", headers)).loopRisk()).isPresent();
    }

    @Test
    void onlyABounceIsExplained() {
        ParseResult result = PARSER.parse("From: a@example.org\nSubject: Lunch\n\nToday?\n".getBytes(UTF_8));
        assertThatThrownBy(() -> BounceNotice.about(result, new byte[0], PARSER::remedy))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@example.org, b@example.org", "a@example.org\r\nBcc: b@example.org", "<>"})
    void whatIsNoSingleAddressIsRefused(String address) {
        BounceNotice notice = notice(bounce("550 no", "Subject: x"));
        assertThatThrownBy(() -> notice.compose(address, "a@example.org")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> notice.compose("a@example.org", address)).isInstanceOf(IllegalArgumentException.class);
    }
}
