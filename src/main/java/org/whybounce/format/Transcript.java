package org.whybounce.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.model.DiagnosticCode;
import org.whybounce.model.RecipientFields;
import org.whybounce.model.SmtpReply;
import org.whybounce.text.HostNames;
import org.whybounce.text.Lines;

/**
 * A session as Sendmail, Courier and their kin print it.
 *
 * <pre>
 * ... while talking to mx.example.net.:
 * &gt;&gt;&gt; RCPT To:&lt;user@example.net&gt;
 * &lt;&lt;&lt; 550-5.1.1 no
 * &lt;&lt;&lt; 550 5.1.1 such user
 * 550 5.1.1 &lt;user@example.net&gt;... User unknown
 * </pre>
 */
final class Transcript {

    private static final Pattern TALKING = Pattern.compile("(?i)while talking to\\s+(\\S{1,255})");
    private static final Pattern ANSWER = Pattern.compile("^<<<\\s{0,3}([2-6]\\d\\d)([- ]|$).*");
    private static final Pattern CUT_OFF = Pattern.compile("[45]\\d\\d-");
    private static final Pattern OWN = Pattern.compile("^[45]\\d\\d[ -]\\s{0,3}\\S.*");

    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<String> own = new ArrayList<>();

    private record Exchange(String host, String command, String reply) {}

    Transcript(Lines lines) {
        String host = "";
        String command = "";
        StringBuilder reply = new StringBuilder();
        for (String raw : lines.asList()) {
            String line = raw.strip();
            Matcher talking = TALKING.matcher(line);
            Matcher answer = ANSWER.matcher(line);
            if (line.startsWith(">>>")) {
                command = line;
            } else if (answer.matches()) {
                reply.append(reply.length() == 0 ? "" : "\n")
                        .append(line.substring(3).strip());
                if (!answer.group(2).equals("-")) {
                    exchanges.add(new Exchange(host, command, reply.toString()));
                    reply.setLength(0);
                }
            } else if (OWN.matcher(line).matches()) {
                own.add(line);
            } else if (talking.find()) {
                host = HostNames.bare(talking.group(1)).orElse("");
                command = "";
            }
        }
    }

    /** Fills in what the session shows of this recipient's refusal. */
    RecipientFields complete(RecipientFields recipient) {
        if (exchanges.isEmpty() && own.isEmpty()) {
            return recipient;
        }
        Optional<SmtpReply> stated = recipient.reply();
        if (stated.isPresent()) {
            return refused(stated.get().code(), stated.get().text())
                    .map(exchange -> with(recipient, exchange))
                    .orElseGet(() -> inFull(recipient, stated.get().text()));
        }
        Optional<String> words = ownWords(recipient);
        Optional<Exchange> last = last();
        RecipientFields filled = recipient;
        if (words.isPresent()) {
            filled = Diagnosis.complete(recipient, words.get());
        } else if (last.isPresent()) {
            filled = with(recipient, last.get());
        }
        boolean wordless = recipient
                .diagnosticCode()
                .map(code -> code.text().chars().noneMatch(Character::isLetter))
                .orElse(true);
        Optional<String> shown = words.or(() -> last.map(Exchange::reply)).map(Diagnosis::folded);
        return wordless && shown.isPresent()
                ? filled.toBuilder()
                        .diagnosticCode(new DiagnosticCode(
                                recipient.diagnosticCode().flatMap(DiagnosticCode::type), shown.get()))
                        .build()
                : filled;
    }

    // The list of recipients shortens what the server says of them below.
    private RecipientFields inFull(RecipientFields recipient, String said) {
        DiagnosticCode shown = recipient.diagnosticCode().orElseThrow();
        return ownWords(recipient)
                .filter(words -> shown.type().isEmpty()
                        && !said.isEmpty()
                        && words.length() > shown.text().length()
                        && words.contains(said))
                .map(words -> recipient.toBuilder().diagnosticText(words).build())
                .orElse(recipient);
    }

    private Optional<String> ownWords(RecipientFields recipient) {
        String address = recipient
                .finalRecipient()
                .or(recipient::originalRecipient)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        Optional<String> named = own.stream()
                .filter(line ->
                        !address.isEmpty() && line.toLowerCase(Locale.ROOT).contains(address))
                .findFirst();
        return named.or(() -> own.size() == 1 && exchanges.isEmpty() ? Optional.of(own.get(0)) : Optional.empty());
    }

    // Sendmail gives the first line of a long reply in the field, and the rest only here.
    private Optional<Exchange> refused(int code, String text) {
        String start = text.substring(0, Math.min(24, text.length()));
        return exchanges.stream()
                .filter(exchange -> exchange.reply.startsWith(Integer.toString(code)))
                .filter(exchange -> SmtpReply.findIn(exchange.reply)
                        .map(reply -> reply.text().isEmpty() || reply.text().startsWith(start))
                        .orElse(false))
                .findFirst();
    }

    private Optional<Exchange> last() {
        return exchanges.stream()
                .filter(exchange -> exchange.reply.charAt(0) >= '4' && !exchange.reply.startsWith("503"))
                .reduce((first, second) -> second);
    }

    private static RecipientFields with(RecipientFields recipient, Exchange exchange) {
        RecipientFields.Builder filled = recipient.toBuilder();
        String reply = Diagnosis.folded(exchange.reply);
        recipient
                .diagnosticCode()
                .filter(code -> CUT_OFF.matcher(code.text()).lookingAt() && reply.startsWith(code.text()))
                .ifPresent(code -> filled.diagnosticCode(new DiagnosticCode(code.type(), reply)));
        SmtpReply.findIn(exchange.reply)
                .filter(found -> found.text().length()
                        > recipient.reply().map(r -> r.text().length()).orElse(-1))
                .ifPresent(filled::reply);
        if (recipient.remoteMta().isEmpty()) {
            filled.remoteMta(exchange.host);
        }
        if (recipient.smtpCommand().isEmpty()) {
            filled.smtpCommand(Diagnosis.smtpCommand(exchange.command).orElse(null));
        }
        return filled.build();
    }
}
