package org.whybounce.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Action;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.RecipientFields;
import org.whybounce.text.Addresses;
import org.whybounce.text.Lines;
import org.whybounce.text.ReturnedMessage;

/**
 * Gmail, Google Workspace and Google Groups, where there is no status part or an empty one. Of three generations only
 * the words differ; they come in every language, so that the sender and the header field tell whose they are.
 *
 * <pre>
 * From: Mail Delivery Subsystem &lt;mailer-daemon&#64;googlemail.com&gt;
 * X-Failed-Recipients: nobody&#64;example.net
 *
 * Delivery to the following recipient failed permanently:
 *
 *      nobody&#64;example.net
 *
 * Technical details of permanent failure:
 * Google tried to deliver your message, but it was rejected by the server for the recipient domain example.net by
 * mx.example.net. [203.0.113.7].
 *
 * The error that the other server returned was:
 * 550 5.1.1 User unknown
 *
 * ----- Original message -----
 * </pre>
 */
final class GmailReader implements FormatReader {

    private static final Pattern SENDER = Pattern.compile("(?i)mailer-daemon@(?:google|googlemail|gmail)\\.com");
    private static final Pattern SUBJECT = Pattern.compile("(?i)^delivery status notification ?\\((\\w+)\\)");
    private static final Pattern WORDS =
            Pattern.compile("^Technical details of (?:permanent|temporary) failure:|\\bGmail will retry for ");
    private static final Pattern TITLE = Pattern.compile("^\\*\\* [^*]{3,80} \\*\\*$");
    private static final Pattern HELP = Pattern.compile("^[^\\d<]{0,80}://support\\.google\\.com/mail/");
    private static final Pattern GROUP = Pattern.compile("(?i)\\bgroup you tried to contact \\(([^()@\\s]{1,64})\\)");
    private static final Pattern LATE =
            Pattern.compile("(?i)THIS IS A WARNING MESSAGE ONLY|has been delayed|will retry for|delivery incomplete");
    // … for the recipient domain example.net by mx.example.net. [203.0.113.7]. / [(10) mx.example.net.
    // [203.0.113.7]:25: …
    private static final Pattern HOST = Pattern.compile("(?:\\bby|\\(\\d{1,3}\\)) ([\\w-]+(?:\\.[\\w-]+)+)\\.? \\[");

    @Override
    public String name() {
        return "gmail";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        String failed = message.header("X-Failed-Recipients").orElse("");
        String subject = message.header("Subject").orElse("").strip();
        Lines lines = Lines.of(ReturnedMessage.in(message.text()).report());
        if (!isFromGoogle(message, failed, subject) && !isGoogles(message, lines)) {
            return Optional.empty();
        }
        Set<String> addresses = new LinkedHashSet<>(Addresses.findAll(failed));
        String words = lines.join(0, lines.size());
        if (addresses.isEmpty()) {
            addresses.addAll(named(message, lines));
        }
        boolean group = GROUP.matcher(Diagnosis.folded(words)).find();
        Matcher status = SUBJECT.matcher(subject);
        boolean late = status.find()
                ? status.group(1).equalsIgnoreCase("delay")
                : LATE.matcher(words).find();
        String reason = explanation(lines, addresses);
        Matcher host = HOST.matcher(reason);
        String server = host.find() ? host.group(1) : null;
        ReadingBuilder reading = ReadingBuilder.of(
                group || words.contains("groups.google.com/support") ? "google-groups" : name(), message);
        for (String address : addresses) {
            reading.recipient(RecipientFields.builder()
                    .finalRecipient(address)
                    .action(late ? Action.DELAYED : Action.FAILED)
                    .diagnosticText(reason)
                    .remoteMta(server)
                    .build());
        }
        if (addresses.isEmpty() && group) {
            reading.recipient(RecipientFields.builder().diagnosticText(reason).build());
        }
        return reading.buildIfAny();
    }

    private static boolean isFromGoogle(BounceMessage message, String failed, String subject) {
        return SENDER.matcher(message.header("From").orElse("")).find()
                && (!failed.isEmpty() || SUBJECT.matcher(subject).find());
    }

    // A relay may have put its own name in place of the sender's.
    private static boolean isGoogles(BounceMessage message, Lines lines) {
        boolean titled = has(lines, TITLE) && has(lines, HELP);
        return BounceSigns.byServer(message) && (titled || has(lines, WORDS));
    }

    private static boolean has(Lines lines, Pattern wanted) {
        return lines.find(0, line -> wanted.matcher(line).find()) >= 0;
    }

    // Addresses alone on their lines; since 2016 the one in the first sentence that has one.
    private static List<String> named(BounceMessage message, Lines lines) {
        Matcher group = GROUP.matcher(lines.fold(0, lines.size()));
        if (group.find()) {
            // Named without its domain, which only the returned message knows.
            String prefix = group.group(1).toLowerCase(Locale.ROOT) + '@';
            return Originals.in(message).map(OriginalMessage::to).orElse(List.of()).stream()
                    .flatMap(to -> Addresses.findAll(to).stream())
                    .filter(address -> address.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .toList();
        }
        List<String> alone = new ArrayList<>();
        for (String line : lines.asList()) {
            Addresses.findIn(line).filter(line.strip()::equals).ifPresent(alone::add);
        }
        int first = lines.find(0, line -> Addresses.findIn(line).isPresent());
        return alone.isEmpty() && first >= 0 ? Addresses.findAll(lines.get(first)) : alone;
    }

    private static String explanation(Lines lines, Set<String> addresses) {
        List<String> kept = new ArrayList<>();
        for (String line : lines.asList()) {
            String text = line.strip();
            if (!text.isEmpty() && !addresses.contains(text)) {
                kept.add(text);
            }
        }
        return String.join(" ", kept);
    }
}
