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
import org.whybounce.text.ReturnedMessage;

/** Where the message that came back may lie: whole, as its headers, or quoted in the text. */
final class Originals {

    private static final List<String> HEADERS = List.of("text/rfc822-headers", "message/global-headers", "text/rfc822");

    private Originals() {}

    static Optional<OriginalMessage> in(BounceMessage message) {
        return under(message.root()).or(() -> ReturnedMessage.in(message.text()).original());
    }

    /** The same below one part, as a part of its own. */
    static Optional<OriginalMessage> under(Part root) {
        for (Part part : root.flatten()) {
            Optional<OriginalMessage> found = part.nested().isPresent()
                    ? whole(part.nested().get())
                    : HEADERS.contains(part.type()) ? ReturnedMessage.headers(part.text()) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<OriginalMessage> whole(Part nested) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (HeaderField field : nested.fields()) {
            headers.computeIfAbsent(field.name().toLowerCase(Locale.ROOT), nested::headers);
        }
        return headers.isEmpty() ? Optional.empty() : Optional.of(new OriginalMessage(headers));
    }
}
