package org.whybounce.model;

import java.util.Optional;

/**
 * One recipient of a report: what the report says, and what that means.
 *
 * @param fields what the report says (RFC 3464, section 2.3)
 * @param verdict why the mail was refused or is late, and what to do; for a recipient to whom it was delivered, relayed
 *     or expanded, a verdict with {@link Reason#UNDETERMINED} and confidence 0
 */
public record Recipient(RecipientFields fields, Verdict verdict) {

    /**
     * The address to show: the final recipient, else the original one.
     *
     * @return a bare address, or an empty string where the report names none
     */
    public String address() {
        return fields.finalRecipient().or(fields::originalRecipient).orElse("");
    }

    /** {@return the bare address that the report speaks of, empty where it names none} */
    public Optional<String> finalRecipient() {
        return fields.finalRecipient();
    }

    /** {@return the bare address that the sender had given, empty where it is not stated} */
    public Optional<String> originalRecipient() {
        return fields.originalRecipient();
    }

    /** {@return what became of the message} */
    public Action action() {
        return fields.action();
    }

    /** {@return the Status field, or the enhanced status in the text; empty where there is neither} */
    public Optional<EnhancedStatus> status() {
        return fields.status();
    }

    /** {@return the server that answered, empty where none is named} */
    public Optional<String> remoteMta() {
        return fields.remoteMta();
    }

    /** {@return the words of the failure, empty where the report gives none} */
    public Optional<DiagnosticCode> diagnosticCode() {
        return fields.diagnosticCode();
    }

    /** {@return the SMTP reply in those words, empty where they hold none} */
    public Optional<SmtpReply> reply() {
        return fields.reply();
    }
}
