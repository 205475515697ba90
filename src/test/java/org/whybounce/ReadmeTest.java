package org.whybounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.whybounce.model.Category;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Verdict;
import org.whybounce.output.Explanation;

/** What the README shows is what happens. */
@Isolated("replaces standard output")
class ReadmeTest {

    private static final String SAMPLE = "samples/messages/helo-invalid-own-server.eml";

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static List<String> blocks(String fence) throws IOException {
        return Arrays.stream(readme().split("(?m)^```"))
                .filter(block -> block.startsWith(fence + "\n"))
                .map(block -> block.substring(fence.length() + 1))
                .toList();
    }

    @Test
    void theOutputAtItsTopIsWhatExplainPrints() throws IOException {
        BounceParser parser = BounceParser.standard();
        ParseResult result = parser.parse(Path.of(SAMPLE));
        String shown = blocks("").get(0);
        String cut = "…\n";
        assertThat(shown).startsWith("$ whybounce explain " + SAMPLE + "\n").endsWith(cut);
        String printed = shown.substring(shown.indexOf('\n') + 1, shown.length() - cut.length());
        assertThat(withoutLines(Explanation.of(SAMPLE, result, parser::remedy))).startsWith(withoutLines(printed));
    }

    /** A rule moves within its file with every rule before it. */
    private static String withoutLines(String text) {
        return text.replaceAll("\\.rules:\\d+", ".rules");
    }

    @Test
    void theSnippetCompilesAndPrintsWhatIsShown() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/whybounce/ReadmeTest.java"));
        assertThat(squeezed(source)).contains(squeezed(blocks("java").get(0)));
        PrintStream before = System.out;
        java.io.ByteArrayOutputStream printed = new java.io.ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            snippet();
        } finally {
            System.setOut(before);
        }
        assertThat(readme()).contains("prints\n\n```\n" + printed.toString(StandardCharsets.UTF_8) + "```\n");
    }

    private static void snippet() throws IOException {
        BounceParser parser = BounceParser.standard(); // immutable, thread-safe, built once
        ParseResult result = parser.parse(Path.of("samples/messages/helo-invalid-own-server.eml"));
        result.bounce().ifPresent(b -> b.failed()
                .forEach(r -> System.out.println(r.address() + " " + r.verdict().reason() + " "
                        + r.verdict().remedy().code())));
        Verdict verdict = parser.classify("550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)");
        System.out.println(verdict.category() + " " + verdict.otherRemedies());
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void theTableOfCategoriesIsThatOfTheLibrary() throws IOException {
        String rows = Arrays.stream(Category.values())
                .map(category -> "| `" + category + "` | " + category.meaning() + " |\n")
                .collect(Collectors.joining());
        assertThat(readme()).contains("|---|---|\n" + rows + "\n");
    }

    @Test
    void itIsShorterThan150Lines() throws IOException {
        assertThat(readme().lines().count()).isLessThan(150);
    }
}
