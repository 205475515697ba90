package org.whybounce.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.whybounce.mime.BounceMessage;
import org.whybounce.mime.MimeReader;
import org.whybounce.model.Limits;
import org.whybounce.model.RecipientFields;
import org.whybounce.text.DataFile;

/**
 * Readers overlap, so their order decides. This prints sample × reader, and checks that of all readers that would take a
 * sample the first one is right: it has the format and the recipients that the sample's expectation names.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReaderOrderTest {

    private static final MimeReader MAIL = new MimeReader(Limits.standard(), HtmlText::of);

    private final List<FormatReader> readers = Formats.standard().readers();
    private final List<Row> rows = new ArrayList<>();

    /** What each reader makes of a sample; empty where it leaves it to others. */
    private record Row(Path sample, List<Optional<Reading>> readings) {

        Optional<Reading> first() {
            return readings.stream().flatMap(Optional::stream).findFirst();
        }

        // D decides, = would say the same of the same recipients, x would say something else.
        String cell(int reader) {
            Optional<Reading> reading = readings.get(reader);
            Optional<Reading> first = first();
            return reading.isEmpty() || first.isEmpty()
                    ? "."
                    : reading.get() == first.get() ? "D" : said(reading.get()).equals(said(first.get())) ? "=" : "x";
        }

        private static Set<String> said(Reading reading) {
            return reading.recipients().stream()
                    .map(fields -> fields.action() + " " + address(fields) + " " + fields.reply() + fields.status())
                    .collect(Collectors.toSet());
        }
    }

    @BeforeAll
    void readEverySampleWithEveryReader() throws IOException {
        try (Stream<Path> samples = Files.walk(Path.of("samples"))) {
            for (Path sample : samples.filter(path -> path.toString().endsWith(".eml"))
                    .sorted()
                    .toList()) {
                BounceMessage message = MAIL.read(Files.readAllBytes(sample));
                rows.add(new Row(
                        sample,
                        readers.stream().map(reader -> reader.read(message)).toList()));
            }
        }
    }

    @Test
    void theFirstReaderThatTakesASampleReadsItRight() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (Row row : rows) {
            List<DataFile.Group> expected = expected(row.sample());
            Reading first = row.first().orElse(null);
            softly.assertThat(first).as(row.sample() + " is read").isNotNull();
            if (first == null) {
                continue;
            }
            expected.get(0).optional("Format").ifPresent(format -> softly.assertThat(first.format())
                    .as(row.sample() + " " + line(row))
                    .isEqualTo(format.folded()));
            List<String> recipients = expected.stream()
                    .flatMap(group -> group.optional("Recipient").stream())
                    .map(DataFile.Field::folded)
                    .toList();
            if (!recipients.isEmpty()) {
                softly.assertThat(first.recipients())
                        .as(row.sample() + " " + line(row))
                        .extracting(ReaderOrderTest::address)
                        .containsExactlyElementsOf(recipients);
            }
        }
        softly.assertAll();
    }

    @Test
    void everyReaderDecidesASample() {
        for (int i = 0; i < readers.size(); i++) {
            int reader = i;
            assertThat(rows)
                    .as("a sample that " + readers.get(i).name() + " decides")
                    .anyMatch(row -> row.cell(reader).equals("D"));
        }
    }

    @Test
    void theMatrixIsPrinted() {
        TreeMap<String, String> lines = new TreeMap<>();
        rows.forEach(row -> lines.put(row.sample().getFileName().toString(), line(row)));
        for (int i = 0; i < readers.size(); i++) {
            System.out.println("|".repeat(i) + "+-" + " " + readers.get(i).name());
        }
        lines.forEach((sample, cells) -> System.out.println(cells + " " + sample));
        assertThat(lines).hasSize(rows.size());
    }

    private String line(Row row) {
        return IntStream.range(0, readers.size()).mapToObj(row::cell).collect(Collectors.joining());
    }

    private static List<DataFile.Group> expected(Path sample) throws IOException {
        Path file = Path.of(sample.toString().replaceFirst("\\.eml$", ".expected"));
        return DataFile.parse(file.toString(), Files.readString(file)).groups();
    }

    private static String address(RecipientFields fields) {
        return fields.finalRecipient().or(fields::originalRecipient).orElse("");
    }
}
