package org.whybounce.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whybounce.text.DataFile;

/** The replies from which the build learns, beside the samples of the rules. */
class RepliesTest {

    private static final Path REPLIES = Path.of("src/main/replies");
    private static final Pattern ADDRESS =
            Pattern.compile("[\\w.+-]@([a-z0-9-]+\\.[a-z0-9.-]*[a-z])", Pattern.CASE_INSENSITIVE);
    private static final Pattern RESERVED = Pattern.compile(
            "(.*\\.)?example(\\..*)?|.*\\.(test|invalid|localhost|localdomain)", Pattern.CASE_INSENSITIVE);

    private static List<DataFile.Field> replies() throws IOException {
        try (Stream<Path> files = Files.list(REPLIES)) {
            return files.sorted()
                    .map(file -> {
                        try {
                            return DataFile.parse(file.getFileName().toString(), Files.readString(file));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .flatMap(file -> file.groups().stream())
                    .flatMap(group -> group.all("Reply").stream())
                    .toList();
        }
    }

    @Test
    void noReplyIsASampleOfARuleToo() throws IOException {
        Set<String> samples = new HashSet<>();
        for (Rule rule : Classifier.standard().rules()) {
            rule.samples().forEach(sample -> samples.add(sample.text().replaceAll("\\s+", " ")));
        }

        assertThat(replies()).noneMatch(reply -> samples.contains(reply.folded()));
    }

    @Test
    void noReplyStandsTwice() throws IOException {
        List<String> replies = replies().stream().map(DataFile.Field::folded).toList();

        assertThat(replies).doesNotHaveDuplicates();
    }

    @Test
    void addressesAreReserved() throws IOException {
        List<String> domains = replies().stream()
                .flatMap(reply -> ADDRESS.matcher(reply.value()).results())
                .map(match -> match.group(1))
                .distinct()
                .toList();

        assertThat(domains).isNotEmpty().allMatch(domain -> RESERVED.matcher(domain)
                .matches());
    }
}
