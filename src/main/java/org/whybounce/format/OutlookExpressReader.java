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
 * The words in which Outlook Express, Windows Mail and Thunderbird tell their user what the server refused. They reach
 * us pasted into a mail.
 *
 * <pre>
 * The message could not be sent because one of the recipients was rejected by the server. The rejected e-mail address
 * was 'nobody&#64;example.net'. Subject 'Minutes', Account: 'example', Server: 'smtp.example.com', Protocol: SMTP, Server
 * Response: '550 5.7.1 Relaying denied', Port: 25, Secure(SSL): No, Server Error: 550, Error Number: 0x800CCC79
 * </pre>
 */
final class OutlookExpressReader implements FormatReader {

    private static final int WITHIN = 4000;
    private static final Pattern REJECTED =
            Pattern.compile("(?i)(?:could not be sent because|error occurred while sending (?:e-?)?mail)");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:address was|message recipient) ['\"‘“]([^'\"’”\\s]+@[^'\"’”\\s]+)");
    private static final Pattern RESPONSE =
            Pattern.compile("(?is)Server Response:\\s*['‘](.{1,1000}?)['’]\\s*, (?:Port|Secure|Server Error)");
    private static final Pattern RESPONDED =
            Pattern.compile("(?is)server responded:\\s*(.{1,1000}?)(?: Please (?:check|verify)|$)");
    private static final Pattern SERVER = Pattern.compile("\\bServer: ['‘]([\\w.-]+)['’]");

    @Override
    public String name() {
        return "outlook-express";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        if (!ExceptionReader.maySpeak(message)) {
            return Optional.empty();
        }
        Lines lines = Lines.of(ReturnedMessage.in(message.text()).report());
        String text = lines.fold(0, lines.size());
        Matcher rejected = REJECTED.matcher(text);
        if (!rejected.find()) {
            return Optional.empty();
        }
        String words = text.substring(rejected.start(), Math.min(text.length(), rejected.start() + WITHIN));
        Optional<String> reply = first(RESPONSE, words).or(() -> first(RESPONDED, words));
        if (reply.isEmpty()) {
            return Optional.empty();
        }
        RecipientFields recipient = RecipientFields.builder()
                .finalRecipient(first(ADDRESS, words).flatMap(Addresses::findIn).orElse(null))
                .diagnosticText(reply.get())
                .remoteMta(first(SERVER, words).orElse(null))
                .build();
        return ReadingBuilder.of(name(), message)
                .byMailProgram()
                .recipient(recipient)
                .buildIfAny();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
