package org.whybounce.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whybounce.mime.BounceMessage;
import org.whybounce.mime.MimeReader;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Limits;
import org.whybounce.text.DataFile;

final class TemplateReaderTest {

    private static final MimeReader MAIL = new MimeReader(Limits.standard(), HtmlText::of);

    @TestFactory
    Stream<DynamicTest> everyTemplateDecidesItsOwnSamples() {
        List<DynamicTest> tests = new ArrayList<>();
        for (TemplateReader reader : readers()) {
            for (Template template : reader.templates()) {
                for (String sample : template.samples()) {
                    tests.add(DynamicTest.dynamicTest(
                            reader.name() + " " + template.format() + " " + sample,
                            () -> assertThat(decides(Path.of(sample)))
                                    .map(decision -> decision.template())
                                    .containsSame(template)));
                }
            }
        }
        return tests.stream();
    }

    @Test
    void everyTemplateOfOursHasASample() {
        assertThat(readers())
                .flatExtracting(TemplateReader::templates)
                .allSatisfy(template -> assertThat(template.samples()).isNotEmpty());
    }

    @Test
    void everyReaderStandsInTheListOnce() {
        assertThat(Formats.standard().readers()).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            Formt: x                                            | t:1: a template begins with Format, not Formt
            Format: x/Start: y                                  | t:2: unknown field Start; did you mean Starts?
            Format: x/Recipient: line/Sample: s                 | t:1: Format needs a field Starts
            Format: x/Starts: */Recipient: line/Sample: s       | t:2: Starts needs words to recognise the format by
            Format: x/Starts: y/Sample: s                       | t:1: Format needs a field Recipient
            Format: x/Starts: y/Recipient: lines/Sample: s      | t:3: expected labelled, line, angle or a pattern with {address}, found "lines"
            Format: x/Starts: y {adress}/Recipient: line/Sample: s | t:2: unknown hole "adress"; expected one of address, original, reason, remote-mta, reporting-mta, status, command
            Format: x/Starts: y/Recipient: {address}{reason}/Sample: s | t:3: two holes side by side in "{address}{reason}"
            Format: x/Starts: y/Recipient: line/Header: X/Sample: s | t:4: expected "Header: Name: pattern", found "X"
            Format: x/Starts: y/Recipient: line/Reason: paragraf/Sample: s | t:4: unknown Span "paragraf"; did you mean PARAGRAPH?
            Format: x/Starts: y/Recipient: line/Action: bounced/Sample: s | t:4: unknown Action "bounced"
            """)
    void aTemplateThatCannotBeUsedSaysWhereAndWhy(String lines, String message) {
        assertThatThrownBy(() -> TemplateReader.of(DataFile.parse("t", lines.replace("/", "\n"))))
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void whereTheLabelOfTheReasonIsMissingWhatFollowsTheAddressIsTheReason() {
        TemplateReader reader = TemplateReader.of(DataFile.parse(
                "t", "Format: x\nStarts: Lost mail for {address}\nRecipient: labelled\nReason-After: Because:\n"));
        String head = "From: MAILER-DAEMON@example.net\nSubject: failure\n\nLost mail for bob@example.com\n\n";
        for (String words : List.of("no such user\n", "Hello.\n\nBecause: no such user\n")) {
            BounceMessage message = MAIL.read((head + words).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(reader.read(message).orElseThrow().recipients())
                    .singleElement()
                    .satisfies(recipient -> assertThat(
                                    recipient.diagnosticCode().orElseThrow().text())
                            .isEqualTo("no such user"));
        }
    }

    @Test
    void anAddressInAReplyThatWrapsIsNoFurtherRecipient() {
        BounceMessage message = MAIL.read(("From: MAILER-DAEMON@example.net\nSubject: failure\n\n"
                        + "This is the mail system at host mx.example.net.\n\n"
                        + "<bob@example.com>: host mx.example.com[192.0.2.25] said: 554 5.7.1\n"
                        + "<list@example.com>: Recipient address rejected: Access denied\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(Formats.standard().read(message).recipients())
                .singleElement()
                .satisfies(recipient -> {
                    assertThat(recipient.finalRecipient()).contains("bob@example.com");
                    assertThat(recipient.diagnosticCode().orElseThrow().text()).endsWith("Access denied");
                });
    }

    @Test
    void aPersonWhoQuotesAReportIsNotAServer() {
        String quoted = "From: Ada <ada@example.net>\nTo: help@example.org\nSubject: Re: my mail\n\n"
                + "I got this:\n\nHi. This is the qmail-send program at mx.example.net.\n\n"
                + "<bob@example.com>:\nSorry, no mailbox here by that name. (#5.1.1)\n";
        BounceMessage message = MAIL.read(quoted.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(readers())
                .allSatisfy(reader -> assertThat(reader.read(message)).isEmpty());
    }

    private static Optional<TemplateReader.Decision> decides(Path sample) throws IOException {
        BounceMessage message = MAIL.read(Files.readAllBytes(sample));
        // A template that a reader before it takes mail from would never be asked.
        for (FormatReader reader : Formats.standard().readers()) {
            if (reader instanceof TemplateReader templates) {
                Optional<TemplateReader.Decision> decision = templates.decide(message);
                if (decision.isPresent()) {
                    return decision;
                }
            } else if (reader.read(message).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<TemplateReader> readers() {
        return Formats.standard().readers().stream()
                .filter(TemplateReader.class::isInstance)
                .map(TemplateReader.class::cast)
                .toList();
    }
}
