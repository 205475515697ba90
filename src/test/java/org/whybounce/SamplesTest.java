package org.whybounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.whybounce.model.DiagnosticCode;
import org.whybounce.model.EnhancedStatus;
import org.whybounce.model.Listing;
import org.whybounce.model.Note;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Recipient;
import org.whybounce.model.RecipientFields;
import org.whybounce.model.RemedyCode;
import org.whybounce.model.SmtpReply;
import org.whybounce.text.DataFile;

/**
 * Every {@code samples/**}{@code /NAME.eml} against {@code NAME.expected} beside it, which lists only what matters: a
 * group for the message, then one for each recipient in order.
 */
final class SamplesTest {

    private static final Path SAMPLES = Path.of("samples");
    private static final List<String> OF_MESSAGE = List.of("Kind", "Format", "Note", "Original-Subject");
    private static final List<String> OF_RECIPIENT = List.of(
            "Recipient",
            "Original-Recipient",
            "Action",
            "Status",
            "Reply",
            "Remote-MTA",
            "Command",
            "Diagnostic",
            "Category",
            "Reason",
            "Permanence",
            "Suppress",
            "Remedy",
            "Other-Remedies",
            "Confidence",
            "Blocklist");

    private final BounceParser parser = BounceParser.standard();

    @TestFactory
    Stream<DynamicTest> samplesSayWhatIsExpected() throws IOException {
        return files(".expected").stream().map(expected -> {
            String name = SAMPLES.relativize(expected).toString().replace('\\', '/');
            return DynamicTest.dynamicTest(name, () -> check(expected));
        });
    }

    @Test
    void everySampleHasItsExpectation() throws IOException {
        assertThat(files(".eml")).isNotEmpty().allSatisfy(sample -> assertThat(sibling(sample, ".expected"))
                .exists());
    }

    private void check(Path expected) throws IOException {
        List<DataFile.Group> groups =
                DataFile.parse(expected.toString(), Files.readString(expected)).groups();
        ParseResult result = parser.parse(sibling(expected, ".eml"));
        DataFile.Group message = groups.get(0);
        message.allowOnly(OF_MESSAGE);
        List<DataFile.Group> wanted = groups.subList(1, groups.size());
        SoftAssertions softly = new SoftAssertions();
        for (DataFile.Field field : message.fields()) {
            softly.assertThat(ofMessage(result, field.name())).as(field.name()).contains(field.folded());
        }
        if (!wanted.isEmpty()) {
            softly.assertThat(result.recipients()).as("recipients").hasSize(wanted.size());
        }
        for (int i = 0; i < Math.min(wanted.size(), result.recipients().size()); i++) {
            wanted.get(i).allowOnly(OF_RECIPIENT);
            for (DataFile.Field field : wanted.get(i).fields()) {
                check(softly, field, result.recipients().get(i));
            }
        }
        softly.assertAll();
    }

    private static String ofMessage(ParseResult result, String name) {
        return switch (name) {
            case "Kind" -> result.kind().word();
            case "Format" -> result.format();
            case "Note" ->
                String.join("; ", result.notes().stream().map(Note::text).toList());
            default -> result.original().flatMap(o -> o.subject()).orElse("");
        };
    }

    private static void check(SoftAssertions softly, DataFile.Field field, Recipient recipient) {
        String where = recipient.address() + " " + field.name();
        String wanted = field.folded();
        if (field.name().equals("Confidence")) {
            double confidence = recipient.verdict().confidence();
            double bound = Double.parseDouble(wanted.replaceAll("[<>=]", ""));
            softly.assertThat(wanted.startsWith("<") ? confidence < bound : confidence >= bound)
                    .as(where + " " + wanted + ", is " + confidence)
                    .isTrue();
            return;
        }
        String found = ofRecipient(recipient, field.name()).orElse("");
        switch (field.name()) {
            case "Diagnostic", "Blocklist", "Other-Remedies" ->
                softly.assertThat(found).as(where).contains(wanted);
            default -> softly.assertThat(found).as(where).isEqualTo(wanted);
        }
    }

    private static Optional<String> ofRecipient(Recipient recipient, String name) {
        RecipientFields fields = recipient.fields();
        return switch (name) {
            case "Recipient" -> Optional.of(recipient.address());
            case "Original-Recipient" -> fields.originalRecipient();
            case "Action" -> Optional.of(fields.action().word());
            case "Status" -> fields.status().map(EnhancedStatus::toString);
            case "Reply" -> fields.reply().map(SmtpReply::code).map(String::valueOf);
            case "Remote-MTA" -> fields.remoteMta();
            case "Command" -> fields.smtpCommand();
            case "Diagnostic" -> fields.diagnosticCode().map(DiagnosticCode::text);
            case "Category" -> Optional.of(recipient.verdict().category().name());
            case "Reason" -> Optional.of(recipient.verdict().reason().name());
            case "Permanence" -> Optional.of(recipient.verdict().permanence().name());
            case "Suppress" -> Optional.of(String.valueOf(recipient.verdict().suppress()));
            case "Remedy" -> Optional.of(recipient.verdict().remedy().code().value());
            case "Other-Remedies" ->
                Optional.of(String.join(
                        ", ",
                        recipient.verdict().otherRemedies().stream()
                                .map(RemedyCode::value)
                                .toList()));
            default -> recipient.verdict().blocklist().map(Listing::name);
        };
    }

    private static List<Path> files(String suffix) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(SAMPLES)) {
            paths.filter(path -> path.toString().endsWith(suffix)).sorted().forEach(found::add);
        }
        return found;
    }

    private static Path sibling(Path path, String suffix) {
        String name = path.getFileName().toString();
        return path.resolveSibling(name.substring(0, name.lastIndexOf('.')) + suffix);
    }
}
