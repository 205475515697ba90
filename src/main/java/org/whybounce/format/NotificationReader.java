package org.whybounce.format;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whybounce.mime.BounceMessage;
import org.whybounce.mime.Part;
import org.whybounce.model.Action;
import org.whybounce.model.DiagnosticCode;
import org.whybounce.model.EnhancedStatus;
import org.whybounce.model.FeedbackReport;
import org.whybounce.model.Kind;
import org.whybounce.model.RecipientFields;
import org.whybounce.model.SmtpReply;

/**
 * The events that mail services post as JSON: kept in a file, or mailed on. Which service puts what where stands in {@code
 * notifications.data}.
 *
 * <pre>
 * [{"email":"nobody&#64;example.net","event":"bounce","reason":"550 5.1.1 User unknown","status":"5.1.1",
 *   "sg_event_id":"0"}]
 * </pre>
 */
final class NotificationReader implements FormatReader {

    private final List<NotificationService> services = NotificationService.all();

    @Override
    public String name() {
        return "notification-json";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        List<JsonObject> events = notifications(message);
        Optional<NotificationService> found = services.stream()
                .filter(service -> events.stream().anyMatch(service::wrote))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        NotificationService service = found.get();
        ReadingBuilder reading = ReadingBuilder.of(service.name(), message);
        List<String> complainers = new ArrayList<>();
        for (JsonObject event : events) {
            service.action(event).ifPresent(action -> Json.texts(event, service.firstPath(event, "Recipient"))
                    .forEach(to -> reading.recipient(recipient(service, event, to, action))));
            if (service.isComplaint(event)) {
                complainers.addAll(Json.texts(event, service.firstPath(event, "Recipient")));
            }
            Json.original(Json.at(event, service.firstPath(event, "Headers")))
                    .ifPresent(original -> reading.original(Optional.of(original)));
        }
        if (!complainers.isEmpty() && !reading.hasRecipients()) {
            Optional<String> none = Optional.empty();
            complainers.forEach(who -> reading.recipient(who, Action.DELIVERED, ""));
            return Optional.of(reading.kind(Kind.COMPLAINT)
                    .complaint(new FeedbackReport(Optional.of("abuse"), none, none, none, none))
                    .build());
        }
        return reading.buildIfAny();
    }

    private static RecipientFields recipient(NotificationService service, JsonObject event, String to, Action action) {
        String reason = service.text(event, "Reason").orElse("");
        // The words often lack the code that has a member of its own.
        String code = service.text(event, "Code")
                .filter(digits -> digits.matches("[2-5]\\d\\d"))
                .orElse("");
        String words = SmtpReply.findIn(reason).isPresent() || code.isEmpty() ? reason : code + ' ' + reason;
        return RecipientFields.builder()
                .finalRecipient(to)
                .action(action)
                .status(service.text(event, "Status")
                        .flatMap(EnhancedStatus::findIn)
                        .orElse(null))
                .diagnosticCode(diagnostic(words))
                .remoteMta(service.text(event, "Host").orElse(null))
                .build();
    }

    /** {@return words with their type, such as {@code smtp; 550 No}} */
    static @Nullable DiagnosticCode diagnostic(String words) {
        int semicolon = words.indexOf(';');
        boolean typed = semicolon > 0 && words.substring(0, semicolon).matches("(?i)smtp|dns|x-[\\w-]{1,30}");
        String type = typed ? words.substring(0, semicolon).toLowerCase(Locale.ROOT) : "";
        return Diagnosis.of(Optional.of(type).filter(name -> typed), typed ? words.substring(semicolon + 1) : words)
                .orElse(null);
    }

    /** {@return the JSON that a message is, or has as its text or as a part} */
    static List<JsonObject> notifications(BounceMessage message) {
        List<JsonObject> inText = Json.objectsIn(message.text());
        if (!inText.isEmpty()) {
            return inText;
        }
        return message.parts().stream()
                .filter(part -> part.type().endsWith("json") || part == message.root())
                .map(Part::text)
                .map(Json::objectsIn)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
