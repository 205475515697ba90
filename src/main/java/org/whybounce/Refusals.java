package org.whybounce;

import java.util.Locale;
import java.util.Optional;
import org.whybounce.model.DiagnosticCode;
import org.whybounce.model.MessageFields;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.RecipientFields;
import org.whybounce.model.Refusal;
import org.whybounce.model.SmtpReply;

/** Gathers from a report what the verdict on one recipient is made from. */
final class Refusals {

    private Refusals() {}

    static Refusal of(
            MessageFields message, Optional<OriginalMessage> original, RecipientFields recipient, boolean mailProgram) {
        Optional<DiagnosticCode> code = recipient.diagnosticCode();
        return new Refusal(
                code.map(DiagnosticCode::text)
                        .orElse(recipient.reply().map(SmtpReply::text).orElse("")),
                recipient.reply(),
                recipient.reply().flatMap(SmtpReply::enhancedStatus).or(recipient::status),
                recipient.smtpCommand(),
                recipient.remoteMta(),
                message.reportingMta(),
                original.flatMap(Refusals::sender).flatMap(Refusals::domain),
                recipient.finalRecipient().or(recipient::originalRecipient).flatMap(Refusals::domain),
                mailProgram,
                code.flatMap(DiagnosticCode::type).isPresent() ? "diagnostic-code" : "text",
                forwarded(original, recipient));
    }

    /** Another address than the one written to, or a list that is not the sender's own. */
    private static boolean forwarded(Optional<OriginalMessage> original, RecipientFields recipient) {
        Optional<String> written = recipient.originalRecipient().filter(address -> address.contains("@"));
        Optional<String> reached = recipient.finalRecipient().filter(address -> address.contains("@"));
        if (written.isPresent() && reached.isPresent()) {
            return !written.get().equalsIgnoreCase(reached.get());
        }
        Optional<String> sender = original.flatMap(Refusals::sender).flatMap(Refusals::domain);
        return sender.isPresent()
                && original.flatMap(OriginalMessage::listId)
                        .filter(list -> !list.toLowerCase(Locale.ROOT)
                                .contains(sender.get().toLowerCase(Locale.ROOT)))
                        .isPresent();
    }

    private static Optional<String> sender(OriginalMessage original) {
        return original.from().or(original::returnPath);
    }

    private static Optional<String> domain(String address) {
        int at = address.lastIndexOf('@');
        String domain = at < 0 ? "" : address.substring(at + 1).replaceAll("[>\\s].*$", "");
        return domain.isEmpty() ? Optional.empty() : Optional.of(domain);
    }
}
