package org.whybounce.format;

import java.util.Optional;
import java.util.regex.Pattern;
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

    private static final Pattern WHOM = Pattern.compile(
            "was not delivered to:|(?:konnte|wurde) .{0,20}\\b(?:zugestellt|übertragen|gesendet).{0,20}:|n'a pas (?:pu )?été (?:remis|distribué|livré).{0,20}:"
                    + "|no (?:se|ha) .{0,20}entreg.{0,20}:|n[ãa]o (?:foi|pôde) .{0,10}entregue.{0,20}:|non (?:è stato|può) .{0,20}(?:consegn|recapit).{0,20}:|(?:is|kon) niet .{0,20}(?:bezorgd|afgeleverd).{0,20}:");
    private static final Pattern WHY = Pattern.compile(
            "(?:because|weil|wegen|aufgrund(?: von)?|grund|parce que|car|en raison de|porque|debido a|por|motivo|perch[ée]|a causa di|omdat|vanwege) ?:");

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
        int whom = lines.find(0, line -> WHOM.matcher(line.strip()).matches());
        int why = lines.find(whom + 1, line -> WHY.matcher(line.strip()).matches());
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
