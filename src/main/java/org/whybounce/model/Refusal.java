package org.whybounce.model;

import java.util.Optional;

/**
 * What a verdict is made from: one refusal, with all that the report tells of its circumstances. Each is empty where
 * the report does not state it.
 *
 * @param text the words of the refusal; may be empty
 * @param reply the SMTP reply in them
 * @param status the enhanced status: that of the reply, else that of the report
 * @param smtpCommand the command that was refused, in capitals
 * @param remoteMta the server that answered
 * @param reportingMta the server that wrote the report
 * @param senderDomain the domain of the original message's sender
 * @param recipientDomain the domain of the recipient
 * @param mailProgram true where a mail program or library, not a mail server, wrote the report
 * @param field where the words stand, as in {@link Evidence#field()}
 * @param forwarded true where the mail went through a forwarding or a mailing list before it was refused
 */
public record Refusal(
        String text,
        Optional<SmtpReply> reply,
        Optional<EnhancedStatus> status,
        Optional<String> smtpCommand,
        Optional<String> remoteMta,
        Optional<String> reportingMta,
        Optional<String> senderDomain,
        Optional<String> recipientDomain,
        boolean mailProgram,
        String field,
        boolean forwarded) {

    /**
     * Makes a refusal of a mail that took the straight way.
     *
     * @param text the words of the refusal; may be empty
     * @param reply the SMTP reply in them
     * @param status the enhanced status
     * @param smtpCommand the command that was refused, in capitals
     * @param remoteMta the server that answered
     * @param reportingMta the server that wrote the report
     * @param senderDomain the domain of the original message's sender
     * @param recipientDomain the domain of the recipient
     * @param mailProgram true where a mail program or library wrote the report
     * @param field where the words stand
     */
    public Refusal(
            String text,
            Optional<SmtpReply> reply,
            Optional<EnhancedStatus> status,
            Optional<String> smtpCommand,
            Optional<String> remoteMta,
            Optional<String> reportingMta,
            Optional<String> senderDomain,
            Optional<String> recipientDomain,
            boolean mailProgram,
            String field) {
        this(
                text,
                reply,
                status,
                smtpCommand,
                remoteMta,
                reportingMta,
                senderDomain,
                recipientDomain,
                mailProgram,
                field,
                false);
    }

    /**
     * Makes a refusal from bare words, such as a reply pasted from a log.
     *
     * @param text the words
     * @return a refusal of which nothing but the words is known
     */
    public static Refusal of(String text) {
        Optional<SmtpReply> reply = SmtpReply.findIn(text);
        Optional<EnhancedStatus> status = reply.flatMap(SmtpReply::enhancedStatus);
        return new Refusal(
                text,
                reply,
                status.isPresent() ? status : EnhancedStatus.findIn(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "text");
    }

    /** {@return whose server refused, as far as the circumstances tell} */
    public Side side() {
        return SideOf.refusal(this);
    }

    /**
     * Whether a smart host refused: a server of the sender's provider, to which the sender's mail server hands its mail.
     *
     * @return true where the server that answered has the name of one and does not belong to the recipient
     */
    public boolean bySmartHost() {
        return SideOf.smartHost(this);
    }
}
