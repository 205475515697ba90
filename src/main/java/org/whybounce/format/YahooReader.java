package org.whybounce.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.RecipientFields;
import org.whybounce.text.Addresses;
import org.whybounce.text.Lines;
import org.whybounce.text.ReturnedMessage;

/**
 * Yahoo, AOL since they share its servers, and Yahoo! Japan.
 *
 * <pre>
 * Sorry, we were unable to deliver your message to the following address.
 *
 * &lt;nobody&#64;example.net&gt;:
 * Remote host said:
 * 550 5.1.1 &lt;nobody&#64;example.net&gt;... User Unknown
 * [RCPT_TO]
 *
 * --- Below this line is a copy of the message.
 * </pre>
 */
final class YahooReader implements FormatReader {

    private static final Pattern COMMAND = Pattern.compile("\\[([A-Z]{4})(?:_[A-Z]+)?\\]\\s*$");
    private static final Pattern REPLY = Pattern.compile("(?m)^([2-5]\\d\\d): ");

    @Override
    public String name() {
        return "yahoo";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        if (!Gate.open(message)) {
            return Optional.empty();
        }
        Lines lines = Lines.of(ReturnedMessage.in(message.text()).report());
        int intro = lines.find(0, line -> line.contains("unable to deliver your message to"));
        if (intro < 0) {
            return Optional.empty();
        }
        ReadingBuilder reading = ReadingBuilder.of(name(), message);
        for (int i = intro + 1; i < lines.size(); i++) {
            Optional<String> address = addressIn(lines.get(i));
            if (address.isPresent()) {
                reading.recipient(recipient(address.get(), lines, i));
            }
        }
        return reading.buildIfAny();
    }

    private static RecipientFields recipient(String address, Lines lines, int at) {
        int next = lines.find(at + 1, line -> addressIn(line).isPresent() || line.startsWith("--- "));
        String beside = lines.get(at).substring(lines.get(at).indexOf(">:") + 2);
        String below = lines.join(at + 1, next < 0 ? lines.size() : next);
        String words = (beside + '\n' + below).strip();
        Matcher command = COMMAND.matcher(words);
        return RecipientFields.builder()
                .finalRecipient(address)
                .smtpCommand(command.find() ? command.group(1) : null)
                .diagnosticText(Diagnosis.folded(REPLY.matcher(words).replaceFirst("$1 ")))
                .build();
    }

    private static Optional<String> addressIn(String line) {
        int end = line.indexOf(">:");
        return line.startsWith("<") && end > 0 ? Addresses.findIn(line.substring(1, end)) : Optional.empty();
    }
}
