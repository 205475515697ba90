package org.whybounce.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern PYTHON = Pattern.compile("(?:['\"]([^'\"\\s]+@[^'\"\\s]+)['\"]: )?\\(([2-5]\\d\\d), b?['\"](.*?)['\"](?=[,)])");
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
        int at = lines.find(0, line -> THROWN.matcher(line).find());
        if (at < 0) {
            return Optional.empty();
        }
        String words = words(lines, at);
        List<RecipientFields> recipients = ofPython(words);
        ReadingBuilder reading = ReadingBuilder.of(name(), message).byMailProgram();
        (recipients.isEmpty() ? ofOthers(lines, at, words) : recipients).forEach(reading::recipient);
        return reading.buildIfAny();
    }

    /** Whether a program may have sent the mail, not a person who asks what such words mean. */
    static boolean maySpeak(BounceMessage message) {
        boolean answer = message.header("In-Reply-To").isPresent() || message.header("References").isPresent();
        boolean automatic = message.header("Auto-Submitted").filter(word -> !word.strip().equalsIgnoreCase("no")).isPresent();
        return BounceSigns.possible(message)
                && !answer
                && (automatic
                        || BounceSigns.byServer(message)
                        || BounceSigns.subjectSuggests(message)
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

    private static List<RecipientFields> ofPython(String words) {
        List<RecipientFields> recipients = new ArrayList<>();
        Matcher refused = PYTHON.matcher(words);
        while (refused.find()) {
            recipients.add(RecipientFields.builder()
                    .finalRecipient(refused.group(1))
                    .diagnosticText(refused.group(2) + ' ' + refused.group(3).replace("\\n", "\n"))
                    .build());
        }
        return recipients;
    }

    private static List<RecipientFields> ofOthers(Lines lines, int at, String words) {
        // The words name the recipient more surely than what the program says before them.
        Set<String> addresses = new LinkedHashSet<>(Addresses.findAll(words));
        for (int i = at; i >= 0 && addresses.isEmpty(); i--) {
            addresses.addAll(Addresses.findAll(lines.get(i)));
        }
        Matcher code = SMTP_CODE.matcher(lines.join(at, Math.min(lines.size(), at + REASON_LINES)));
        String reply = code.find() ? code.group(1) + ' ' + words : words;
        List<RecipientFields> recipients = new ArrayList<>();
        for (String address : addresses) {
            recipients.add(RecipientFields.builder().finalRecipient(address).diagnosticText(reply).build());
        }
        return recipients.isEmpty()
                ? List.of(RecipientFields.builder().diagnosticText(reply).build())
                : recipients.subList(0, 1);
    }
}
