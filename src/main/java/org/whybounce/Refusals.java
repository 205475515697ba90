package org.whybounce;

import java.util.Optional;
import org.whybounce.format.Reading;
import org.whybounce.model.DiagnosticCode;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.RecipientFields;
import org.whybounce.model.Refusal;
import org.whybounce.model.SmtpReply;

/** Gathers from a reading what the verdict on one recipient is made from. */
final class Refusals {

    private Refusals() {}

    static Refusal of(Reading reading, RecipientFields recipient) {
        Optional<DiagnosticCode> code = recipient.diagnosticCode();
        return new Refusal(
                code.map(DiagnosticCode::text)
                        .orElse(recipient.reply().map(SmtpReply::text).orElse("")),
                recipient.reply(),
                recipient.reply().flatMap(SmtpReply::enhancedStatus).or(recipient::status),
                recipient.smtpCommand(),
                recipient.remoteMta(),
                reading.fields().reportingMta(),
                reading.original().flatMap(Refusals::sender).flatMap(Refusals::domain),
                recipient.finalRecipient().or(recipient::originalRecipient).flatMap(Refusals::domain),
                reading.mailProgram(),
                code.flatMap(DiagnosticCode::type).isPresent() ? "diagnostic-code" : "text");
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
