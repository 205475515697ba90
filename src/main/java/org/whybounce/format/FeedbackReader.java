package org.whybounce.format;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.mime.Part;
import org.whybounce.model.Action;
import org.whybounce.model.FeedbackReport;
import org.whybounce.model.Kind;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.RecipientFields;
import org.whybounce.text.Addresses;
import org.whybounce.text.Dates;
import org.whybounce.text.Fields;

/**
 * RFC 5965: complaints, and their older kin that have no feedback part.
 *
 * <pre>
 * Feedback-Type: abuse
 * User-Agent: ExampleFBL/1.0
 * Version: 1
 * Original-Mail-From: &lt;news@example.org&gt;
 * Source-IP: 192.0.2.1
 * </pre>
 */
final class FeedbackReader implements FormatReader {

    private static final String[] WHO = {
        "original-rcpt-to", "removal-recipient", "original-recipient", "final-recipient"
    };
    // Microsoft's junk mail reports are a copy of the mail, under a subject of their own.
    private static final Pattern COPY =
            Pattern.compile("(?i)^\\s*(?:complaint about message from|abuse report about mail from)\\s+(\\S+)");
    static final Pattern AUTOMATIC = Pattern.compile("(?i)dmarc|abuse|feedback|fbl|complaint|staff@");
    private static final Pattern FORENSIC = Pattern.compile("(?i)\\bdmarc\\b.{0,40}\\b(?:fail|forensic)");

    // From before RFC 5965: the sentence that it took over, and perhaps its fields, in the text.
    private static final Pattern PLAIN = Pattern.compile(
            "(?i)\\s{0,20}this is an? (?:e-?mail )?(?:abuse|spam|feedback) report (?:for|regarding|about) an? (?:e-?mail )?message[^\\[]{0,200}?(?:received )?from (?:the )?IP(?: address)?:?\\s\\[?([\\da-fA-F.:]{3,45}[\\da-fA-F])");

    @Override
    public String name() {
        return "arf";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        Optional<Fields> fields = feedbackFields(message);
        if (fields.isPresent()) {
            return Optional.of(complaint(name(), message, fields.get()));
        }
        String subject = message.header("subject").orElse("");
        String from = message.header("from").orElse("");
        Matcher copy = COPY.matcher(subject);
        if (copy.find() && AUTOMATIC.matcher(from).find() && hasNested(message)) {
            return Optional.of(complaint("junk-report", message, Fields.of("Source-IP: " + copy.group(1))));
        }
        if (FORENSIC.matcher(subject).find() && AUTOMATIC.matcher(from).find() && !BounceSigns.byPerson(message)) {
            return Optional.of(complaint("dmarc-failure", message, Fields.of("Feedback-Type: auth-failure")));
        }
        Matcher plain = PLAIN.matcher(message.text());
        if (plain.lookingAt() && (AUTOMATIC.matcher(from).find() || !BounceSigns.byPerson(message))) {
            Fields stated = Fields.groups(message.text()).stream()
                    .filter(group -> group.hasAny("feedback-type"))
                    .findFirst()
                    .orElseGet(() -> Fields.of("Feedback-Type: abuse\nSource-IP: " + plain.group(1)));
            return Optional.of(complaint("abuse-report", message, stated));
        }
        return Optional.empty();
    }

    private static boolean hasNested(BounceMessage message) {
        return message.parts().stream().anyMatch(part -> part.nested().isPresent());
    }

    private static Optional<Fields> feedbackFields(BounceMessage message) {
        boolean reported = message.root()
                .parameter("report-type")
                .map(type -> type.toLowerCase(Locale.ROOT).contains("feedback"))
                .orElse(false);
        for (Part part : message.parts()) {
            if (part.type().equals("message/feedback-report")) {
                return Optional.of(Fields.of(part.text()));
            }
        }
        for (Part part : message.parts()) {
            boolean plain = part != message.root() && part.type().equals("text/plain");
            if ((reported || plain)
                    && part.children().isEmpty()
                    && part.text().regionMatches(true, 0, "feedback-type:", 0, 14)) {
                return Optional.of(Fields.of(part.text()));
            }
        }
        return reported ? Optional.of(Fields.of("Feedback-Type: abuse")) : FlattenedFeedback.in(message);
    }

    private static Reading complaint(String format, BounceMessage message, Fields fields) {
        Optional<OriginalMessage> original = Originals.in(message);
        ReadingBuilder reading =
                ReadingBuilder.of(format, message).kind(Kind.COMPLAINT).original(original);
        String words = Diagnosis.folded(message.text());
        for (String address : recipients(message, fields, original)) {
            reading.recipient(RecipientFields.builder()
                    .finalRecipient(address)
                    .action(Action.DELIVERED)
                    .diagnosticText(words)
                    .build());
        }
        return reading.complaint(new FeedbackReport(
                        fields.get("feedback-type").map(type -> type.toLowerCase(Locale.ROOT)),
                        fields.get("user-agent"),
                        fields.get("source-ip").or(() -> fields.get("source")),
                        fields.get("original-mail-from").flatMap(Addresses::bare),
                        fields.get("arrival-date")
                                .or(() -> fields.get("received-date"))
                                .map(Dates::isoOrAsWritten)))
                .build();
    }

    private static Set<String> recipients(BounceMessage message, Fields fields, Optional<OriginalMessage> original) {
        Set<String> found = new LinkedHashSet<>();
        for (String name : WHO) {
            fields.all(name).forEach(value -> Addresses.bare(value).ifPresent(found::add));
        }
        if (found.isEmpty()) {
            message.header("x-hmxmroriginalrecipient").flatMap(Addresses::bare).ifPresent(found::add);
            original.map(o -> o.headers().getOrDefault("x-hmxmroriginalrecipient", List.of()))
                    .ifPresent(values ->
                            values.forEach(value -> Addresses.bare(value).ifPresent(found::add)));
        }
        return found;
    }
}
