package org.whybounce.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("replaces standard input")
class CommandTest {

    private static final Path SAMPLES = Path.of("samples", "messages");
    private static final Path BOUNCE = SAMPLES.resolve("helo-invalid-own-server.eml");

    @TempDir
    private Path dir;

    private record Run(int status, String out, String err) {}

    private static Run run(String... arguments) {
        return runWith("", arguments);
    }

    private static Run runWith(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
            int status = Main.commandLine(out, new PrintWriter(err)).execute(arguments);
            return new Run(status, out.toString(UTF_8), err.toString());
        } finally {
            System.setIn(before);
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }

    @Test
    void explainNamesTheReasonTheRemedyAndTheRule() {
        Run run = run("explain", BOUNCE.toString());
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("HELO", "AUTH-ENABLE-SMTP-AUTH", "1. ", "(rule ");
    }

    @Test
    void explainTakesAPastedLineWithItsEnDash() {
        Run run = run("explain", "--text", "“550 Access denied – Invalid HELO name”");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("HELO_", "AUTH-ENABLE-SMTP-AUTH");
    }

    @Test
    void explainTakesAPastedDialogOnStandardInput() {
        Run run = runWith(
                "Your message did not reach some or all of the intended recipients.\n\n"
                        + "      Subject:\tInvoice\n      Sent:\t12/27/2017 3:53 PM\n\n"
                        + "The following recipient(s) cannot be reached:\n\n"
                        + "      ‘user@example.com’ on 12/27/2017 3:53 PM\n"
                        + "            550 Access denied – Invalid HELO name (See RFC2821 4.1.1.1)\n",
                "explain");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("user@example.com", "HELO_NOT_FQDN", "AUTH-ENABLE-SMTP-AUTH");
    }

    @Test
    void explainSaysThatAnOrdinaryMailIsNoBounce() throws IOException {
        Path mail =
                file("a.eml", "From: a@example.com\nSubject: lunch\nDate: Mon, 23 Nov 2026 10:00:00 +0000\n\nToday?\n");
        Run run = run("explain", mail.toString());
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("no bounce");
    }

    @Test
    void explainPrintsAMailThatCanBeSent() {
        Run run = run(
                "explain", "--as-mail", "--from", "help@example.com", "--to", "user@example.com", BOUNCE.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Auto-Submitted: ", "To: user@example.com", "message/rfc822");
    }

    @Test
    void aMailIsOnlyWrittenAboutAMessageThatIsABounceAndToSomebody() throws IOException {
        assertThat(run("explain", "--as-mail", BOUNCE.toString()).status()).isEqualTo(2);
        String[] mail = {"explain", "--as-mail", "--from", "help@example.com", "--to", "user@example.com"};
        Path lunch = file("a.eml", "From: a@example.com\nSubject: lunch\n\nToday?\n");
        Run none = run(mail[0], mail[1], mail[2], mail[3], mail[4], mail[5], lunch.toString());
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.err()).contains("no bounce");
        Run pasted = runWith("550 5.1.1 user unknown\n", mail);
        assertThat(pasted.status()).isEqualTo(1);
        assertThat(pasted.out()).isEmpty();
    }

    @Test
    void oneUnreadableInputIsNamedOnOneLineAndTheRestGoesOn() throws IOException {
        Path empty = file("empty.eml", "");
        Run run = run("parse", "--format", "ndjson", empty.toString(), BOUNCE.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("empty.eml");
        JsonObject result = JsonParser.parseString(run.out()).getAsJsonObject();
        assertThat(result.get("kind").getAsString()).isEqualTo("bounce");
    }

    @Test
    void ownTemplatesReadAFormatThatOursDoNotKnow() throws IOException {
        Path mail = file(
                "own.eml", "From: gateway@example.net\nSubject: Alert 17\n\nBOX: jo@example.com\nWHY: 5.2.2 full\n");
        Path templates = file(
                "own.templates",
                "Format: own\nFrom: gateway@\nStarts: BOX:\nRecipient: BOX: {address}\nReason-After: WHY:\n");
        String[] parse = {"parse", "--format", "csv", mail.toString()};
        assertThat(run(parse).out()).doesNotContain("jo@example.com");
        Run run = run("parse", "--format", "csv", "--templates", templates.toString(), mail.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("jo@example.com", "MAILBOX_FULL");
    }

    @Test
    void aTemplateThatCannotBeUsedIsNamedWithFileAndLine() throws IOException {
        Path templates = file("bad.templates", "Format: own\nStart: BOX:\n");
        Run run = run("parse", "--templates", templates.toString(), BOUNCE.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("bad.templates:2: unknown field Start; did you mean Starts?");
    }

    @Test
    void verpTellsTheRecipientOfAReportThatNamesNobody() throws IOException {
        Path mail = file(
                "verp.eml",
                "From: MAILER-DAEMON@example.com\nTo: n-7-jo=example.org@example.net\n"
                        + "Subject: Delivery failure\n\nThe mailbox is full.\n");
        Run run = run("parse", "--verp", "n-#-{user}={domain}@example.net", "--format", "csv", mail.toString());
        assertThat(run.out()).contains("jo@example.org", "MAILBOX_FULL");
        Run wrong = run("parse", "--verp", "n-{user}@example.net", mail.toString());
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("--verp: expected {domain} once");
    }

    @Test
    void csvHasOneHeaderAndARowForEachRecipient() {
        Run run = run("parse", "--format", "csv", BOUNCE.toString(), BOUNCE.toString());
        assertThat(run.out().lines()).hasSize(3).first().asString().startsWith("source,kind,");
    }

    @Test
    void classifyJoinsTheLinesOfOneReply() {
        Run run = runWith(
                "550-5.1.1 The account does not exist.\n550 5.1.1 Please check.\n\n452 4.2.2 mailbox full\n",
                "classify");
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out()).contains("USER_UNKNOWN", "MAILBOX_FULL");
    }

    @Test
    void classifyKeepsTheIdsOfItsInput() {
        Run run = runWith(
                "{\"id\":\"x1\",\"text\":\"550 5.1.1 user unknown\"}\nnonsense\n{\"id\":2,\"text\":\"552 quota exceeded\"}\n",
                "classify",
                "--format",
                "ndjson",
                "--input",
                "ndjson");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("line 2");
        assertThat(run.out().lines().map(line -> JsonParser.parseString(line)
                        .getAsJsonObject()
                        .get("id")
                        .getAsString()))
                .containsExactly("x1", "2");
    }

    @Test
    void remediesAreListedAndPrintedInFull() {
        assertThat(run("remedies").out()).contains("AUTH-FIX-SPF");
        assertThat(run("remedies", "auth-enable-smtp-auth").out()).contains("Thunderbird", "Outlook", "1. ");
        Run unknown = run("remedies", "NO-SUCH-CODE");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("NO-SUCH-CODE");
    }

    @Test
    void remediesOfABounceCarryItsFactsInEveryFormat() {
        String bounce = "samples/messages/helo-not-fqdn-postfix.eml";
        for (String format : List.of("text", "markdown", "html", "json")) {
            Run run = run("remedies", "--bounce", bounce, "--format", format);
            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.out())
                    .as(format)
                    .contains("HELO-SET-FQDN", "HELO-FIX-DNS", "myhostname = srv01.example.org");
        }
        assertThat(run("remedies", "--bounce", bounce, "RDNS-SET-PTR").out())
                .startsWith("RDNS-SET-PTR")
                .doesNotContain("HELO-SET-FQDN:");
        assertThat(run("remedies", "--language", "xx").status()).isEqualTo(2);
    }

    @Test
    void explainSpeaksTheLanguageThatIsAskedFor() {
        assertThat(run("explain", "--language", "es", "samples/formats/challenge.eml")
                        .out())
                .contains("no un rebote;", "remitente")
                .doesNotContain("no bounce");
        Run pasted = run("explain", "--language", "ja", "--text", "550 5.1.1 user unknown");
        assertThat(pasted.status()).as(pasted.err()).isZero();
        assertThat(pasted.out()).contains("応答:           550 5.1.1", "USER_UNKNOWN (RECIPIENT): アドレスの");
        assertThat(run("parse", "--language", "ja", BOUNCE.toString()).out())
                .isEqualTo(run("parse", BOUNCE.toString()).out());
    }

    @Test
    void reasonsAreListedUnderTheirCategories() {
        assertThat(run("reasons").out()).contains("HELO: ", "  HELO_NOT_FQDN");
    }

    @Test
    void wrongUsageIsExitStatusTwo() {
        assertThat(run().status()).isEqualTo(2);
        assertThat(run("parse", "--format", "xml").status()).isEqualTo(2);
        assertThat(run("--help").out()).contains("Examples:", "Exit status:");
    }
}
