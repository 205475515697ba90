package org.whybounce;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whybounce.format.HtmlText;
import org.whybounce.mime.BounceMessage;
import org.whybounce.mime.MimeReader;
import org.whybounce.model.Kind;
import org.whybounce.model.Limits;

/** Every report there is, in mails of persons and programs that speak of it: none of these mails is a report itself. */
final class QuotedReportsTest {

    private static final Set<Kind> REPORTS = Set.of(Kind.BOUNCE, Kind.DELAY, Kind.DELIVERED);
    private static final Set<String> PROGRAMS = Set.of("exception", "outlook-express");
    private static final Path CORPUS = Path.of("../shared/corpus/bounces");

    private final BounceParser parser = BounceParser.standard();
    private final MimeReader mails = new MimeReader(Limits.standard(), HtmlText::of);

    /** A mail that holds a report's text, made from its subject and text. */
    enum Quoted {
        IN_AN_ANSWER((subject, text) -> person("Re: " + subject, "Hi,\n\nthe address is wrong.\n\n" + marked(text))),
        IN_A_FORWARDED_MAIL((subject, text) -> person(
                "FW: " + subject,
                "-----Original Message-----\nFrom: Mail Delivery System\nSubject: " + subject + "\n\n" + text)),
        IN_A_QUESTION((subject, text) -> person(subject, "Hello,\n\nwhat does this mean?\n\n" + text + "\n\nAnna\n")),
        IN_A_STORY((subject, text) -> person("mail returned", "I sent a mail\nand got this.\n\n" + text)),
        IN_A_LETTER_WITHOUT_SUBJECT((subject, text) -> person("", "please help\n\n" + text)),
        IN_A_TICKET((subject, text) -> mail(
                "Return-Path: <>\nFrom: Desk <desk@example.com>\nAuto-Submitted: auto-generated\n",
                "[Ticket#4711] " + subject,
                "We have received your request:\n\n" + text)),
        ON_A_LIST((subject, text) ->
                mail("From: Anna <anna@example.org>\nList-Id: <users.lists.example.org>\n", subject, text)),
        IN_A_NEWSLETTER((subject, text) -> mail(
                "From: News <news@example.org>\nList-Unsubscribe: <https://news.example.org>\n",
                "Delivery failures explained",
                "This week we look at a report:\n\n" + text)),
        IN_A_LOG((subject, text) -> mail("From: root@example.org (Cron Daemon)\n", "Cron <root@mx> report", text));

        private final BinaryOperator<String> made;

        Quoted(BinaryOperator<String> made) {
            this.made = made;
        }

        private static String person(String subject, String text) {
            return mail("From: Anna <anna@example.org>\nMessage-ID: <p@example.org>\n", subject, text);
        }

        private static String mail(String head, String subject, String text) {
            return head + "To: help@example.com\nSubject: " + subject + "\nContent-Type: text/plain; charset=utf-8\n\n"
                    + text;
        }

        private static String marked(String text) {
            return text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReportThatIsQuotedIsNoReport(Quoted quoted) throws IOException {
        check(quoted, Path.of("samples"));
    }

    @ParameterizedTest
    @EnumSource
    void aReportOfTheCorpusThatIsQuotedIsNoReport(Quoted quoted) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(CORPUS), "no corpus beside the project");
        check(quoted, CORPUS);
    }

    @Test
    void aReportThatIsAttachedIsNoReport() throws IOException {
        for (Path report : reports(Path.of("samples"))) {
            String mail = "From: Anna <anna@example.org>\nTo: help@example.com\nSubject: Undelivered Mail\n"
                    + "Content-Type: multipart/mixed; boundary=anna\n\n--anna\n\nSee the attachment.\n--anna\n"
                    + "Content-Type: message/rfc822\n\n" + Files.readString(report, ISO_8859_1) + "\n--anna--\n";
            assertThat(parser.parse(mail.getBytes(ISO_8859_1)).kind())
                    .as(report.toString())
                    .isNotIn(REPORTS);
        }
    }

    private void check(Quoted quoted, Path folder) throws IOException {
        for (Path report : reports(folder)) {
            BounceMessage message = mails.read(Files.readAllBytes(report));
            // JSON says itself whose it is, and what a program threw is its own report in a log too.
            String start = message.text().strip();
            boolean thrown = quoted == Quoted.IN_A_LOG
                    && PROGRAMS.contains(
                            parser.parse(Files.readAllBytes(report)).format());
            if (start.startsWith("{") || start.startsWith("[") || thrown) {
                continue;
            }
            String mail = quoted.made.apply(message.header("Subject").orElse(""), message.text());
            assertThat(parser.parse(mail.getBytes(UTF_8))).as(report.toString()).satisfies(result -> assertThat(
                            result.kind())
                    .as("read as " + result.format())
                    .isNotIn(REPORTS));
        }
    }

    private List<Path> reports(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> found = paths.filter(path -> path.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
