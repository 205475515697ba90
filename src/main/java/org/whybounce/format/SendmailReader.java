package org.whybounce.format;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Action;
import org.whybounce.model.OriginalMessage;
import org.whybounce.text.Addresses;
import org.whybounce.text.ReturnedMessage;

/**
 * Sendmail's reports in plain text, those of its version 5 too, and of the many that imitate it. A recipient is listed in
 * one section and what became of it stands in another, so no template fits.
 *
 * <pre>
 *    ----- The following addresses had permanent fatal errors -----
 * &lt;user@example.org&gt;
 *     (reason: 550 5.1.1 no such user)
 *    ----- Transcript of session follows -----
 * ... while talking to mx.example.org.:
 * &gt;&gt;&gt; RCPT To:&lt;user@example.org&gt;
 * &lt;&lt;&lt; 550 5.1.1 no such user
 * </pre>
 */
final class SendmailReader implements FormatReader {

    private static final int MAX_LINES = 5_000;

    /** What a section tells. */
    private enum Section {
        NONE,
        FAILED,
        DELAYED,
        DELIVERED,
        TRANSCRIPT
    }

    @Override
    public String name() {
        return "sendmail";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        ReturnedMessage parts = ReturnedMessage.in(message.text());
        List<Line> lines = parts.report().lines().limit(MAX_LINES).map(Line::of).toList();
        int begin = 0;
        while (begin < lines.size() && section(lines.get(begin)) == Section.NONE) {
            begin++;
        }
        if (!Gate.open(message, lines, begin)) {
            return Optional.empty();
        }
        SendmailList list = new SendmailList();
        SessionTranscript transcript = new SessionTranscript();
        Section section = Section.NONE;
        for (Line line : lines.subList(begin, lines.size())) {
            Section next = section(line);
            if (next != Section.NONE) {
                section = next;
                list.close();
            } else if (section == Section.TRANSCRIPT) {
                transcript.line(line);
            } else if (!line.isBlank()) {
                list.line(line, action(section));
            }
        }
        ReadingBuilder reading = ReadingBuilder.of(name(), message);
        if (list.entries().isEmpty()) {
            fromTranscript(transcript, reading, Originals.in(message));
        } else {
            list.entries().forEach(entry -> entry.into(reading, transcript));
        }
        return reading.buildIfAny();
    }

    private static Section section(Line line) {
        String text = line.folded();
        if (!text.startsWith("--")) {
            return Section.NONE;
        }
        if (text.contains("transcript of session")) {
            return Section.TRANSCRIPT;
        }
        if (!text.contains("following address") && !text.contains("following recipients")) {
            return Section.NONE;
        }
        if (text.contains("transient") || text.contains("warning") || text.contains("delayed")) {
            return Section.DELAYED;
        }
        return text.contains("success") || text.contains("were relayed") || text.contains("been delivered")
                ? Section.DELIVERED
                : Section.FAILED;
    }

    private static Action action(Section section) {
        return switch (section) {
            case DELAYED -> Action.DELAYED;
            case DELIVERED -> Action.DELIVERED;
            default -> Action.FAILED;
        };
    }

    /** Version 5 lists nobody: the transcript names recipients, or only the host that could not be reached. */
    private static void fromTranscript(
            SessionTranscript transcript, ReadingBuilder reading, Optional<OriginalMessage> original) {
        List<String> to =
                original.map(o -> Addresses.findAll(String.join(", ", o.to()))).orElse(List.of());
        Set<String> seen = new HashSet<>();
        for (SessionTranscript.Outcome outcome : transcript.outcomes()) {
            List<String> addresses = outcome.address().map(List::of).orElseGet(() -> to.stream()
                    .filter(address -> outcome.host().equals(Addresses.domain(address)))
                    .toList());
            for (String address : addresses) {
                if (seen.add(address)) {
                    reading.recipient(Facts.recipient(address, Action.FAILED, outcome.words())
                            .remoteMta(outcome.host().orElse(null))
                            .smtpCommand(outcome.command().orElse(null))
                            .build());
                }
            }
        }
    }
}
