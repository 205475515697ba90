package org.whybounce.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.whybounce.model.Action;
import org.whybounce.model.DiagnosticCode;
import org.whybounce.model.Evidence;
import org.whybounce.model.FeedbackReport;
import org.whybounce.model.Listing;
import org.whybounce.model.MessageFields;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Recipient;
import org.whybounce.model.RecipientFields;
import org.whybounce.model.Remedy;
import org.whybounce.model.SmtpReply;
import org.whybounce.model.Verdict;

/** Results as JSON. What a mail does not state is left out. Thread-safe. */
public final class Json {

    private static final Gson LINE = new GsonBuilder().disableHtmlEscaping().create();
    private static final Gson PRETTY =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private Json() {}

    /**
     * A whole result on one line.
     *
     * @param source where the message lies
     * @param result the result
     * @return one JSON object without a line end
     */
    public static String line(String source, ParseResult result) {
        return LINE.toJson(of(source, result));
    }

    /**
     * A whole result for reading by people.
     *
     * @param source where the message lies
     * @param result the result
     * @return one JSON object over several lines
     */
    public static String pretty(String source, ParseResult result) {
        return PRETTY.toJson(of(source, result));
    }

    /**
     * A verdict on a bare reply, on one line.
     *
     * @param id what the caller calls the reply, a JSON value such as {@code "7"} in quotes; empty for none
     * @param reply the SMTP reply, empty where the words hold none
     * @param verdict the verdict
     * @return one JSON object without a line end
     */
    public static String line(Optional<String> id, Optional<SmtpReply> reply, Verdict verdict) {
        JsonObject object = new JsonObject();
        id.ifPresent(value -> object.add("id", LINE.fromJson(value, JsonElement.class)));
        object.add("verdict", verdict(verdict));
        reply.ifPresent(r -> object.add("reply", reply(r)));
        return LINE.toJson(object);
    }

    /**
     * A remedy with its steps.
     *
     * @param remedy the remedy
     * @return one JSON object over several lines
     */
    public static String pretty(Remedy remedy) {
        JsonObject object = remedy(remedy);
        object.addProperty("language", remedy.labels().language().toLanguageTag());
        object.add("steps", array(remedy.steps()));
        if (!remedy.guides().isEmpty()) {
            JsonArray guides = new JsonArray();
            for (Remedy.Guide guide : remedy.guides()) {
                JsonObject one = new JsonObject();
                one.addProperty("title", guide.title());
                one.add("steps", array(guide.steps()));
                guides.add(one);
            }
            object.add("guides", guides);
        }
        addUnlessEmpty(object, "ifItFails", remedy.ifItFails());
        addUnlessEmpty(object, "links", remedy.links());
        return PRETTY.toJson(object);
    }

    private static JsonObject of(String source, ParseResult result) {
        JsonObject object = new JsonObject();
        object.addProperty("source", source);
        object.addProperty("kind", result.kind().word());
        object.addProperty("format", result.format());
        add(object, "messageId", result.messageId());
        add(object, "subject", result.subject());
        add(object, "date", result.date());
        MessageFields fields = result.fields();
        add(object, "reportingMta", fields.reportingMta());
        add(object, "receivedFromMta", fields.receivedFromMta());
        add(object, "dsnGateway", fields.dsnGateway());
        add(object, "arrivalDate", fields.arrivalDate());
        add(object, "originalEnvelopeId", fields.originalEnvelopeId());
        result.original().ifPresent(original -> object.add("original", original(original)));
        result.complaint().ifPresent(complaint -> object.add("complaint", complaint(complaint)));
        JsonArray recipients = new JsonArray();
        result.recipients().forEach(recipient -> recipients.add(recipient(recipient)));
        object.add("recipients", recipients);
        addUnlessEmpty(
                object, "notes", result.notes().stream().map(Object::toString).toList());
        return object;
    }

    private static JsonObject original(OriginalMessage original) {
        JsonObject object = new JsonObject();
        add(object, "messageId", original.messageId());
        add(object, "from", original.from());
        addUnlessEmpty(object, "to", original.to());
        add(object, "subject", original.subject());
        add(object, "date", original.date());
        add(object, "returnPath", original.returnPath());
        add(object, "listId", original.listId());
        return object;
    }

    private static JsonObject complaint(FeedbackReport report) {
        JsonObject object = new JsonObject();
        add(object, "feedbackType", report.feedbackType());
        add(object, "userAgent", report.userAgent());
        add(object, "sourceIp", report.sourceIp());
        add(object, "originalMailFrom", report.originalMailFrom());
        add(object, "arrivalDate", report.arrivalDate());
        return object;
    }

    private static JsonObject recipient(Recipient recipient) {
        RecipientFields fields = recipient.fields();
        JsonObject object = new JsonObject();
        add(object, "finalRecipient", fields.finalRecipient());
        add(object, "originalRecipient", fields.originalRecipient());
        object.addProperty("action", fields.action().word());
        add(object, "status", fields.status());
        add(object, "remoteMta", fields.remoteMta());
        fields.diagnosticCode().ifPresent(code -> object.add("diagnosticCode", diagnostic(code)));
        fields.reply().ifPresent(reply -> object.add("reply", reply(reply)));
        add(object, "smtpCommand", fields.smtpCommand());
        add(object, "lastAttemptDate", fields.lastAttemptDate());
        add(object, "willRetryUntil", fields.willRetryUntil());
        add(object, "finalLogId", fields.finalLogId());
        if (fields.action() == Action.FAILED || fields.action() == Action.DELAYED) {
            object.add("verdict", verdict(recipient.verdict()));
        }
        return object;
    }

    private static JsonObject diagnostic(DiagnosticCode code) {
        JsonObject object = new JsonObject();
        add(object, "type", code.type());
        object.addProperty("text", code.text());
        return object;
    }

    private static JsonObject reply(SmtpReply reply) {
        JsonObject object = new JsonObject();
        object.addProperty("code", reply.code());
        add(object, "enhancedStatus", reply.enhancedStatus());
        object.addProperty("text", reply.text());
        return object;
    }

    private static JsonObject verdict(Verdict verdict) {
        JsonObject object = new JsonObject();
        object.addProperty("category", verdict.category().name());
        object.addProperty("reason", verdict.reason().name());
        object.addProperty("permanence", verdict.permanence().name().toLowerCase(java.util.Locale.ROOT));
        object.addProperty("suppress", verdict.suppress());
        verdict.label().ifPresent(label -> object.addProperty("label", label));
        object.addProperty("confidence", verdict.confidence());
        object.add("remedy", remedy(verdict.remedy()));
        addUnlessEmpty(
                object,
                "otherRemedies",
                verdict.otherRemedies().stream().map(Object::toString).toList());
        verdict.retryAfter().ifPresent(time -> object.addProperty("retryAfterSeconds", time.toSeconds()));
        verdict.blocklist().ifPresent(listing -> object.add("blocklist", listing(listing)));
        object.add("evidence", evidence(verdict.evidence()));
        return object;
    }

    private static JsonObject remedy(Remedy remedy) {
        JsonObject object = new JsonObject();
        object.addProperty("code", remedy.code().value());
        object.addProperty("audience", remedy.audience().word());
        object.addProperty("summary", remedy.summary());
        object.addProperty("retry", remedy.retry().word());
        return object;
    }

    private static JsonObject listing(Listing listing) {
        JsonObject object = new JsonObject();
        object.addProperty("name", listing.name());
        add(object, "listed", listing.listed());
        add(object, "lookupUrl", listing.lookupUrl());
        return object;
    }

    private static JsonObject evidence(Evidence evidence) {
        JsonObject object = new JsonObject();
        object.addProperty("field", evidence.field());
        object.addProperty("rule", evidence.rule());
        add(object, "origin", evidence.origin());
        if (!evidence.words().isEmpty()) {
            object.addProperty("words", evidence.words());
        }
        addUnlessEmpty(object, "alsoMatched", evidence.alsoMatched());
        return object;
    }

    private static void add(JsonObject object, String name, Optional<?> value) {
        value.ifPresent(v -> object.addProperty(name, v.toString()));
    }

    private static void addUnlessEmpty(JsonObject object, String name, List<String> values) {
        if (!values.isEmpty()) {
            object.add(name, array(values));
        }
    }

    private static JsonArray array(List<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
