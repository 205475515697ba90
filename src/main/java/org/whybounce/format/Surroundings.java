package org.whybounce.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.text.Addresses;
import org.whybounce.text.Lines;

/** What a text of no known format says of an address: beside it, below it, or above it. */
final class Surroundings {

    private static final int MAX_LINES = 12;
    /** Brackets and a full stop may stand round an address that stands alone, or a date beside it. */
    private static final int ALONE = 5;

    private static final int DATED = 50;
    private static final List<String> DESKS = List.of("postmaster@", "abuse@", "support@");

    // "<user@example.org>: ", "1) user@example.org (", "* user@example.org - "
    private static final Pattern LISTED = Pattern.compile(
            "^\\s{0,20}(?:[*•-]\\s|\\d{1,4}[.)]\\s)?\\s{0,3}<?[^\\s<>@:;,\"()]{1,64}@[\\w.-]{1,255}(?:>\\s{0,3}[:-]?|\\s{0,3}:|\\s{1,3}(?:-|=>))\\s{1,8}(?=\\S)");

    private final Lines lines;
    /** The first line that names an address in lower case. */
    private final Map<String, Integer> first = new HashMap<>();
    /** By the line of an address, what announced it. */
    private final Map<Integer, String> announcements = new HashMap<>();

    Surroundings(Lines lines) {
        this.lines = lines;
        for (int i = 0; i < lines.size(); i++) {
            for (String address : Addresses.findAll(lines.get(i))) {
                first.putIfAbsent(address.toLowerCase(Locale.ROOT), i);
            }
        }
    }

    /** The words that tell of a failure, empty where none do or where the address is one to ask. */
    Optional<String> of(String address) {
        String wanted = address.toLowerCase(Locale.ROOT);
        int at = first.getOrDefault(wanted, -1);
        if (at < 0 || Trouble.isContact(lines.get(at), wanted) || DESKS.stream().anyMatch(wanted::startsWith)) {
            return Optional.empty();
        }
        String words = entry(at);
        int around = lines.get(at).strip().length() - address.length();
        if (around < ALONE && !Trouble.isIn(words)) {
            words = paragraph(below(at));
        }
        return Trouble.isIn(words) ? Optional.of(words) : announced(at, around);
    }

    // "… could not be delivered to:", and a list below it.
    private Optional<String> announced(int at, int around) {
        String above = announcements.getOrDefault(at - 1, "");
        if (above.isEmpty()) {
            above = above(at);
            boolean may = around < ALONE || around < DATED && above.endsWith(":");
            above = may && Trouble.announces(above) ? above : "";
        }
        if (!above.isEmpty()) {
            announcements.put(at, above);
        }
        return Optional.of(above).filter(words -> !words.isEmpty());
    }

    private String paragraph(int from) {
        return lines.fold(from, end(from));
    }

    // A list without blank lines: what is said of one recipient ends where the next one's line begins.
    private String entry(int from) {
        Matcher own = LISTED.matcher(from < lines.size() ? lines.get(from) : "");
        int end = end(from);
        if (own.find()) {
            int next = from + 1;
            while (next < end
                    && (indent(next) > indent(from)
                            || !LISTED.matcher(lines.get(next)).find())) {
                next++;
            }
            end = next;
        }
        String words = lines.fold(from, end);
        Matcher head = LISTED.matcher(words);
        return head.find() && Trouble.isIn(words.substring(head.end())) ? words.substring(head.end()) : words;
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

    private int below(int at) {
        int next = end(at);
        while (next < lines.size()
                && next - at < 2 * MAX_LINES
                && lines.get(next).isBlank()) {
            next++;
        }
        return next;
    }

    // The paragraph before, where the line stands in one of its own.
    private String above(int at) {
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
