package org.whybounce.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whybounce.mime.BounceMessage;
import org.whybounce.text.Addresses;
import org.whybounce.text.Lines;
import org.whybounce.text.ReturnedMessage;

/**
 * GroupWise.
 *
 * <pre>
 * The message that you sent was undeliverable to the following:
 *         nobody&#64;example.net (550 5.1.1 User unknown)
 *         second&#64;example.net (host unknown)
 * </pre>
 */
final class GroupWiseReader implements FormatReader {

    @Override
    public String name() {
        return "groupwise";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        if (!Gate.open(message)) {
            return Optional.empty();
        }
        Lines lines = Lines.of(ReturnedMessage.in(message.text()).report());
        int intro = lines.find(0, line -> line.contains("message that you sent was undeliverable to the following"));
        if (intro < 0) {
            return Optional.empty();
        }
        int start = lines.skipBlank(intro + 1);
        ReadingBuilder reading = ReadingBuilder.of(name(), message);
        for (String entry : entries(lines, start, lines.endOfParagraph(start))) {
            int open = entry.indexOf(" (");
            String reason = open < 0 ? "" : entry.substring(open + 2, entry.length() - (entry.endsWith(")") ? 1 : 0));
            Addresses.bare(open < 0 ? entry : entry.substring(0, open)).ifPresent(who -> reading.failed(who, reason));
        }
        return reading.buildIfAny();
    }

    // An entry whose reason is folded goes on until the parenthesis closes.
    private static List<String> entries(Lines lines, int from, int to) {
        List<String> entries = new ArrayList<>();
        StringBuilder entry = new StringBuilder();
        for (int i = from; i < to; i++) {
            entry.append(entry.length() == 0 ? "" : " ").append(lines.get(i).strip());
            if (entry.indexOf("(") < 0 || entry.charAt(entry.length() - 1) == ')' || i == to - 1) {
                entries.add(entry.toString());
                entry.setLength(0);
            }
        }
        return entries;
    }
}
