package org.whybounce.format;

import java.util.List;
import org.whybounce.mime.BounceMessage;

/** Whether a text that sounds like a report may be one. Persons, lists and tickets quote such texts. */
final class Gate {

    /** A person who asks about a report greets first. */
    private static final int EARLY = 4;

    private Gate() {}

    /**
     * Decides for a message that no header field marks as of a certain format.
     *
     * @param message the message
     * @param lines its lines
     * @param start the line with which the report seems to begin
     */
    static boolean open(BounceMessage message, List<Line> lines, int start) {
        if (start >= lines.size() || !BounceSigns.possible(message)) {
            return false;
        }
        long before =
                lines.subList(0, start).stream().filter(line -> !line.isBlank()).count();
        return BounceSigns.byServer(message) || (before < EARLY && BounceSigns.subjectSuggests(message));
    }
}
