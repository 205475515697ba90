package org.whybounce.format;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Action;
import org.whybounce.text.Addresses;
import org.whybounce.text.ReturnedMessage;

/**
 * Exim's reports in plain text, and those of services built on it. No template can say that a recipient may be a pipe
 * or a file, nor that text follows in a section of its own.
 *
 * <pre>
 * A message that you sent could not be delivered to one or more of its
 * recipients. This is a permanent error. The following address(es) failed:
 *
 *   user@example.org
 *     (generated from alias@example.net)
 *     host mx.example.org [192.0.2.1]
 *     SMTP error from remote mail server after RCPT TO:&lt;user@example.org&gt;:
 *     550 5.1.1 no such user
 * </pre>
 */
final class EximReader implements FormatReader {

    private static final List<String> STARTS = List.of(
            "this message was created automatically by",
            "a message that you sent could not be delivered",
            "a message that you have sent could not be delivered",
            "a message that you sent has not yet been delivered",
            "a message that you sent contained",
            "a message that you sent was rejected");
    private static final int MAX_LINES = 5_000;

    @Override
    public String name() {
        return "exim";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        Optional<String> failed = message.header("X-Failed-Recipients");
        List<Line> lines = ReturnedMessage.in(message.text())
                .report()
                .lines()
                .limit(MAX_LINES)
                .map(Line::of)
                .toList();
        int begin = 0;
        while (begin < lines.size()
                && STARTS.stream().noneMatch(lines.get(begin).folded()::startsWith)) {
            begin++;
        }
        if (!Gate.open(message, lines, begin)) {
            return Optional.empty();
        }
        EximList list = EximList.of(lines);
        Action action = failed.isEmpty() && list.delayed() ? Action.DELAYED : Action.FAILED;
        ReadingBuilder reading = ReadingBuilder.of(name(), message);
        // Services that write in two languages list everybody twice.
        Set<String> seen = new HashSet<>();
        for (EximList.Entry entry : list.entries()) {
            entry.address()
                    .filter(address -> seen.add(address + entry.words()))
                    .ifPresent(address -> reading.recipient(Facts.recipient(address, action, entry.words())
                            .originalRecipient(entry.generatedFrom().orElse(null))
                            .remoteMta(entry.host().orElse(null))
                            .build()));
        }
        if (!reading.hasRecipients()) {
            Addresses.findAll(failed.orElse(""))
                    .forEach(address -> reading.recipient(address, action, list.allWords()));
        }
        return reading.buildIfAny();
    }
}
