package org.whybounce.model;

import java.util.List;
import java.util.Optional;

/**
 * All that was read from one message.
 *
 * @param kind what sort of mail it is
 * @param format which reader understood it, such as {@code rfc3464} or {@code exim}; for {@link Kind#OTHER} what was
 *     recognised, such as {@code challenge}, or {@code none}
 * @param messageId the message's own Message-ID, empty where it has none
 * @param subject the message's own subject, decoded, empty where it has none
 * @param date the message's own date, ISO 8601 with offset, empty where it has none that can be read
 * @param fields what a delivery report says of the message as a whole
 * @param recipients every recipient that the report names; none for ordinary mail
 * @param original the message that the report is about, empty where it neither returns nor mentions it
 * @param complaint the fields of a complaint, empty for any other kind
 * @param notes what was odd about the message
 */
public record ParseResult(
        Kind kind,
        String format,
        Optional<String> messageId,
        Optional<String> subject,
        Optional<String> date,
        MessageFields fields,
        List<Recipient> recipients,
        Optional<OriginalMessage> original,
        Optional<FeedbackReport> complaint,
        List<Note> notes) {

    /** Keeps unmodifiable copies. */
    public ParseResult {
        recipients = List.copyOf(recipients);
        notes = List.copyOf(notes);
    }

    /**
     * The usual question: did mail come back?
     *
     * @return the bounce, or empty where the message reports no failure
     */
    public Optional<Bounce> bounce() {
        return kind == Kind.BOUNCE ? Optional.of(new Bounce(fields, recipients, original)) : Optional.empty();
    }
}
