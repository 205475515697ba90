package org.whybounce.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.whybounce.model.Audience;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Reason;
import org.whybounce.model.Remedy;
import org.whybounce.model.RemedyCode;
import org.whybounce.text.DataFile;

class RemedyCatalogueTest {

    private static final RemedyCatalogue CATALOGUE = RemedyCatalogue.standard();
    private static final Path RULES = Path.of("src/main/resources/org/whybounce/classify");
    private static final Pattern MENTIONED = Pattern.compile(
            "\\b(?:HELO|RDNS|AUTH|SPAM|RATE|RECEIVER|RECIPIENT|MAILBOX|DOMAIN|SENDER|MESSAGE|TRANSPORT|SYSTEM)(?:-[A-Z0-9]+)+\\b");

    @Test
    void everyReasonHasARemedyAndItsOthersExist() {
        for (Reason reason : Reason.values()) {
            assertThat(CATALOGUE.find(CATALOGUE.forReason(reason)))
                    .as(reason.name())
                    .isPresent();
            assertThat(CATALOGUE.others(reason))
                    .as(reason.name())
                    .doesNotHaveDuplicates()
                    .doesNotContain(CATALOGUE.forReason(reason))
                    .allMatch(code -> CATALOGUE.find(code).isPresent());
        }
    }

    @Test
    void everyRemedySaysInOneSentenceAndInStepsWhatToDo() {
        for (Remedy remedy : CATALOGUE.all()) {
            assertThat(remedy.steps()).as(remedy.code().value()).isNotEmpty().noneMatch(String::isBlank);
            assertThat(remedy.ifItFails()).as(remedy.code().value()).noneMatch(String::isBlank);
            assertThat(remedy.summary())
                    .as(remedy.code().value())
                    .matches("\\p{Lu}[^\\n]{10,140}\\.")
                    .doesNotContain(". ");
            assertThat(remedy.links()).allMatch(link -> link.matches("https://[^\\s]+"));
        }
    }

    @Test
    void everyRemedyLinksToMoreAndSaysWhatToDoIfItFails() {
        for (Remedy remedy : CATALOGUE.all()) {
            if (!remedy.code().value().equals("NOTHING-TO-DO")) {
                assertThat(remedy.links()).as(remedy.code().value()).isNotEmpty();
                assertThat(remedy.ifItFails()).as(remedy.code().value()).isNotEmpty();
            }
        }
    }

    @Test
    void aRemedyThatPointsToAnotherPointsToOneThatExists() {
        for (Remedy remedy : CATALOGUE.all()) {
            Stream<String> texts = Stream.of(
                            remedy.steps().stream(),
                            remedy.ifItFails().stream(),
                            remedy.guides().stream().flatMap(guide -> guide.steps().stream()))
                    .flatMap(text -> text);
            assertThat(texts.flatMap(text -> MENTIONED.matcher(text).results().map(found -> found.group())))
                    .as(remedy.code().value())
                    .allMatch(code -> CATALOGUE.find(new RemedyCode(code)).isPresent());
        }
    }

    @Test
    void theOutgoingLoginIsExplainedForTheProgramsPeopleUse() {
        Remedy remedy = CATALOGUE.find(new RemedyCode("AUTH-ENABLE-SMTP-AUTH")).orElseThrow();
        List<String> titles = remedy.guides().stream().map(Remedy.Guide::title).toList();
        for (String program : List.of(
                "Outlook 2007",
                "Outlook 2010, 2013",
                "New Outlook",
                "Outlook on the Mac",
                "Thunderbird",
                "Apple Mail",
                "iPhone",
                "Gmail",
                "Jakarta Mail",
                "Commons Email",
                "PHPMailer",
                "Nodemailer",
                "Python smtplib",
                "Postfix",
                "portal",
                "Travelling")) {
            assertThat(titles).as(program).anyMatch(title -> title.contains(program));
        }
        assertThat(remedy.ifItFails()).anyMatch(text -> text.contains("Reply, word for word"));
    }

    @Test
    void aCodeNeverChangesItsMeaning() {
        List<String> published = new ArrayList<>();
        for (String line : resource("codes.txt").lines().toList()) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] word = line.split(" ", 3);
            Remedy remedy = CATALOGUE.find(new RemedyCode(word[0])).orElseThrow(() -> new AssertionError(line));
            assertThat(remedy.audience().word()).as(word[0]).isEqualTo(word[1]);
            assertThat(remedy.summary()).as(word[0]).startsWith(word[2]);
            published.add(word[0]);
        }
        assertThat(published)
                .as("add new codes to codes.txt")
                .containsExactlyInAnyOrderElementsOf(CATALOGUE.all().stream()
                        .map(remedy -> remedy.code().value())
                        .toList());
    }

    @Test
    void codesInRuleFilesExist() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(RULES), "no rule files yet");
        try (Stream<Path> files = Files.walk(RULES)) {
            for (Path path : files.filter(p -> p.toString().endsWith(".rules")).toList()) {
                for (DataFile.Group group :
                        DataFile.parse(path.toString(), Files.readString(path)).groups()) {
                    for (DataFile.Field field : group.all("Remedy")) {
                        for (String code : field.folded().split("[,\\s]+")) {
                            assertThat(CATALOGUE.find(new RemedyCode(code)))
                                    .as(path + ":" + field.line() + " " + code)
                                    .isPresent();
                        }
                    }
                }
            }
        }
    }

    @Test
    void aSitesOwnFilesStandBeforeOurs() {
        RemedyCatalogue own = CATALOGUE.withFiles(List.of(DataFile.parse("site.remedies", """
                Remedy: SITE-CALL-HELPDESK
                Audience: sender
                Retry: after-fix
                Summary: Call the help desk.
                Step: Dial 100.

                Reason: SMTP_AUTH_FAILED
                Remedy: SITE-CALL-HELPDESK
                Also: AUTH-CHECK-PASSWORD

                Remedy: MAILBOX-FREE-SPACE
                Audience: recipient
                Retry: later
                Summary: Ask for more room.
                Step: Dial 101.
                """)));

        assertThat(remedy(own, Reason.SMTP_AUTH_FAILED).summary()).isEqualTo("Call the help desk.");
        assertThat(own.others(Reason.SMTP_AUTH_FAILED)).containsExactly(new RemedyCode("AUTH-CHECK-PASSWORD"));
        assertThat(remedy(own, Reason.MAILBOX_FULL).steps()).containsExactly("Dial 101.");
        assertThat(remedy(own, Reason.SPF_FAILED)).isEqualTo(remedy(CATALOGUE, Reason.SPF_FAILED));
        assertThat(remedy(CATALOGUE, Reason.MAILBOX_FULL).steps()).hasSizeGreaterThan(1);
    }

    private static Remedy remedy(RemedyCatalogue catalogue, Reason reason) {
        return catalogue.find(catalogue.forReason(reason)).orElseThrow();
    }

    @Test
    void proseFlowsAndSettingsKeepTheirLines() {
        Remedy remedy = CATALOGUE
                .withFiles(List.of(DataFile.parse("site.remedies", """
                        Remedy: SITE-TEST
                        Audience: sender-admin
                        Retry: no
                        Summary: Set it.
                        Step: In the file
                         main.cf set
                            a = 1
                            b = 2
                         and reload.
                        Guide: Exim
                        Step: Likewise.
                        If-It-Fails: Ask
                         again.
                        """)))
                .find(new RemedyCode("SITE-TEST"))
                .orElseThrow();

        assertThat(remedy.steps()).containsExactly("In the file main.cf set\n   a = 1\n   b = 2\nand reload.");
        assertThat(remedy.guides()).containsExactly(new Remedy.Guide("Exim", List.of("Likewise.")));
        assertThat(remedy.ifItFails()).containsExactly("Ask again.");
        assertThat(remedy.audience()).isEqualTo(Audience.SENDER_ADMIN);
    }

    @Test
    void anErrorNamesFileAndLineAndWhatWasExpected() {
        String head = "Remedy: X-Y\nAudience: sender\nRetry: no\nSummary: S.\n";
        assertThatBadFile("Remedy: x\nAudience: sender\nRetry: no\nSummary: S.\nStep: s")
                .hasMessageStartingWith("bad.remedies:1: not a remedy code");
        assertThatBadFile(head).hasMessage("bad.remedies:1: a remedy needs a Step before any Guide");
        assertThatBadFile(head + "Step: s\nGuide: g").hasMessage("bad.remedies:6: a Guide needs a Step");
        assertThatBadFile(head + "Step: ask {hoster}")
                .hasMessage("bad.remedies:5: a bounce tells nothing called {hoster}");
        assertThatBadFile(head + "Stepp: s")
                .hasMessageContaining("bad.remedies:5")
                .hasMessageContaining("mean Step?");
        assertThatBadFile(head + "Step: s\n\n" + head + "Step: s").hasMessageContaining("X-Y stands twice");
        assertThatBadFile("Reason: MAILBOX_FUL\nRemedy: MAILBOX-FREE-SPACE")
                .hasMessageContaining("did you mean MAILBOX_FULL?");
        assertThatBadFile("Reason: MAILBOX_FULL\nRemedy: NO-SUCH-THING")
                .hasMessage("bad.remedies:2: there is no remedy NO-SUCH-THING");
        assertThatBadFile("Rule: x\nReason: MAILBOX_FULL").hasMessageContaining("begins with Remedy or Reason");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertThatBadFile(String text) {
        return assertThatThrownBy(() -> CATALOGUE.withFiles(List.of(DataFile.parse("bad.remedies", text))))
                .isInstanceOf(DataFileException.class);
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(RemedyCatalogueTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
