package org.whybounce.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Action;
import org.whybounce.model.DiagnosticCode;
import org.whybounce.model.FeedbackReport;
import org.whybounce.model.Kind;
import org.whybounce.model.MessageFields;
import org.whybounce.model.Note;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.RecipientFields;

/** Collects what a reader finds. The kind follows from the recipients unless it is set. Not thread-safe. */
final class ReadingBuilder {

    private static final int MAX_RECIPIENTS = 10_000;

    private final String format;
    private final BounceMessage message;
    private final List<RecipientFields> recipients = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private MessageFields fields = MessageFields.none();
    private @Nullable Kind kind;
    private @Nullable FeedbackReport complaint;
    private @Nullable Optional<OriginalMessage> original;
    private boolean mailProgram;

    private ReadingBuilder(String format, BounceMessage message) {
        this.format = format;
        this.message = message;
    }

    static ReadingBuilder of(String format, BounceMessage message) {
        return new ReadingBuilder(format, message);
    }

    /** Adds a recipient; what its fields leave out is filled in from their own words. */
    ReadingBuilder recipient(RecipientFields recipient) {
        if (recipients.size() < MAX_RECIPIENTS) {
            recipients.add(Diagnosis.complete(recipient));
        } else if (notes.stream().noneMatch(note -> note.text().startsWith("more than"))) {
            note("more than " + MAX_RECIPIENTS + " recipients, the rest left out");
        }
        return this;
    }

    /** Adds a recipient to whom the mail could not be delivered, and the words in which that was said (may be empty). */
    ReadingBuilder failed(String address, String words) {
        return recipient(address, Action.FAILED, words);
    }

    ReadingBuilder recipient(String address, Action action, String words) {
        return recipient(RecipientFields.builder()
                .finalRecipient(address)
                .action(action)
                .diagnosticCode(words.isBlank() ? null : new DiagnosticCode(Optional.empty(), Diagnosis.folded(words)))
                .build());
    }

    ReadingBuilder fields(MessageFields stated) {
        this.fields = stated;
        return this;
    }

    ReadingBuilder kind(Kind stated) {
        this.kind = stated;
        return this;
    }

    ReadingBuilder complaint(FeedbackReport report) {
        this.complaint = report;
        return this;
    }

    /** Sets the original; where it is not set, it is looked for in the message. */
    ReadingBuilder original(Optional<OriginalMessage> returned) {
        this.original = returned;
        return this;
    }

    ReadingBuilder withoutOriginal() {
        return original(Optional.empty());
    }

    /** A mail program or library, not a mail server, wrote the report. */
    ReadingBuilder byMailProgram() {
        this.mailProgram = true;
        return this;
    }

    ReadingBuilder note(String sentence) {
        notes.add(new Note(sentence));
        return this;
    }

    boolean hasRecipients() {
        return !recipients.isEmpty();
    }

    List<RecipientFields> recipients() {
        return List.copyOf(recipients);
    }

    /** What was found, or "not mine" where no recipient was. */
    Optional<Reading> buildIfAny() {
        return recipients.isEmpty() ? Optional.empty() : Optional.of(build());
    }

    Reading build() {
        Optional<OriginalMessage> returned = original != null ? original : Originals.in(message);
        return new Reading(
                format,
                kind != null ? kind : kindOf(recipients),
                fields,
                recipients,
                returned,
                Optional.ofNullable(complaint),
                mailProgram,
                notes);
    }

    private static Kind kindOf(List<RecipientFields> recipients) {
        if (recipients.isEmpty() || recipients.stream().anyMatch(r -> r.action() == Action.FAILED)) {
            return Kind.BOUNCE;
        }
        return recipients.stream().anyMatch(r -> r.action() == Action.DELAYED) ? Kind.DELAY : Kind.DELIVERED;
    }
}
