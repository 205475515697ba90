package org.whybounce.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnknownRepliesTest {

    private static final String STRANGE = "550 5.9.9 Zorbles from [192.0.2.7] were 12 {too} many <kim@example.org>";

    @TempDir
    Path dir;

    private record Run(String out, String err) {}

    private static Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        assertThat(Main.commandLine(out, new PrintWriter(err)).execute(arguments))
                .isZero();
        return new Run(out.toString(UTF_8), err.toString());
    }

    @Test
    void whatNoRuleKnowsIsPrintedAsRulesToFillInTheMostFrequentFirst() {
        Run run = run(
                "classify",
                "--unknown",
                "550 Frobnication imminent",
                STRANGE,
                STRANGE.replace("12", "99").replace("kim@", "lee@"),
                "550 5.1.1 user unknown");
        assertThat(run.out())
                .startsWith("# seen 2 times\nRule: unknown-1\nReason:\nPhrase: zorbles from <ip> were # * too * many")
                .contains("# seen 1 time\nRule: unknown-2\nReason:\nPhrase: frobnication imminent\n")
                .doesNotContain("user unknown");
    }

    @Test
    void theDraftWithItsReasonFilledInDecidesWhatItWasMadeFrom() throws IOException {
        String draft = run("classify", "--unknown", STRANGE).out();
        Path rules = Files.writeString(
                dir.resolve("site.rules"),
                draft.replace("Reason:", "Reason: RATE_LIMITED").replace("Source:", "Source: our log"));
        assertThat(run("check-rules", rules.toString()).out()).isEqualTo("no problem\n");
        assertThat(run("classify", "--rules", rules.toString(), STRANGE.replace("12", "7"))
                        .out())
                .startsWith("RATE RATE_LIMITED ");
    }

    @Test
    void hitsAreCountedOnRequestOnStandardError() {
        Run run = run(
                "classify", "--hits", "550 Frobnication imminent", "550 Frobnication imminent", "452 4.2.2 over quota");
        assertThat(run.out().lines()).hasSize(3);
        assertThat(run.err().lines()).hasSize(2).first().asString().matches(" +2  none");
        assertThat(run("classify", "452 4.2.2 over quota").err()).isEmpty();
    }
}
