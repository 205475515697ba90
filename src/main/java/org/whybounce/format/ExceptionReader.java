package org.whybounce.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.RecipientFields;
import org.whybounce.text.Addresses;
import org.whybounce.text.Lines;
import org.whybounce.text.ReturnedMessage;

/**
 * What mail libraries throw when a server refuses, mailed by the program that caught it: Jakarta Mail, .NET, PHPMailer,
 * Swift Mailer and Symfony, Python's smtplib, Ruby's Net::SMTP, Nodemailer.
 *
 * <pre>
 * jakarta.mail.SendFailedException: Invalid Addresses;
 *   nested exception is:
 *         org.eclipse.angus.mail.smtp.SMTPAddressFailedException: 550 5.1.1 &lt;nobody&#64;example.net&gt;: User unknown
 * </pre>
 */
final class ExceptionReader implements FormatReader {

    private static final int REASON_LINES = 20;
    private static final int MAX_WORDS = 4000;
    // The last of them on a line is nearest to the server's words.
    private static final Pattern THROWN = Pattern.compile(
            "\\bSMTP(?:Address|Send|Sender)Failed(?:Exception)?: |\\bSMTPAddressFailedException: |\\bThe server response was: "
                    + "|\\bSMTP Error: The following recipients failed: |\\bSMTP server error: |\\bAdditional SMTP info: "
                    + "|\\bsmtplib\\.SMTP\\w+: |\\bbut got (?:code|an empty response|response) "
                    + "|\\bNet::SMTP\\w+(?:Error|Fatal|Busy)\\w*: |\\b(?:Error|Can't send mail - all recipients were rejected): (?=[45]\\d\\d[ -])");
    // {'nobody@example.net': (550, b'5.1.1 No such user')} and (554, b'5.7.1 Rejected')
    private static final Pattern PYTHON =
            Pattern.compile("(?:['\"]([^'\"\\s]+@[^'\"\\s]+)['\"]: )?\\(([2-5]\\d\\d), b?['\"](.*?)['\"](?=[,)])");
    private static final Pattern STACK = Pattern.compile("^\\s*(?:at |\\.\\.\\. \\d+ more|Caused by|File \")|^#\\d+ ");
    // No sender at all: the words alone, pasted into a file.
    private static final Pattern PROGRAM = Pattern.compile(
            "(?i)\\b(?:no-?reply|do-?not-?reply|root|cron|daemon|www-data|apache|nginx|wordpress|system|alerts?|errors?|notif\\w*|monitor\\w*)@|^@$");
    private static final Pattern SMTP_CODE = Pattern.compile("SMTP code: ([45]\\d\\d)");

    @Override
    public String name() {
        return "exception";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        if (!maySpeak(message)) {
            return Optional.empty();
        }
        Lines lines = Lines.of(ReturnedMessage.in(message.text()).report());
        ReadingBuilder reading = ReadingBuilder.of(name(), message).byMailProgram();
        Set<String> seen = new HashSet<>();
        int first = -1;
        // One exception nests another; each may name a recipient of its own.
        for (int i = 0; i < lines.size(); i++) {
            if (THROWN.matcher(lines.get(i)).find()) {
                first = first < 0 ? i : first;
                String words = words(lines, i);
                recipients(words, lines, i).stream()
                        .filter(recipient -> seen.add(recipient.finalRecipient().orElse("")))
                        .forEach(reading::recipient);
            }
        }
        if (first >= 0 && !reading.hasRecipients()) {
            reading.recipient(unnamed(lines, first));
        }
        return reading.buildIfAny();
    }

    /** Whether a program may have sent the mail, not a person who asks what such words mean. */
    static boolean maySpeak(BounceMessage message) {
        boolean answer = message.header("In-Reply-To").isPresent()
                || message.header("References").isPresent();
        boolean automatic = message.header("Auto-Submitted")
                .filter(word -> !word.strip().equalsIgnoreCase("no"))
                .isPresent();
        return BounceSigns.possible(message)
                && !answer
                && (automatic
                        || Gate.open(message)
                        || PROGRAM.matcher(message.header("From").orElse("@")).find());
    }

    private static String words(Lines lines, int at) {
        Matcher thrown = THROWN.matcher(lines.get(at));
        int start = 0;
        while (thrown.find()) {
            start = thrown.end();
        }
        StringBuilder words = new StringBuilder(lines.get(at).substring(start));
        for (int i = at + 1; i < Math.min(lines.size(), at + REASON_LINES); i++) {
            String line = lines.get(i);
            if (line.isBlank() || STACK.matcher(line).find() || line.strip().equals("nested exception is:")) {
                break;
            }
            words.append('\n').append(line.strip());
        }
        words.setLength(Math.min(words.length(), MAX_WORDS));
        return words.toString().replaceFirst(";\\s*$", "");
    }

    private static List<RecipientFields> recipients(String words, Lines lines, int at) {
        List<RecipientFields> recipients = new ArrayList<>();
        Matcher refused = PYTHON.matcher(words);
        while (refused.find()) {
            String reply = refused.group(2) + ' ' + refused.group(3).replace("\\n", " ");
            String address = refused.group(1) != null
                    ? refused.group(1)
                    : Addresses.findIn(reply).orElse(null);
            if (address != null) {
                recipients.add(recipient(address, reply));
            }
        }
        if (recipients.isEmpty()) {
            Addresses.findIn(words).ifPresent(address -> recipients.add(recipient(address, reply(words, lines, at))));
        }
        return recipients;
    }

    // The server's words name nobody: what the program says before them may.
    private static RecipientFields unnamed(Lines lines, int at) {
        String address = null;
        for (int i = at; i >= 0 && address == null; i--) {
            address = Addresses.findIn(lines.get(i)).orElse(null);
        }
        String words = words(lines, at);
        Matcher refused = PYTHON.matcher(words);
        return recipient(address, refused.find() ? refused.group(2) + ' ' + refused.group(3) : reply(words, lines, at));
    }

    private static RecipientFields recipient(@Nullable String address, String words) {
        return RecipientFields.builder()
                .finalRecipient(address)
                .diagnosticText(Diagnosis.folded(words))
                .build();
    }

    // PHPMailer gives the code apart from the words.
    private static String reply(String words, Lines lines, int at) {
        Matcher code = SMTP_CODE.matcher(lines.join(at, Math.min(lines.size(), at + REASON_LINES)));
        return code.find() ? code.group(1) + ' ' + words : words;
    }
}
