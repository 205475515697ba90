package org.whybounce.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.text.Addresses;
import org.whybounce.text.Lines;
import org.whybounce.text.ReturnedMessage;

/**
 * Zoho Mail, in both its manners, where there is no status part.
 *
 * <pre>
 * nobody&#64;example.net Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 &lt;nobody&#64;example.net&gt;... User Unknown
 *
 * [Status: Error, Address: &lt;nobody&#64;example.net&gt;, ResponseCode 421, , Host not reachable.]
 * </pre>
 */
final class ZohoReader implements FormatReader {

    private static final Pattern CODES =
            Pattern.compile("ERROR[_ ]CODE ?:([2-5]\\d\\d)?[, -]*(?:ERROR[_ ]CODE ?:)?\\s*");
    private static final Pattern BRACKETED = Pattern.compile("ResponseCode ([2-5]\\d\\d)?[, ]*");

    @Override
    public String name() {
        return "zoho";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        if (!Gate.open(message)) {
            return Optional.empty();
        }
        Lines lines = Lines.of(ReturnedMessage.in(message.text()).report());
        ReadingBuilder reading = ReadingBuilder.of(name(), message);
        int end = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Optional<String> address = Addresses.findIn(line);
            if (address.isEmpty() || i < end) {
                continue;
            }
            // The codes may have been folded onto the next line.
            int next = endOfReason(lines, i + 1);
            String whole = line.strip() + ' ' + lines.fold(i + 1, next);
            Matcher codes = (whole.contains("ERROR") ? CODES : BRACKETED).matcher(whole);
            if (!codes.find()) {
                continue;
            }
            end = next;
            String reply = codes.group(1) == null ? "" : codes.group(1) + ' ';
            String words = reply + whole.substring(codes.end()).strip();
            reading.failed(address.get(), words.strip().replaceAll("\\]$", ""));
        }
        return reading.buildIfAny();
    }

    // A reason may be folded; the next recipient begins with an address.
    private static int endOfReason(Lines lines, int from) {
        int end = from;
        while (end < Math.min(lines.size(), from + 10)
                && !lines.get(end).isBlank()
                && !beginsWithAddress(lines.get(end).strip())
                && !lines.get(end).startsWith("[Status:")) {
            end++;
        }
        return end;
    }

    private static boolean beginsWithAddress(String line) {
        return line.contains("ERROR")
                && Addresses.findIn(line).filter(line::startsWith).isPresent();
    }
}
