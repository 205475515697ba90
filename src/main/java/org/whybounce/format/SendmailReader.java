package org.whybounce.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Map<String, Listed> listed = new LinkedHashMap<>();
        SessionTranscript transcript = new SessionTranscript();
        Section section = Section.NONE;
        Listed last = null;
        for (Line line : lines.subList(begin, lines.size())) {
            Section next = section(line);
            if (next != Section.NONE) {
                section = next;
                last = null;
            } else if (section == Section.TRANSCRIPT) {
                transcript.line(line);
            } else if (!line.isBlank()) {
                last = listed(line, section, last, listed);
            }
        }
        ReadingBuilder reading = ReadingBuilder.of(name(), message);
        if (listed.isEmpty()) {
            fromTranscript(transcript, reading, Originals.in(message));
        } else {
            listed.values().forEach(entry -> entry.into(reading, transcript));
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

    /** A recipient of the list with what its own lines say. */
    private record Listed(String address, Action action, List<String> words, List<String> originals) {

        void into(ReadingBuilder reading, SessionTranscript transcript) {
            String own = String.join("\n", words);
            SessionTranscript.Outcome outcome = transcript.of(address).orElse(SessionTranscript.Outcome.NONE);
            String text = own.isBlank() ? outcome.words() : own;
            reading.recipient(Facts.recipient(address, action, text)
                    .remoteMta(outcome.host().orElse(null))
                    .smtpCommand(outcome.command().orElse(null))
                    .originalRecipient(originals.stream().findFirst().orElse(null))
                    .build());
        }
    }

    private static @org.jspecify.annotations.Nullable Listed listed(
            Line line, Section section, @org.jspecify.annotations.Nullable Listed last, Map<String, Listed> listed) {
        String text = line.shown();
        if (last != null && line.folded().startsWith("(expanded from:")) {
            Addresses.findIn(text).ifPresent(last.originals()::add);
            return last;
        }
        if (last != null && line.folded().startsWith("(reason:")) {
            last.words().add(text.substring("(reason:".length()));
            return last;
        }
        String head = text.startsWith(">>>") ? text.substring(3) : text;
        int end = head.indexOf("  ") > 0 ? head.indexOf("  ") : head.length();
        int comment = head.indexOf(" (");
        int brackets = head.indexOf(" [");
        int stop = Math.min(end, Math.min(comment < 0 ? end : comment, brackets < 0 ? end : brackets));
        List<String> addresses = LinePattern.addresses(head.substring(0, stop));
        if (addresses.isEmpty()) {
            if (last != null && line.indent() > 0) {
                last.words().add(text);
            }
            return last;
        }
        Action action = section == Section.DELAYED
                ? Action.DELAYED
                : section == Section.DELIVERED ? Action.DELIVERED : Action.FAILED;
        Listed entry = new Listed(addresses.get(0), action, new ArrayList<>(), new ArrayList<>());
        if (stop < head.length()) {
            entry.words().add(head.substring(stop).strip());
        }
        Listed known = listed.putIfAbsent(entry.address(), entry);
        return known == null ? entry : known;
    }

    /** Version 5 lists nobody: the transcript names recipients, or only the host that could not be reached. */
    private static void fromTranscript(
            SessionTranscript transcript, ReadingBuilder reading, Optional<OriginalMessage> original) {
        List<String> to =
                original.map(o -> Addresses.findAll(String.join(", ", o.to()))).orElse(List.of());
        for (SessionTranscript.Outcome outcome : transcript.outcomes()) {
            List<String> addresses = outcome.address().map(List::of).orElseGet(() -> to.stream()
                    .filter(address -> outcome.host().equals(Addresses.domain(address)))
                    .toList());
            for (String address : addresses) {
                if (reading.recipients().stream()
                        .noneMatch(r -> r.finalRecipient().equals(Optional.of(address)))) {
                    reading.recipient(Facts.recipient(address, Action.FAILED, outcome.words())
                            .remoteMta(outcome.host().orElse(null))
                            .smtpCommand(outcome.command().orElse(null))
                            .build());
                }
            }
        }
    }
}
