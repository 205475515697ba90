package org.whybounce.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.RecipientFields;
import org.whybounce.text.Addresses;
import org.whybounce.text.Lines;
import org.whybounce.text.ReturnedMessage;

/**
 * GMX, WEB.DE, mail.com, 1&amp;1 and IONOS. They begin like Exim; the blocks below differ.
 *
 * <pre>
 * This message was created automatically by mail delivery software.
 *
 * A message that you sent could not be delivered to one or more of
 * its recipients. This is a permanent error. The following address
 * failed:
 *
 * "nobody&#64;example.net":
 * SMTP error from remote server for RCPT TO command, host: mx.example.net (203.0.113.7) reason: 550 5.1.1 Unknown
 *
 * --- The header of the original message is following. ---
 * </pre>
 */
final class GmxReader implements FormatReader {

    private static final String MARKER = "The header of the original message is following";
    private static final Pattern HOST = Pattern.compile("\\bhost:?\\s+([\\w-]+(?:\\.[\\w-]+)+)");
    private static final Pattern COMMAND = Pattern.compile("\\b(?:after|for) (?:the )?(\\w+)(?: \\w+)? command");
    // "… reason: 550 …", or the lines below "host: …"
    private static final Pattern BEFORE_REPLY = Pattern.compile(
            "^SMTP error from remote server .{0,60}? command[:,]?\\s*(?:host:? \\S+(?: \\([^)]*\\))?)?\\s*(?:reason:)?\\s*");

    @Override
    public String name() {
        return "gmx";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        boolean marked = message.text().contains(MARKER) || message.text().contains("For the following reason:");
        if (!marked || !Gate.open(message)) {
            return Optional.empty();
        }
        Lines lines = Lines.of(ReturnedMessage.in(message.text()).report());
        int intro = lines.find(0, line -> line.strip().endsWith("failed:"));
        return intro < 0 ? Optional.empty() : blocks(lines, intro + 1, ReadingBuilder.of(name(), message));
    }

    private static Optional<Reading> blocks(Lines lines, int from, ReadingBuilder reading) {
        List<String> addresses = new ArrayList<>();
        int reason = -1;
        for (int i = from; i <= lines.size(); i++) {
            Optional<String> address = i < lines.size() ? addressOf(lines.get(i)) : Optional.empty();
            boolean done = i == lines.size() || address.isPresent() && reason >= 0;
            if (done && !addresses.isEmpty()) {
                String words = lines.join(reason < 0 ? i : reason, i).strip();
                addresses.forEach(found -> reading.recipient(recipient(found, words)));
                addresses.clear();
                reason = -1;
            }
            if (address.isPresent()) {
                addresses.add(address.get());
            } else if (i < lines.size() && reason < 0 && isReason(lines.get(i))) {
                reason = i;
            }
        }
        return reading.buildIfAny();
    }

    private static boolean isReason(String line) {
        return !line.isBlank() && !line.strip().equals("For the following reason:") && !line.startsWith("---");
    }

    private static RecipientFields recipient(String address, String words) {
        Matcher host = HOST.matcher(words);
        Matcher command = COMMAND.matcher(words);
        String reply = BEFORE_REPLY.matcher(words).replaceFirst("");
        return RecipientFields.builder()
                .finalRecipient(address)
                .remoteMta(host.find() ? host.group(1) : null)
                .smtpCommand(command.find() ? command(command.group(1)) : null)
                .diagnosticText(Diagnosis.folded(reply.isBlank() ? words : reply))
                .build();
    }

    private static String command(String word) {
        return word.equals("TEXT") ? "DATA" : word;
    }

    // "nobody@example.net":, <nobody@example.net>:, nobody@example.net
    private static Optional<String> addressOf(String line) {
        String text = line.strip();
        String bare = text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : text;
        return Addresses.findIn(bare)
                .filter(found ->
                        bare.equals(found) || bare.equals('"' + found + '"') || bare.equals('<' + found + '>'));
    }
}
