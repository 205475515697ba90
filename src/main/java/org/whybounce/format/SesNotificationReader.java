package org.whybounce.format;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Action;
import org.whybounce.model.EnhancedStatus;
import org.whybounce.model.FeedbackReport;
import org.whybounce.model.Kind;
import org.whybounce.model.MessageFields;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.RecipientFields;
import org.whybounce.model.SmtpReply;
import org.whybounce.text.HostNames;

/**
 * The notifications and events of Amazon SES: as SNS mails them, as an HTTP endpoint keeps them, in the envelope of SNS or
 * without it.
 *
 * <pre>
 * {"notificationType":"Bounce",
 *  "bounce":{"bounceType":"Permanent","reportingMTA":"dsn; a7-1.smtp-out.example.com","bouncedRecipients":[
 *   {"emailAddress":"nobody&#64;example.net","action":"failed","status":"5.1.1",
 *    "diagnosticCode":"smtp; 550 5.1.1 User unknown"}]},
 *  "mail":{"source":"anna&#64;example.com","commonHeaders":{"subject":"Minutes"}}}
 * </pre>
 */
final class SesNotificationReader implements FormatReader {

    @Override
    public String name() {
        return "amazon-ses-json";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        ReadingBuilder reading = ReadingBuilder.of(name(), message);
        boolean mine = false;
        for (JsonObject found : NotificationReader.notifications(message)) {
            // In the envelope of SNS the notification is a string that holds JSON.
            JsonObject event = Json.text(found, "Message").map(Json::objectsIn).orElse(List.of()).stream()
                    .findFirst()
                    .orElse(found);
            mine |= read(event, reading);
        }
        return mine ? Optional.of(reading.build()) : Optional.empty();
    }

    private static boolean read(JsonObject event, ReadingBuilder reading) {
        String type = Json.text(event, "notificationType", "eventType").orElse("");
        switch (type) {
            case "Bounce" ->
                Json.objects(event, "bounce.bouncedRecipients")
                        .forEach(recipient -> reading.recipient(recipient(event, recipient, "bounce", Action.FAILED)));
            case "DeliveryDelay" ->
                Json.objects(event, "deliveryDelay.delayedRecipients")
                        .forEach(recipient ->
                                reading.recipient(recipient(event, recipient, "deliveryDelay", Action.DELAYED)));
            case "Delivery" ->
                Json.texts(event, "delivery.recipients")
                        .forEach(to -> reading.recipient(delivered(to, Json.text(event, "delivery.smtpResponse"))));
            case "Reject" ->
                Json.texts(event, "mail.destination")
                        .forEach(to -> reading.failed(
                                to, Json.text(event, "reject.reason").orElse("")));
            case "Complaint" -> {
                reading.kind(Kind.COMPLAINT).complaint(complaint(event));
                Json.objects(event, "complaint.complainedRecipients")
                        .forEach(who -> reading.recipient(
                                delivered(Json.text(who, "emailAddress").orElse(""), Optional.empty())));
            }
            default -> {
                return false;
            }
        }
        Json.text(event, "bounce.reportingMTA", "deliveryDelay.reportingMTA", "delivery.reportingMTA")
                .flatMap(HostNames::bare)
                .ifPresent(host -> reading.fields(reportedBy(host)));
        reading.original(original(event));
        return true;
    }

    private static RecipientFields recipient(JsonObject event, JsonObject recipient, String kind, Action assumed) {
        String subtype = Json.text(event, kind + ".bounceType", kind + ".delayType")
                        .orElse("")
                + Json.text(event, kind + ".bounceSubType").map(" "::concat).orElse("");
        return RecipientFields.builder()
                .finalRecipient(Json.text(recipient, "emailAddress").orElse(null))
                .action(Json.text(recipient, "action").flatMap(Action::findIn).orElse(assumed))
                .status(Json.text(recipient, "status")
                        .flatMap(EnhancedStatus::findIn)
                        .orElse(null))
                .diagnosticCode(NotificationReader.diagnostic(
                        Json.text(recipient, "diagnosticCode").orElse(subtype)))
                .remoteMta(Json.text(event, kind + ".remoteMtaIp").orElse(null))
                .build();
    }

    private static RecipientFields delivered(String to, Optional<String> response) {
        return RecipientFields.builder()
                .finalRecipient(to)
                .action(Action.DELIVERED)
                .diagnosticText(response.orElse(null))
                .reply(response.filter(text -> text.matches("2\\d\\d[ -][^\\n]*"))
                        .map(SmtpReply::parse)
                        .orElse(null))
                .build();
    }

    private static FeedbackReport complaint(JsonObject event) {
        return new FeedbackReport(
                Json.text(event, "complaint.complaintFeedbackType"),
                Json.text(event, "complaint.userAgent"),
                Json.text(event, "mail.sourceIp"),
                Json.text(event, "mail.source"),
                Json.text(event, "complaint.arrivalDate"));
    }

    private static MessageFields reportedBy(String host) {
        return new MessageFields(
                Optional.of(host), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<OriginalMessage> original(JsonObject event) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (JsonObject header : Json.objects(event, "mail.headers")) {
            Json.text(header, "name")
                    .ifPresent(name -> headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                            .addAll(Json.texts(header, "value")));
        }
        return headers.isEmpty()
                ? Json.original(Json.at(event, "mail.commonHeaders"))
                : Optional.of(new OriginalMessage(headers));
    }
}
