package org.whybounce.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * RFC 3464, section 2.3: what a report says of one recipient. Each is empty where the report does not state it.
 *
 * @param finalRecipient the bare address that the report speaks of, without its {@code rfc822;} type
 * @param originalRecipient the bare address that the sender had given
 * @param action what became of the message; where there is no Action field, what the report's text says
 * @param status the Status field; where there is none, the enhanced status in the text
 * @param remoteMta the server that answered, without its {@code dns;} type
 * @param diagnosticCode the words of the failure
 * @param reply the SMTP reply found in those words
 * @param smtpCommand the SMTP command that was refused: {@code CONN}, {@code HELO}, {@code EHLO}, {@code STARTTLS},
 *     {@code AUTH}, {@code MAIL}, {@code RCPT} or {@code DATA}
 * @param lastAttemptDate the time of the last attempt, ISO 8601 with offset where it could be read, else as written
 * @param willRetryUntil when the server will give up, written likewise
 * @param finalLogId the answering server's name for the attempt
 */
public record RecipientFields(
        Optional<String> finalRecipient,
        Optional<String> originalRecipient,
        Action action,
        Optional<EnhancedStatus> status,
        Optional<String> remoteMta,
        Optional<DiagnosticCode> diagnosticCode,
        Optional<SmtpReply> reply,
        Optional<String> smtpCommand,
        Optional<String> lastAttemptDate,
        Optional<String> willRetryUntil,
        Optional<String> finalLogId) {

    /**
     * Begins the fields of one recipient.
     *
     * @return a builder in which nothing is stated and the action is {@link Action#FAILED}
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins a changed copy.
     *
     * @return a builder that holds these fields
     */
    public Builder toBuilder() {
        return new Builder()
                .finalRecipient(finalRecipient.orElse(null))
                .originalRecipient(originalRecipient.orElse(null))
                .action(action)
                .status(status.orElse(null))
                .remoteMta(remoteMta.orElse(null))
                .diagnosticCode(diagnosticCode.orElse(null))
                .reply(reply.orElse(null))
                .smtpCommand(smtpCommand.orElse(null))
                .lastAttemptDate(lastAttemptDate.orElse(null))
                .willRetryUntil(willRetryUntil.orElse(null))
                .finalLogId(finalLogId.orElse(null));
    }

    /** Collects the fields of one recipient. Null or blank text means "not stated". Not thread-safe. */
    @SuppressWarnings("exports") // JSpecify's annotations need not be there at run time
    public static final class Builder {
        private @Nullable String finalRecipient;
        private @Nullable String originalRecipient;
        private Action action = Action.FAILED;
        private @Nullable EnhancedStatus status;
        private @Nullable String remoteMta;
        private @Nullable DiagnosticCode diagnosticCode;
        private @Nullable SmtpReply reply;
        private @Nullable String smtpCommand;
        private @Nullable String lastAttemptDate;
        private @Nullable String willRetryUntil;
        private @Nullable String finalLogId;

        private Builder() {}

        /**
         * Sets the address that the report speaks of.
         *
         * @param address a bare address
         * @return this builder
         */
        public Builder finalRecipient(@Nullable String address) {
            this.finalRecipient = address;
            return this;
        }

        /**
         * Sets the address that the sender had given.
         *
         * @param address a bare address
         * @return this builder
         */
        public Builder originalRecipient(@Nullable String address) {
            this.originalRecipient = address;
            return this;
        }

        /**
         * Sets what became of the message.
         *
         * @param action the action
         * @return this builder
         */
        public Builder action(Action action) {
            this.action = action;
            return this;
        }

        /**
         * Sets the status.
         *
         * @param status the code
         * @return this builder
         */
        public Builder status(@Nullable EnhancedStatus status) {
            this.status = status;
            return this;
        }

        /**
         * Sets the server that answered.
         *
         * @param host its name, or its address where no name is given
         * @return this builder
         */
        public Builder remoteMta(@Nullable String host) {
            this.remoteMta = host;
            return this;
        }

        /**
         * Sets the words of the failure, with their type.
         *
         * @param code type and words
         * @return this builder
         */
        public Builder diagnosticCode(@Nullable DiagnosticCode code) {
            this.diagnosticCode = code;
            return this;
        }

        /**
         * Sets the words of the failure, taken from a report's text and thus without a type.
         *
         * @param text the words; blank for none
         * @return this builder
         */
        public Builder diagnosticText(@Nullable String text) {
            this.diagnosticCode =
                    text == null || text.isBlank() ? null : new DiagnosticCode(Optional.empty(), text.strip());
            return this;
        }

        /**
         * Sets the SMTP reply.
         *
         * @param reply the reply
         * @return this builder
         */
        public Builder reply(@Nullable SmtpReply reply) {
            this.reply = reply;
            return this;
        }

        /**
         * Sets the SMTP command that was refused.
         *
         * @param command its name in capitals
         * @return this builder
         */
        public Builder smtpCommand(@Nullable String command) {
            this.smtpCommand = command;
            return this;
        }

        /**
         * Sets the time of the last attempt.
         *
         * @param date the time
         * @return this builder
         */
        public Builder lastAttemptDate(@Nullable String date) {
            this.lastAttemptDate = date;
            return this;
        }

        /**
         * Sets when the server will give up.
         *
         * @param date the time
         * @return this builder
         */
        public Builder willRetryUntil(@Nullable String date) {
            this.willRetryUntil = date;
            return this;
        }

        /**
         * Sets the answering server's name for the attempt.
         *
         * @param id the identifier
         * @return this builder
         */
        public Builder finalLogId(@Nullable String id) {
            this.finalLogId = id;
            return this;
        }

        /**
         * Finishes the recipient.
         *
         * @return the fields set so far
         */
        public RecipientFields build() {
            return new RecipientFields(
                    stated(finalRecipient),
                    stated(originalRecipient),
                    action,
                    Optional.ofNullable(status),
                    stated(remoteMta),
                    Optional.ofNullable(diagnosticCode),
                    Optional.ofNullable(reply),
                    stated(smtpCommand),
                    stated(lastAttemptDate),
                    stated(willRetryUntil),
                    stated(finalLogId));
        }

        private static Optional<String> stated(@Nullable String text) {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
        }
    }
}
