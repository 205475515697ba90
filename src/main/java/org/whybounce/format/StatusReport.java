package org.whybounce.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Action;
import org.whybounce.model.DiagnosticCode;
import org.whybounce.model.MessageFields;
import org.whybounce.model.RecipientFields;
import org.whybounce.text.Addresses;

/** Makes recipients of the groups of a delivery report, and of the text beside them. Not thread-safe. */
final class StatusReport {

    private static final Pattern LATE = Pattern.compile(
            "(?i)\\b(?:warning|delayed|will (?:be )?(?:retr|keep trying|continue)|will try again|still being retried|not yet been delivered)");

    private final BounceMessage message;
    private final String text;
    private final ReportText words;
    private final List<Entry> entries = new ArrayList<>();
    private MessageFields fields = MessageFields.none();

    private record Entry(StatusGroup group, RecipientFields recipient) {}

    /**
     * Begins a report.
     *
     * @param message the message
     * @param text what the server wrote for persons
     */
    StatusReport(BounceMessage message, String text) {
        this.message = message;
        this.text = text;
        this.words = new ReportText(text);
    }

    ReadingBuilder read(String format, List<StatusGroup> groups) {
        for (StatusGroup group : groups) {
            add(group);
        }
        ReadingBuilder reading = ReadingBuilder.of(format, message).fields(fields);
        Set<RecipientFields> seen = new HashSet<>();
        for (Entry entry : entries) {
            // Relays repeat the status part.
            if (!seen.add(entry.recipient)) {
                continue;
            }
            RecipientFields recipient = entry.group.isOutcome() ? entry.recipient : uncut(entry.recipient);
            if (recipient.finalRecipient().isEmpty()
                    && recipient.originalRecipient().isEmpty()) {
                recipient = named(recipient);
            }
            if (entry.group.action().isEmpty()) {
                recipient = recipient.toBuilder().action(actionOf(recipient)).build();
            }
            RecipientFields whole = words.complete(recipient);
            reading.recipient(
                    whole.diagnosticCode().isPresent()
                            ? whole
                            : whole.toBuilder()
                                    .diagnosticText(entry.group.statusComment())
                                    .build());
        }
        return reading;
    }

    private void add(StatusGroup group) {
        if (group.isOfMessage() && fields.equals(MessageFields.none())) {
            fields = group.message();
        }
        if (group.isUnintelligible()) {
            return;
        }
        Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        if (group.isOfRecipient()) {
            entries.add(new Entry(group, group.recipient().build()));
        } else if (group.isOutcome() && last != null && !last.group.isOutcome()) {
            // A blank line too many: the outcome belongs to the recipient above.
            RecipientFields who = last.recipient;
            RecipientFields whole = group.recipient()
                    .finalRecipient(who.finalRecipient().orElse(null))
                    .originalRecipient(who.originalRecipient().orElse(null))
                    .build();
            entries.set(entries.size() - 1, new Entry(group, whole));
        } else if (group.isOutcome() && last == null && !group.isOfMessage()) {
            entries.add(new Entry(group, group.recipient().build()));
        }
    }

    // The report ends within the address; the text may have it whole.
    private RecipientFields uncut(RecipientFields recipient) {
        String start = recipient.finalRecipient().orElse("");
        return start.isEmpty()
                ? recipient
                : Addresses.findAll(text).stream()
                        .filter(address -> address.startsWith(start))
                        .findFirst()
                        .map(address ->
                                recipient.toBuilder().finalRecipient(address).build())
                        .orElse(recipient);
    }

    // The address that only the text or a header names.
    private RecipientFields named(RecipientFields nameless) {
        Optional<String> address = message.header("x-failed-recipients")
                .flatMap(Addresses::findIn)
                .or(() -> words.onlyAddress(message))
                .or(() -> nameless.diagnosticCode().map(DiagnosticCode::text).flatMap(Addresses::findIn));
        return nameless.toBuilder().finalRecipient(address.orElse(null)).build();
    }

    private Action actionOf(RecipientFields recipient) {
        int statusClass = recipient.status().map(status -> status.statusClass()).orElse(0);
        String subject = message.header("subject").orElse("");
        if (statusClass == 2) {
            return Action.DELIVERED;
        }
        boolean late = LATE.matcher(subject).find() || LATE.matcher(text).find();
        return late && statusClass != 5 && !subject.toLowerCase(Locale.ROOT).contains("fail")
                ? Action.DELAYED
                : Action.FAILED;
    }
}
