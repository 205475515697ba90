package org.whybounce.format;

import java.util.List;
import java.util.Optional;
import org.whybounce.model.FeedbackReport;
import org.whybounce.model.Kind;
import org.whybounce.model.MessageFields;
import org.whybounce.model.Note;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.RecipientFields;

/**
 * What a message says, and nothing else.
 *
 * @param format the name of the reader that understood it
 * @param kind what sort of mail it is
 * @param fields what it says of the message as a whole
 * @param recipients what it says of each recipient
 * @param original the returned message, empty where nothing of it was returned
 * @param complaint the fields of a complaint
 * @param mailProgram true where a mail program or library, not a mail server, wrote it
 * @param notes what was odd about it
 */
public record Reading(
        String format,
        Kind kind,
        MessageFields fields,
        List<RecipientFields> recipients,
        Optional<OriginalMessage> original,
        Optional<FeedbackReport> complaint,
        boolean mailProgram,
        List<Note> notes) {

    /** Keeps unmodifiable copies. */
    public Reading {
        recipients = List.copyOf(recipients);
        notes = List.copyOf(notes);
    }

    /** {@return the same with other recipients} */
    Reading withRecipients(List<RecipientFields> others) {
        return new Reading(format, kind, fields, others, original, complaint, mailProgram, notes);
    }
}
