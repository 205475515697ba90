package org.whybounce.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whybounce.mime.BounceMessage;
import org.whybounce.mime.HeaderField;
import org.whybounce.mime.Part;
import org.whybounce.model.OriginalMessage;
import org.whybounce.text.Addresses;
import org.whybounce.text.Fields;
import org.whybounce.text.MentionedMessage;
import org.whybounce.text.ReturnedMessage;

/** Where the message that came back may lie: whole, as its headers, quoted in the text, or only spoken of. */
final class Originals {

    private static final String MESSAGE_ID = "message-id";
    private static final String RETURN_PATH = "return-path";

    private Originals() {}

    static Optional<OriginalMessage> in(BounceMessage message) {
        ReturnedMessage parted = ReturnedMessage.in(message.text());
        Optional<OriginalMessage> found = under(message.root())
                .or(() -> parted.original().map(Originals::decoded))
                .or(() -> MentionedMessage.in(
                        parted.report(), message.header("subject").orElse("")));
        return completed(message, found);
    }

    /** The same below one part, as a part of its own. */
    static Optional<OriginalMessage> under(Part root) {
        List<Part> parts = root.flatten();
        for (Part part : parts) {
            Optional<OriginalMessage> found =
                    part.nested().flatMap(nested -> whole(nested).or(() -> ReturnedMessage.headers(part.text())));
            if (found.isPresent()) {
                return found;
            }
        }
        // Some servers put the original where a part's own header fields belong.
        return parts.stream()
                .skip(1)
                .filter(part -> part.header("received").isPresent()
                        && part.header("from").or(() -> part.header(MESSAGE_ID)).isPresent())
                .findFirst()
                .flatMap(Originals::whole);
    }

    private static Optional<OriginalMessage> whole(Part nested) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (HeaderField field : nested.fields()) {
            headers.computeIfAbsent(field.name().toLowerCase(Locale.ROOT), nested::headers);
        }
        return headers.isEmpty() ? Optional.empty() : Optional.of(new OriginalMessage(headers));
    }

    private static OriginalMessage decoded(OriginalMessage quoted) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        quoted.headers()
                .forEach((name, values) -> headers.put(
                        name, values.stream().map(BounceMessage::decode).toList()));
        return new OriginalMessage(headers);
    }

    /** Adds the Message-ID and the envelope sender, where only the report's own fields tell them. */
    private static Optional<OriginalMessage> completed(BounceMessage message, Optional<OriginalMessage> found) {
        boolean identified = found.flatMap(OriginalMessage::messageId).isPresent();
        boolean sent = found.flatMap(OriginalMessage::returnPath).isPresent();
        if (identified && sent) {
            return found;
        }
        Map<String, List<String>> headers =
                new LinkedHashMap<>(found.map(OriginalMessage::headers).orElse(Map.of()));
        if (!identified) {
            messageId(message).ifPresent(id -> headers.put(MESSAGE_ID, List.of(id)));
        }
        if (!sent) {
            stated(message, "x-postfix-sender", "original-mail-from")
                    .flatMap(Addresses::bare)
                    .ifPresent(sender -> headers.put(RETURN_PATH, List.of("<" + sender + ">")));
        }
        return headers.isEmpty() ? Optional.empty() : Optional.of(new OriginalMessage(headers));
    }

    private static Optional<String> messageId(BounceMessage message) {
        return stated(message, "x-original-message-id", "original-message-id")
                .or(() -> BounceSigns.byServer(message) ? message.header("in-reply-to") : Optional.empty())
                .or(() -> BounceSigns.byServer(message) ? message.header("references") : Optional.empty())
                .map(String::strip)
                .filter(id -> id.startsWith("<") && id.indexOf('>') == id.length() - 1);
    }

    /** A field of the machine-readable parts of a report. */
    private static Optional<String> stated(BounceMessage message, String... names) {
        for (Part part : message.parts()) {
            if (part.type().endsWith("-status")
                    || part.type().endsWith("-notification")
                    || part.type().endsWith("-report")) {
                for (Fields group : Fields.groups(part.text())) {
                    for (String name : names) {
                        Optional<String> value = group.get(name);
                        if (value.isPresent()) {
                            return value;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }
}
