package org.whybounce.format;

import java.util.Optional;
import org.whybounce.mime.BounceMessage;
import org.whybounce.text.Addresses;
import org.whybounce.text.Lines;
import org.whybounce.text.ReturnedMessage;

/**
 * Domino, where the status part is lost, and the SMTP MTA of Notes before it.
 *
 * <pre>
 * Your message
 *
 *   Subject: Minutes
 *
 * was not delivered to:
 *
 *   nobody&#64;example.net
 *
 * because:
 *
 *   User nobody (nobody&#64;example.net) not listed in Domino Directory
 * </pre>
 */
final class DominoReader implements FormatReader {

    @Override
    public String name() {
        return "domino";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        if (!Gate.open(message)) {
            return Optional.empty();
        }
        Lines lines = Lines.of(ReturnedMessage.in(message.text()).report());
        int whom = lines.find(0, line -> line.strip().equals("was not delivered to:"));
        int why = lines.find(whom + 1, line -> line.strip().equals("because:"));
        if (whom >= 0 && why > whom) {
            int start = lines.skipBlank(why + 1);
            String reason = lines.fold(start, lines.endOfParagraph(start));
            ReadingBuilder reading = ReadingBuilder.of(name(), message);
            for (int i = whom + 1; i < why; i++) {
                // Within a Notes domain a recipient may be a name without @.
                Addresses.bare(lines.get(i)).ifPresent(address -> reading.failed(address, reason));
            }
            return reading.buildIfAny();
        }
        int notes = lines.find(0, line -> line.startsWith("--") && line.contains(" Failure Reasons "));
        return notes < 0 ? Optional.empty() : readNotes(lines, notes + 1, ReadingBuilder.of("notes", message));
    }

    // A reason, then the address that it is about.
    private static Optional<Reading> readNotes(Lines lines, int from, ReadingBuilder reading) {
        int reason = from;
        for (int i = from; i < lines.size(); i++) {
            Optional<String> address =
                    Addresses.findIn(lines.get(i)).filter(lines.get(i).strip()::equals);
            if (address.isPresent()) {
                reading.failed(address.get(), lines.fold(reason, i));
                reason = i + 1;
            }
        }
        return reading.buildIfAny();
    }
}
