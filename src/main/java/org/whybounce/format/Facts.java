package org.whybounce.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whybounce.model.Action;
import org.whybounce.model.DiagnosticCode;
import org.whybounce.model.EnhancedStatus;
import org.whybounce.model.RecipientFields;
import org.whybounce.model.SmtpReply;
import org.whybounce.text.Addresses;
import org.whybounce.text.HostNames;

/** What lines of a report state of a recipient, put into its fields. */
final class Facts {

    private static final List<String> COMMANDS =
            List.of("MAIL", "RCPT", "DATA", "EHLO", "HELO", "STARTTLS", "AUTH", "CONN");

    private Facts() {}

    /** Begins a recipient with the words in which its failure was explained, which may be blank. */
    static RecipientFields.Builder recipient(String address, Action action, String words) {
        String text = Diagnosis.folded(words);
        return RecipientFields.builder()
                .finalRecipient(address)
                .action(action)
                // Where a line begins tells a code from a number; folded, that is lost.
                .reply(SmtpReply.findIn(words).orElse(null))
                .diagnosticCode(text.isEmpty() ? null : new DiagnosticCode(Optional.empty(), text));
    }

    /** Adds the contents of the holes {@code original}, {@code remote-mta}, {@code status} and {@code command}. */
    static void add(RecipientFields.Builder fields, Map<String, String> facts) {
        facts.forEach((name, content) -> {
            switch (name) {
                case "original" -> Addresses.findIn(content).ifPresent(fields::originalRecipient);
                case "remote-mta" -> host(content).ifPresent(fields::remoteMta);
                case "status" -> EnhancedStatus.findIn(content).ifPresent(fields::status);
                case "command" -> command(content).ifPresent(fields::smtpCommand);
                default -> {
                    // Of the message, not of a recipient.
                }
            }
        });
    }

    /** The host that a text consists of or begins with. */
    static Optional<String> host(String text) {
        return HostNames.bare(text).filter(host -> HostNames.looksLikeHost(host) || HostNames.looksLikeIp(host));
    }

    /** The SMTP command that a text names. */
    static Optional<String> command(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.contains("INITIAL GREETING") || upper.contains("CONNECT")) {
            return Optional.of("CONN");
        }
        return COMMANDS.stream().filter(upper::contains).findFirst();
    }
}
