package org.whybounce.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.model.SmtpReply;
import org.whybounce.text.Lines;

/** The lines round a line in which a text names an address, as far as they belong to it. */
final class Paragraphs {

    private static final int MAX_LINES = 12;

    // "<user@example.org>: ", "1) user@example.org (", "* user@example.org - "
    private static final Pattern LISTED = Pattern.compile(
            "^\\s{0,20}(?:[*•-]\\s|\\d{1,4}[.)]\\s)?\\s{0,3}<?[^\\s<>@:;,\"()]{1,64}@[\\w.-]{1,255}(?:>\\s{0,3}[:-]?|\\s{0,3}:|\\s{1,3}(?:-|=>))\\s{1,8}(?=\\S)");
    // A row of a table: "user@example.org  550 5.1.1 User unknown"
    private static final Pattern ROW =
            Pattern.compile("^\\s{0,20}<?[^\\s<>@:;,\"()]{1,64}@[\\w.-]{1,255}>?\\s{1,20}(?=\\S)");

    private final Lines lines;

    Paragraphs(Lines lines) {
        this.lines = lines;
    }

    // A list without blank lines: what is said of one recipient ends where the next one's line begins.
    String entry(int from) {
        String own = from < lines.size() ? lines.get(from) : "";
        int end = end(from);
        if (begins(own)) {
            int next = from + 1;
            while (next < end && (indent(next) > indent(from) || !begins(lines.get(next)))) {
                next++;
            }
            end = next;
        }
        String words = lines.fold(from, end);
        Matcher head = LISTED.matcher(words);
        return head.find() && Trouble.isIn(words.substring(head.end())) ? words.substring(head.end()) : words;
    }

    private static boolean begins(String line) {
        return LISTED.matcher(line).find() || ROW.matcher(line).find();
    }

    private int indent(int at) {
        return lines.get(at).length() - lines.get(at).stripLeading().length();
    }

    private int end(int from) {
        int end = from;
        while (end < lines.size() && end - from < MAX_LINES && !lines.get(end).isBlank()) {
            end++;
        }
        return end;
    }

    /** {@return the paragraph below that of a line} */
    String below(int at) {
        int next = end(at);
        while (next < lines.size()
                && next - at < 2 * MAX_LINES
                && lines.get(next).isBlank()) {
            next++;
        }
        return lines.fold(next, end(next));
    }

    /** {@return the lines above in the same paragraph, from the reply on where one is among them} */
    String before(int at) {
        int start = at;
        while (start > 0
                && at - start < MAX_LINES
                && !lines.get(start - 1).isBlank()
                && lines.get(start - 1).indexOf('@') < 0) {
            start--;
            if (SmtpReply.findIn(lines.get(start)).isPresent()) {
                break;
            }
        }
        return lines.fold(start, at);
    }

    // The paragraph before, where the line stands in one of its own.
    String above(int at) {
        int end = at;
        while (end > 0 && at - end < MAX_LINES && lines.get(end - 1).isBlank()) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < MAX_LINES && !lines.get(start - 1).isBlank()) {
            start--;
        }
        return lines.fold(start, end);
    }
}
