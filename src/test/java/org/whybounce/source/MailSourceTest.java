package org.whybounce.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSourceTest {

    private static final String MAIL = "Subject: a\n\nbody\n";

    @TempDir
    private Path dir;

    private static List<MailItem> read(Path path) {
        List<MailItem> items = new ArrayList<>();
        MailSource.withLimit(1000).forEach(path, items::add);
        return items;
    }

    private static List<MailItem> read(String text) {
        List<MailItem> items = new ArrayList<>();
        MailSource.withLimit(1000).forEach("-", new ByteArrayInputStream(text.getBytes(US_ASCII)), items::add);
        return items;
    }

    private static String text(MailItem item) {
        return new String(((MailItem.Message) item).bytes(), US_ASCII);
    }

    private Path file(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text, US_ASCII);
    }

    @Test
    void aFileIsOneMessage() throws IOException {
        Path file = file("a.eml", MAIL);
        assertThat(read(file)).singleElement().satisfies(item -> {
            assertThat(item.source()).isEqualTo(file.toString());
            assertThat(text(item)).isEqualTo(MAIL);
        });
    }

    @Test
    void aMailThatQuotesAFromLineIsOneMessage() {
        assertThat(read(MAIL + "\nFrom b@example.com Mon Nov 23 10:00:01 2026\nSubject: x\n\ntext\n"))
                .hasSize(1);
    }

    @Test
    void aDirectoryGivesItsFilesInOrderAndWhatLiesBelow() throws IOException {
        file("b.eml", MAIL);
        file("a.eml", MAIL);
        file("c/d.eml", MAIL);
        file(".hidden", MAIL);
        assertThat(read(dir))
                .extracting(item -> dir.relativize(Path.of(item.source())).toString())
                .containsExactly("a.eml", "b.eml", "c/d.eml");
    }

    @Test
    void aMaildirGivesNewAndCurButNotWhatIsBeingDelivered() throws IOException {
        file("cur/1", MAIL);
        file("new/2", MAIL);
        file("tmp/3", MAIL);
        file("dovecot-uidlist", "3 V1 N2\n");
        file("dovecot.index.log", "x");
        file("maildirsize", "0S\n");
        assertThat(read(dir))
                .extracting(item -> dir.relativize(Path.of(item.source())).toString())
                .containsExactly("cur/1", "new/2");
    }

    @Test
    void aMailNamedAfterItsServerIsNotTakenForTheServersOwnFile() throws IOException {
        file("dovecot-quota.eml", MAIL);
        file("maildir-full.eml", MAIL);
        assertThat(read(dir)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void anMboxIsCutAtItsFromLinesWhateverItsLineEnds(String end) {
        String mbox = ("From a@example.com Mon Nov 23 10:00:00 2026\n" + MAIL
                        + "\nFrom here on it is text.\n"
                        + "\nFrom b@example.com Mon Nov 23 10:00:01 2026\n" + MAIL)
                .replace("\n", end);
        List<MailItem> items = read(mbox);
        assertThat(items).extracting(MailItem::source).containsExactly("-#1", "-#2");
        assertThat(text(items.get(0))).contains("From here on");
        assertThat(text(items.get(1))).startsWith("From b@example.com").endsWith("body" + end);
    }

    @Test
    void aSingleMessageAfterAFromLineKeepsThePlainName() {
        assertThat(read("From a@example.com Mon Nov 23 10:00:00 2026\n" + MAIL))
                .extracting(MailItem::source)
                .containsExactly("-");
    }

    @Test
    void whatGoesBeyondTheLimitIsCountedAndLeftOut() {
        MailItem.Message message =
                (MailItem.Message) read(MAIL + "x".repeat(5000)).get(0);
        assertThat(message.bytes()).hasSize(1000);
        assertThat(message.ignored()).isEqualTo(MAIL.length() + 5000 - 1000);
    }

    @Test
    void aPlaceWithoutMailIsAProblemThatNamesIt() throws IOException {
        Files.createDirectories(dir.resolve("nothing"));
        assertThat(read(file("empty", ""))).singleElement().isInstanceOf(MailItem.Problem.class);
        assertThat(read(file("blank", " \n\n"))).singleElement().isInstanceOf(MailItem.Problem.class);
        assertThat(read(file("picture", "\0\1\2\3"))).singleElement().isInstanceOf(MailItem.Problem.class);
        assertThat(read(dir.resolve("missing"))).singleElement().isInstanceOf(MailItem.Problem.class);
        assertThat(read(dir.resolve("nothing"))).singleElement().isInstanceOf(MailItem.Problem.class);
    }
}
