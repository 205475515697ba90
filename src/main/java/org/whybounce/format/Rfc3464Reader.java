package org.whybounce.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.mime.Part;
import org.whybounce.model.Action;
import org.whybounce.model.DiagnosticCode;
import org.whybounce.model.MessageFields;
import org.whybounce.model.RecipientFields;
import org.whybounce.text.Addresses;
import org.whybounce.text.Fields;
import org.whybounce.text.ReturnedMessage;

/**
 * RFC 3464 and RFC 6533: delivery status notifications, also where the fields stand in a text part, in the body, or in
 * HTML.
 *
 * <pre>
 * Reporting-MTA: dns; mx.example.org
 *
 * Final-Recipient: rfc822; user@example.net
 * Action: failed
 * Status: 5.1.1
 * Remote-MTA: dns; mx.example.net
 * Diagnostic-Code: smtp; 550 5.1.1 no such user
 * </pre>
 */
final class Rfc3464Reader implements FormatReader {

    private static final Pattern FIELD = Pattern.compile("(?im)^[ \\t]{0,8}(?:final|original)-recipient[ \\t]{0,4}:");
    private static final Pattern LATE = Pattern.compile(
            "(?i)\\b(?:warning|delayed|will (?:be )?(?:retr|keep trying|continue)|will try again|still being retried|not yet been delivered)");

    @Override
    public String name() {
        return "rfc3464";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        List<StatusGroup> groups = new ArrayList<>();
        for (Part part : message.parts()) {
            if (part.type().endsWith("delivery-status")) {
                groups.addAll(groups(part.text()));
            }
        }
        boolean structured = groups.stream().anyMatch(StatusGroup::isOfRecipient);
        boolean report = message.root().type().equals("multipart/report");
        if (!report && BounceSigns.byPerson(message)) {
            return Optional.empty();
        }
        if (!structured) {
            List<StatusGroup> inText = groupsInText(message);
            if (inText.stream().noneMatch(group -> group.isOfRecipient() && group.isOutcome())) {
                return groups.stream().anyMatch(StatusGroup::isOutcome) ? read(message, groups) : Optional.empty();
            }
            groups = inText;
        }
        return read(message, groups);
    }

    private static List<StatusGroup> groups(String text) {
        List<StatusGroup> groups = new ArrayList<>();
        for (Fields fields : Fields.groups(text)) {
            for (Fields single : fields.split("final-recipient", "original-recipient", "x-actual-recipient")) {
                groups.add(new StatusGroup(single));
            }
        }
        return groups;
    }

    // A relay may have flattened the report, and some servers never had a part of the right type.
    private static List<StatusGroup> groupsInText(BounceMessage message) {
        for (Part part : message.parts()) {
            if (part.type().startsWith("text/")
                    && part.type().length() > 0
                    && FIELD.matcher(part.text()).find()) {
                String text = part.isHtml() ? HtmlText.of(part.text()) : part.text();
                return groups(report(text));
            }
        }
        String text = message.text();
        return FIELD.matcher(text).find() ? groups(report(text)) : List.of();
    }

    private static String report(String text) {
        return ReturnedMessage.in(text).report();
    }

    private Optional<Reading> read(BounceMessage message, List<StatusGroup> groups) {
        ReadingBuilder reading = ReadingBuilder.of(name(), message);
        String text = ReturnedMessage.in(message.text()).report();
        ReportText words = new ReportText(text);
        MessageFields fields = MessageFields.none();
        List<Entry> entries = new ArrayList<>();
        for (StatusGroup group : groups) {
            if (group.isOfMessage() && fields.equals(MessageFields.none())) {
                fields = group.message();
            }
            if (group.isOfRecipient() && !group.isUnintelligible()) {
                entries.add(new Entry(group.recipient(), group.action().isPresent(), group.isOutcome()));
            } else if (group.isOutcome() && !group.isOfMessage()) {
                outcome(entries, group, message, words);
            }
        }
        for (Entry entry : entries) {
            RecipientFields recipient = entry.recipient.build();
            if (recipient.finalRecipient().isEmpty()
                    && recipient.originalRecipient().isEmpty()) {
                recipient = named(recipient, message, words);
            }
            if (!entry.hasAction) {
                recipient = recipient.toBuilder()
                        .action(actionIn(recipient, message, text))
                        .build();
            }
            reading.recipient(words.complete(recipient));
        }
        return reading.fields(fields).buildIfAny();
    }

    private record Entry(RecipientFields.Builder recipient, boolean hasAction, boolean hasOutcome) {}

    // A blank line too many: the outcome belongs to the recipient above, or to one that only the text names.
    private static void outcome(List<Entry> entries, StatusGroup group, BounceMessage message, ReportText words) {
        Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        RecipientFields stated = group.recipient().build();
        if (last != null && !last.hasOutcome) {
            RecipientFields who = last.recipient.build();
            entries.set(
                    entries.size() - 1,
                    new Entry(
                            stated.toBuilder()
                                    .finalRecipient(who.finalRecipient().orElse(null))
                                    .originalRecipient(who.originalRecipient().orElse(null)),
                            group.action().isPresent(),
                            true));
        } else if (last == null) {
            entries.add(new Entry(
                    named(stated, message, words).toBuilder(), group.action().isPresent(), true));
        }
    }

    private static RecipientFields named(RecipientFields nameless, BounceMessage message, ReportText words) {
        Optional<String> address = message.header("x-failed-recipients")
                .flatMap(Addresses::findIn)
                .or(() -> words.onlyAddress(message))
                .or(() -> nameless.diagnosticCode().map(DiagnosticCode::text).flatMap(Addresses::findIn));
        return nameless.toBuilder().finalRecipient(address.orElse(null)).build();
    }

    private static Action actionIn(RecipientFields recipient, BounceMessage message, String text) {
        if (recipient.status().map(s -> s.statusClass() == 2).orElse(false)) {
            return Action.DELIVERED;
        }
        boolean late = LATE.matcher(message.header("subject").orElse("")).find()
                || LATE.matcher(text).find();
        boolean lasting = recipient.status().map(s -> s.statusClass() == 5).orElse(false);
        return late
                        && !lasting
                        && message.header("subject")
                                .map(s -> !s.toLowerCase(Locale.ROOT).contains("fail"))
                                .orElse(true)
                ? Action.DELAYED
                : Action.FAILED;
    }
}
