package org.whybounce.format;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * The events that mail services post as JSON: kept in a file, or mailed on. One line of a table for each service.
 *
 * <pre>
 * [{"email":"nobody&#64;example.net","event":"bounce","reason":"550 5.1.1 User unknown","status":"5.1.1",
 *   "sg_event_id":"0"}]
 * </pre>
 */
final class NotificationReader implements FormatReader {

    /** Where a service puts what. Each is a path of names; several are separated by blanks, the first found counts. */
    private record Service(
            String name, String marks, String event, String recipient, String reason, String status, String code, String host,
            String headers) {}

    // The more marks of its own a service has, the earlier it stands; the last four share their names for the rest.
    private static final List<Service> SERVICES = List.of(
            new Service("mailgun-json", "event-data", "event-data.severity event-data.event", "event-data.recipient",
                    "event-data.delivery-status.message event-data.delivery-status.description event-data.reason",
                    "event-data.delivery-status.enhanced-code", "event-data.delivery-status.code",
                    "event-data.delivery-status.mx-host", "event-data.message.headers"),
            new Service("postmark-json", "RecordType", "Type RecordType", "Email Recipient", "Details Description", "-", "-",
                    "-", "-"),
            new Service("sparkpost-json", "msys", "msys.message_event.type msys.gen_event.type msys.track_event.type",
                    "msys.message_event.rcpt_to msys.gen_event.rcpt_to", "msys.message_event.raw_reason "
                    + "msys.message_event.reason msys.gen_event.reason", "-", "msys.message_event.error_code",
                    "msys.message_event.ip_address", "-"),
            new Service("mandrill-json", "msg", "event", "msg.email", "msg.diag msg.bounce_description", "-", "-", "-", "-"),
            new Service("resend-json", "data.bounce data.email_id", "type", "data.to", "data.bounce.message", "-", "-", "-",
                    "-"),
            new Service("smtp2go-json", "rcpt", "bounce event", "rcpt", "message", "-", "-", "host", "-"),
            new Service("mailjet-json", "mj_campaign_id mj_contact_id MessageID", "event", "email", "comment error", "-", "-",
                    "-", "-"),
            new Service("brevo-json", "message-id ts_event", "event", "email", "reason", "-", "-", "-", "-"),
            new Service("sendgrid-json", "event", "event", "email", "reason response", "status", "-", "-", "-"));

    private static final Map<Action, Set<String>> EVENTS = Map.of(
            Action.FAILED, Set.of(
                    "bounce", "bounced", "hard_bounce", "soft_bounce", "hardbounce", "softbounce", "hard", "soft", "failed",
                    "permanent", "dropped", "blocked", "reject", "rejected", "invalid_email", "error", "out_of_band",
                    "policy_rejection", "generation_failure", "generation_rejection", "dnserror", "email.bounced",
                    "badaddress", "bademailaddress", "spamnotification", "manuallydeactivated", "undeliverable"),
            Action.DELAYED, Set.of(
                    "deferred", "delay", "delayed", "deferral", "temporary", "transient", "email.delivery_delayed"),
            Action.DELIVERED, Set.of("delivered", "delivery", "sent", "send", "email.delivered"));
    private static final Set<String> COMPLAINTS =
            Set.of("spamreport", "spam", "complained", "complaint", "spam_complaint", "spamcomplaint", "email.complained");

    @Override
    public String name() {
        return "notification-json";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        List<JsonObject> events = notifications(message);
        Optional<Service> service = events.stream().findFirst().flatMap(NotificationReader::serviceOf);
        if (service.isEmpty()) {
            return Optional.empty();
        }
        ReadingBuilder reading = ReadingBuilder.of(service.get().name, message);
        boolean complained = false;
        for (JsonObject event : events) {
            Optional<Action> action = actionOf(event, service.get());
            if (action.isPresent()) {
                Json.texts(event, firstPath(event, service.get().recipient))
                        .forEach(to -> reading.recipient(recipient(event, service.get(), to, action.get())));
            }
            complained |= isComplaint(event, service.get());
            Json.original(Json.at(event, service.get().headers)).ifPresent(found -> reading.original(Optional.of(found)));
        }
        if (complained && !reading.hasRecipients()) {
            Optional<String> none = Optional.empty();
            return Optional.of(reading.kind(Kind.COMPLAINT)
                    .complaint(new FeedbackReport(Optional.of("abuse"), none, none, none, none))
                    .build());
        }
        return reading.buildIfAny();
    }

    private static Optional<Service> serviceOf(JsonObject event) {
        return SERVICES.stream()
                .filter(service -> !firstPath(event, service.marks).isEmpty()
                        && !firstPath(event, service.event).isEmpty()
                        && (actionOf(event, service).isPresent() || isComplaint(event, service)))
                .findFirst();
    }

    private static Optional<Action> actionOf(JsonObject event, Service service) {
        String word = Json.text(event, service.event.split(" ")).orElse("").toLowerCase(Locale.ROOT);
        return EVENTS.keySet().stream().filter(action -> EVENTS.get(action).contains(word)).findFirst();
    }

    private static boolean isComplaint(JsonObject event, Service service) {
        return Json.text(event, service.event.split(" "))
                .filter(word -> COMPLAINTS.contains(word.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private static String firstPath(JsonObject event, String paths) {
        for (String path : paths.split(" ")) {
            if (Json.at(event, path).isPresent()) {
                return path;
            }
        }
        return "";
    }

    private static RecipientFields recipient(JsonObject event, Service service, String to, Action action) {
        String reason = Json.text(event, service.reason.split(" ")).orElse("");
        // The words often lack the code that has a member of its own.
        String code = Json.text(event, service.code).filter(digits -> digits.matches("[2-5]\\d\\d")).orElse("");
        String words = SmtpReply.findIn(reason).isPresent() || code.isEmpty() ? reason : code + ' ' + reason;
        return RecipientFields.builder()
                .finalRecipient(to)
                .action(action)
                .status(Json.text(event, service.status).flatMap(EnhancedStatus::findIn).orElse(null))
                .diagnosticCode(diagnostic(words))
                .remoteMta(Json.text(event, service.host).orElse(null))
                .build();
    }

    /** {@return words with their type, such as {@code smtp; 550 No}} */
    static @Nullable DiagnosticCode diagnostic(String words) {
        int semicolon = words.indexOf(';');
        boolean typed = semicolon > 0 && words.substring(0, semicolon).matches("(?i)smtp|dns|x-[\\w-]{1,30}");
        return Diagnosis.of(
                        typed ? Optional.of(words.substring(0, semicolon).toLowerCase(Locale.ROOT)) : Optional.empty(),
                        typed ? words.substring(semicolon + 1) : words)
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
