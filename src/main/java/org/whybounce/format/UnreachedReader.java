package org.whybounce.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.RecipientFields;
import org.whybounce.model.SmtpReply;
import org.whybounce.text.Addresses;
import org.whybounce.text.Lines;
import org.whybounce.text.ReturnedMessage;

/**
 * Outlook's own report of what its server refused. Exchange 4.0 to 2003 wrote in the same manner. A line names the
 * recipient and a time, the lines below it say why; the words around them are in the language of the program.
 *
 * <pre>
 * Your message did not reach some or all of the intended recipients.
 *
 *       Subject: Minutes
 *       Sent:    3/10/2026 9:14 AM
 *
 * The following recipient(s) cannot be reached:
 *
 *       'nobody&#64;example.net' on 3/10/2026 9:15 AM
 *             550 5.7.1 Relaying denied
 * </pre>
 */
final class UnreachedReader implements FormatReader {

    private static final int REASON_LINES = 40;

    // 3/10/2026 9:15 AM; 10.03.2026 09:15; 2026/03/10 9:15; Tue, 10 Mar 2026 09:15:01 -0000; 10/03/2026 à 09h15
    private static final Pattern TIME = Pattern.compile(
            "(?:\\d{1,4}[./-] ?\\d{1,2}[./-] ?\\d{1,4}\\.?"
                    + "|\\p{L}{2,12}[.,]{0,2}\\h\\d{1,2}\\.?\\h\\p{L}{3,10}\\.?\\h\\d{4})[\\h,]{1,3}(?:\\p{L}{1,3}\\h)?\\d{1,2}[:.h]\\d{2}");
    private static final int AFTER_TIME = 24;
    // c=US;a= ;p=Example;o=Site;dda:SMTP=bob@example.com;
    private static final Pattern X400 = Pattern.compile("^.*?dda:SMTP=");

    private static final Pattern EXCHANGE = Pattern.compile("MSEXCH:|could not be reached|did not reach the following");
    private static final Pattern EXCHANGE_MAILER = Pattern.compile("Internet Mail (?:Service|Connector)|Exchange");

    private final boolean server;

    /**
     * Creates the reader.
     *
     * @param server whether to read the reports of Exchange, the server, or those of Outlook, the mail program
     */
    UnreachedReader(boolean server) {
        this.server = server;
    }

    @Override
    public String name() {
        return server ? "exchange" : "outlook";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        if (!Gate.open(message)) {
            return Optional.empty();
        }
        Lines lines = Lines.of(ReturnedMessage.in(message.text()).report());
        boolean byExchange = lines.find(0, line -> EXCHANGE.matcher(line).find()) >= 0
                || EXCHANGE_MAILER
                        .matcher(message.header("X-Mailer").orElse(""))
                        .find();
        if (byExchange != server) {
            return Optional.empty();
        }
        ReadingBuilder reading = ReadingBuilder.of(name(), message);
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> recipient = recipientAt(lines, i);
            if (recipient.isPresent() && (reading.hasRecipients() || ExchangeReader.isAnnounced(lines, i))) {
                String address = Addresses.findIn(X400.matcher(recipient.get()).replaceFirst(""))
                        .orElse(null);
                reading.recipient(
                        ExchangeWords.read(RecipientFields.builder().finalRecipient(address), reasonAfter(lines, i)));
            }
        }
        return (server ? reading : reading.byMailProgram()).buildIfAny();
    }

    // An X.400 address is long, and its time may stand on the next line.
    private static Optional<String> recipientAt(Lines lines, int at) {
        Optional<String> here = recipientIn(lines.get(at));
        boolean goesOn = here.isEmpty()
                && at + 1 < lines.size()
                && lines.get(at).strip().endsWith(";")
                && lines.get(at + 1).strip().startsWith("on ");
        return goesOn ? recipientIn(lines.get(at) + " " + lines.get(at + 1)) : here;
    }

    // What stands before the time: an address, or a name in quotes where Outlook had the recipient in its address book.
    private static Optional<String> recipientIn(String line) {
        Matcher time = TIME.matcher(line);
        if (!time.find() || line.length() - time.end() > AFTER_TIME) {
            return Optional.empty();
        }
        String before = line.substring(0, time.start()).strip();
        boolean quoted = !before.isEmpty() && "'\"‘“".indexOf(before.charAt(0)) >= 0;
        boolean labelled = before.endsWith(":") || before.endsWith("：");
        return labelled || !quoted && Addresses.findIn(before).isEmpty() ? Optional.empty() : Optional.of(before);
    }

    private static String reasonAfter(Lines lines, int recipient) {
        int from = lines.skipBlank(recipient + 1);
        int end = endOfReason(lines, from);
        String reason = reason(lines, from, end);
        if (end == from || SmtpReply.findIn(reason).isPresent()) {
            return reason;
        }
        // A general sentence, and then the server's own words.
        int next = lines.skipBlank(end);
        String more = reason(lines, next, endOfReason(lines, next));
        return SmtpReply.findIn(more).isPresent() ? reason + ' ' + more : reason;
    }

    private static int endOfReason(Lines lines, int from) {
        int end = from;
        while (end < Math.min(lines.size(), from + REASON_LINES)
                && !lines.get(end).isBlank()
                && recipientAt(lines, end).isEmpty()) {
            end++;
        }
        return end;
    }

    // X.400's name for the original explains nothing, nor does a time that was wrapped.
    private static String reason(Lines lines, int from, int end) {
        return lines.asList().subList(from, end).stream()
                .filter(line -> !line.strip().startsWith("The MTS-ID of the original")
                        && !(line.strip().startsWith("on ")
                                && TIME.matcher(line).find()))
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
