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

class CheckRulesTest {

    private static final String GOOD = """
            Rule: site-lunch
            Reason: GREYLISTED
            Label: lunch-break
            Phrase: out for lunch
            Sample: 451 The server is out for lunch, sorry
            Source: our own gateway
            """;

    @TempDir
    Path dir;

    private record Run(int status, String out, String err) {}

    private static Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int status = Main.commandLine(out, new PrintWriter(err)).execute(arguments);
        return new Run(status, out.toString(UTF_8), err.toString());
    }

    private String file(String text) throws IOException {
        return Files.writeString(dir.resolve("site.rules"), text).toString();
    }

    @Test
    void rulesWithoutAProblemAreSaidToHaveNone() throws IOException {
        Run run = run("check-rules", file(GOOD));
        assertThat(run).isEqualTo(new Run(0, "no problem\n", ""));
    }

    @Test
    void aLabelIsCarriedByTheVerdict() throws IOException {
        Run run = run("classify", "--format", "ndjson", "--rules", file(GOOD), "451 Cook is out for lunch");
        assertThat(run.out()).contains("\"label\":\"lunch-break\"", "\"reason\":\"GREYLISTED\"");
    }

    @Test
    void aBlocklistOfOnesOwnIsNamedWithItsPages() throws IOException {
        Path lists = Files.writeString(dir.resolve("site.blocklists"), """
                Blocklist: campus
                Name: Campus list
                Zone: dnsbl.campus.example
                Listed: ip
                Lookup: https://dnsbl.campus.example/{listed}
                """);
        String reply = "554 Rejected, 192.0.2.5 stands in dnsbl.campus.example";

        assertThat(run("classify", "--format", "ndjson", "--blocklists", lists.toString(), reply)
                        .out())
                .contains("\"reason\":\"IP_BLOCKLISTED\"", "Campus list", "https://dnsbl.campus.example/192.0.2.5");
        assertThat(run("classify", "--format", "ndjson", reply).out()).doesNotContain("Campus list");
    }

    @Test
    void aSampleThatAnotherRuleDecidesIsNamedWithItsLineAndThatRule() throws IOException {
        String shadowed = GOOD.replace("Confidence", "").replace("451 The", "451 Greylisted: the")
                + "\nRule: site-greylist\nReason: RATE_LIMITED\nPhrase: greylisted: the server is out\n"
                + "Sample: 451 Greylisted: the server is out of order\nSource: our own gateway\n";
        Run run = run("check-rules", file(shadowed));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("site.rules:5: site-lunch: its sample is decided by site-greylist (RATE_LIMITED, ")
                .endsWith("1 problem\n");
    }

    @Test
    void theSameWordsWithAnotherReasonAreAContradiction() throws IOException {
        Run run = run(
                "check-rules",
                file(GOOD + "\n" + GOOD.replace("site-lunch", "b").replace("GREYLISTED", "EXPIRED")));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("b: \"out for lunch\" contradicts site-lunch (GREYLISTED, ");
    }

    @Test
    void whatNobodyKnowsIsNamed() throws IOException {
        Run run =
                run("check-rules", file(GOOD.replace("Label: lunch-break", "Remedy: EAT-SOMETHING\nBlocklist: menu")));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("no such Remedy: EAT-SOMETHING", "no such Blocklist: menu", "2 problems");
    }

    @Test
    void aPhraseWithoutASampleAndASampleThatRepeatsItAreProblems() throws IOException {
        Run without = run("check-rules", file(GOOD.replace("Phrase:", "Phrase: gone fishing\nPhrase:")));
        assertThat(without.out()).contains("no sample for \"gone fishing\"");
        Run repeats = run("check-rules", file(GOOD.replace("451 The server is out for lunch, sorry", "out for lunch")));
        assertThat(repeats.out()).contains("the sample merely repeats \"out for lunch\"");
    }

    @Test
    void anErrorOfSyntaxIsAProblemOfItsFileAndLine() throws IOException {
        Run run = run("check-rules", file(GOOD.replace("GREYLISTED", "GREYLISTD")));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("site.rules:2: unknown Reason \"GREYLISTD\"", "did you mean GREYLISTED?");
    }

    @Test
    void aFileThatIsNotThereIsToldOnStandardError() {
        Run run = run("check-rules", dir.resolve("none.rules").toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("none.rules: cannot be read");
    }

    @Test
    void noFileIsWrongUsage() {
        assertThat(run("check-rules").status()).isEqualTo(2);
    }
}
