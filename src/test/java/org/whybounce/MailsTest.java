package org.whybounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Recipient;
import org.whybounce.text.DataFile;

/**
 * Tables of short mails. Each group is one: what it is ({@code Mail}), its {@code Message} ({@code  .} for an empty line),
 * the {@code Kind} that it must be called, and where they matter the {@code Format} and the {@code Recipients}.
 */
final class MailsTest {

    private static final List<String> TABLES =
            List.of("ordinary.mails", "notices.mails", "answers.mails", "reports.mails", "unusual.mails");
    private static final List<String> FIELDS = List.of("Mail", "Kind", "Format", "Recipients", "Message");

    private final BounceParser parser = BounceParser.standard();

    @TestFactory
    Stream<DynamicTest> eachMailIsCalledWhatItIs() {
        return TABLES.stream()
                .flatMap(table -> table(table).groups().stream())
                .map(group -> DynamicTest.dynamicTest(group.required("Mail").folded(), () -> check(group)));
    }

    private void check(DataFile.Group group) {
        group.allowOnly(FIELDS);
        String message = group.required("Message").value().substring(1);
        ParseResult result = parser.parse(message.getBytes(StandardCharsets.UTF_8));
        assertThat(result.kind().word())
                .as("kind, read as " + result.format())
                .isEqualTo(group.required("Kind").folded());
        group.optional("Format").ifPresent(format -> assertThat(result.format()).isEqualTo(format.folded()));
        group.optional("Recipients").ifPresent(wanted -> assertThat(result.recipients())
                .extracting(Recipient::address)
                .containsExactlyElementsOf(Arrays.asList(wanted.folded().split("[, ]+"))));
    }

    private static DataFile table(String name) {
        try (InputStream in = MailsTest.class.getResourceAsStream("mails/" + name)) {
            assertThat(in).as(name).isNotNull();
            return DataFile.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
