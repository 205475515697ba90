package org.whybounce.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Action;
import org.whybounce.model.RecipientFields;
import org.whybounce.text.Addresses;
import org.whybounce.text.HostNames;
import org.whybounce.text.Lines;
import org.whybounce.text.ReturnedMessage;

/**
 * Exchange 2007 and later, and Microsoft 365 in its older manner, where the status part is lost. The section for
 * administrators has the same shape in each of its sixty languages: an address alone on a line, perhaps a host, and the
 * replies.
 *
 * <pre>
 * Delivery has failed to these recipients or groups:
 *
 * nobody&#64;example.net&lt;mailto:nobody&#64;example.net&gt;
 * The e-mail address you entered couldn't be found.
 *
 * Diagnostic information for administrators:
 *
 * Generating server: hub1.example.net
 *
 * nobody&#64;example.net
 * Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'
 * </pre>
 */
final class ExchangeReader implements FormatReader {

    private static final int MAX_LINE = 1000;
    private static final int REASON_LINES = 40;
    // #550 5.1.1 …; mx.example.org #550 …; mx.example.org #<mx.example.org #5.1.1 smtp;550 …> #SMTP#; returned '550 …'
    private static final Pattern REPLY = Pattern.compile(
            "(?:^|\\s|<)#\\s?(?:<|[2-5]\\d\\d |[245]\\.\\d)|[:\\s][\"'‘’«“„][2-5]\\d\\d[ -]" + "|\\{LED=[2-5]\\d\\d");
    private static final Pattern LINKED = Pattern.compile("<mailto:([^>\\s]{1,256}@[^>\\s]{1,256})>\\s*$");
    private static final Pattern LATE = Pattern.compile(
            "delayed|verzögert|retard|retras|atras|ritard|vertraagd|fördröj|försen|forsink|opóźn|zpožd|задерж|遅延|遅れ|延迟");

    @Override
    public String name() {
        return "exchange";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        if (!Gate.open(message)) {
            return Optional.empty();
        }
        Lines lines = Lines.of(ReturnedMessage.in(message.text()).report());
        ReadingBuilder reading = ReadingBuilder.of(name(), message);
        tellAdministrators(lines, reading);
        if (!reading.hasRecipients() && BounceSigns.byServer(message)) {
            tellSender(lines, reading, ExchangeWords.done(message));
        }
        return reading.buildIfAny();
    }

    private static void tellAdministrators(Lines lines, ReadingBuilder reading) {
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> address = addressAlone(lines.get(i));
            int end = address.isEmpty() ? i : endOfReplies(lines, i + 1);
            if (end > i) {
                reading.recipient(recipient(address.get(), lines, i + 1, end));
            }
        }
    }

    /** {@return where the paragraph ends, or 0 where no reply is in it} */
    private static int endOfReplies(Lines lines, int from) {
        boolean replied = false;
        int at = from;
        while (at < Math.min(lines.size(), from + REASON_LINES)
                && !lines.get(at).isBlank()
                && !(at > from && isWordWithAt(lines.get(at)))) {
            replied |= REPLY.matcher(lines.get(at)).find();
            at++;
        }
        return replied ? at : 0;
    }

    // The next recipient, where no blank line parts them.
    private static boolean isWordWithAt(String line) {
        return line.indexOf('@') > 0 && line.strip().indexOf(' ') < 0;
    }

    private static RecipientFields recipient(String address, Lines lines, int from, int end) {
        RecipientFields.Builder recipient = RecipientFields.builder().finalRecipient(address);
        String first = lines.get(from).strip();
        boolean hostAlone = HostNames.looksLikeHost(first);
        RecipientFields fields = ExchangeWords.read(recipient, lines.join(hostAlone ? from + 1 : from, end));
        return hostAlone ? fields.toBuilder().remoteMta(first).build() : fields;
    }

    // Reports of delay, and reports cut short, have no section for administrators.
    private static void tellSender(Lines lines, ReadingBuilder reading, Optional<Action> done) {
        int title = lines.skipBlank(0);
        boolean late = title < lines.size()
                && LATE.matcher(lines.get(title).toLowerCase(Locale.ROOT)).find();
        Action action = done.orElse(late ? Action.DELAYED : Action.FAILED);
        for (int i = title + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher linked = LINKED.matcher(line.length() > MAX_LINE ? "" : line);
            if (linked.find() && (reading.hasRecipients() || isAnnounced(lines, i))) {
                reading.recipient(linked.group(1), action, done.isPresent() ? "" : reasonAfter(lines, i + 1));
            }
        }
    }

    // "Delivery has failed to these recipients or groups:" in any language.
    static boolean isAnnounced(Lines lines, int recipient) {
        int above = recipient - 1;
        while (above >= 0 && lines.get(above).isBlank()) {
            above--;
        }
        String line = above < 0 ? "" : lines.get(above).strip();
        return line.length() > 12 && (line.endsWith(":") || line.endsWith("：") || line.endsWith("。"));
    }

    private static String reasonAfter(Lines lines, int from) {
        int start = lines.skipBlank(from);
        int end = lines.endOfParagraph(start);
        boolean subject = end - start == 1
                && lines.get(start).indexOf(':') > 0
                && lines.get(start).length() < 200;
        if (subject) {
            start = lines.skipBlank(end);
            end = lines.endOfParagraph(start);
        }
        return lines.fold(start, end);
    }

    private static Optional<String> addressAlone(String line) {
        String text = line.strip();
        Optional<String> address = text.length() < 320 ? Addresses.findIn(text) : Optional.empty();
        return address.filter(found -> text.equals(found)
                || text.equals("<" + found + ">")
                || text.startsWith(found + "<mailto:")
                || text.equals(found + " (" + found + ")"));
    }
}
