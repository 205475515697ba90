package org.whybounce.format;

import java.util.Optional;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.text.Fields;

/** RFC 5965 where a relay has made one text of all parts. */
final class FlattenedFeedback {

    private static final Pattern FIELD = Pattern.compile("(?im)^feedback-type: ?[a-z-]{3,20}\\s*$");

    private FlattenedFeedback() {}

    /** The fields of the report, empty where the text holds none or where it is a person's. */
    static Optional<Fields> in(BounceMessage message) {
        String text = message.root().children().isEmpty() ? message.text() : "";
        if (!FIELD.matcher(text).find() || BounceSigns.byPerson(message)) {
            return Optional.empty();
        }
        String from = message.header("from").orElse("");
        boolean automatic = FeedbackReader.AUTOMATIC.matcher(from).find() || BounceSigns.byServer(message);
        return Fields.groups(automatic ? text : "").stream()
                .filter(group -> group.hasAny("feedback-type") && group.hasAny("version") && group.hasAny("user-agent"))
                .findFirst();
    }
}
