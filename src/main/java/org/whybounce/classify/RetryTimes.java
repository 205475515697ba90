package org.whybounce.classify;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.text.Wording;

/** When to come back, where the words say so: a number and a unit beside a word that asks for another try. */
final class RetryTimes {

    private static final String UNIT =
            "(seconds?|secs?|sec\\.|s|minutes?|mins?|min\\.|m|hours?|hrs?|h|days?|sekunden?|minuten?|stunden?|tagen?|tage?"
                    + "|secondes?|heures?|jours?|segundos?|minutos?|horas?|dias?|secondi|minut[oi]|or[ae]|giorn[oi]"
                    + "|sekund\\p{L}*|minut\\p{L}*|godzin\\p{L}*|секунд\\p{L}*|сек\\.?|минут\\p{L}*|мин\\.?|час\\p{L}*|дн\\p{L}*"
                    + "|seconden|minuten|uur|uren|dagen|秒|分钟|分鐘|分|小时|小時|時間|초|분|시간)";
    private static final String AGAIN =
            "(?:try|retry|again|wait|come back|return|resubmit|resend|reconnect|greylist\\w*"
                    + "|graylist\\w*|deferred for|delayed|(?:un)?blocked (?:for|in)|banned for|erneut|nochmals?|warten|spater|wiederhol\\p{L}*|versuchen|reessaye\\p{L}*|ressaye\\p{L}*"
                    + "|patiente\\p{L}*|attend\\p{L}*|nouvel essai|reintent\\p{L}*|intent\\p{L}*|vuelva|espere|tente|aguarde|riprov\\p{L}*|ritent\\p{L}*"
                    + "|probeer|ponown\\p{L}*|sprobuj|zkuste|attendere|riprovare|подожд\\p{L}*|повтор\\p{L}*|попробуй\\p{L}*|попытк\\p{L}*)";
    private static final Map<String, Integer> NUMBERS = Map.of(
            "a", 1, "an", 1, "one", 1, "two", 2, "three", 3, "five", 5, "ten", 10, "fifteen", 15, "twenty", 20,
            "thirty", 30);
    private static final String NUMBER = "(\\d{1,6}|an?|one|two|three|five|ten|fifteen|twenty|thirty)";
    // "4 minutes and 59 seconds", "4m59s"
    private static final Pattern MORE = Pattern.compile(
            "\\G,?(?: (?:and|und|et|y|e))? ?(\\d{1,6}) ?" + UNIT + "(?!\\p{L})", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern HEADER = Pattern.compile("\\bretry after: ?(\\d{1,6})(?![\\d:]| ?\\p{L})");
    /** "Retry every 15 minutes until it is 5 days old" is the habit of a sender, no request to one. */
    private static final String GAP =
            "(?:(?!\\b(?:until|every|timeout|expire\\w*|bis|alle|jusqu|toutes|hasta|cada)\\b)[^.;0-9]){0,40}?";

    private static final Pattern AFTER = Pattern.compile(
            "\\b" + AGAIN + "\\b" + GAP + "(?:(\\d{1,2}):(\\d\\d)(?::(\\d\\d))?(?!\\d)|\\b" + NUMBER + " ?" + UNIT
                    + "(?!\\p{L}))",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern LATER = Pattern.compile(
            "\\b" + NUMBER + " ?" + UNIT
                    + " (?:later|from now|left|remaining|erneut|nochmals|wieder|spater|plus tard|mas tarde|mais tarde|dopo|after you)(?!\\p{L})",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern EAST =
            Pattern.compile("(\\d{1,6}) ?(秒|分钟|分鐘|分|小时|小時|時間|초|분|시간)[^。.]{0,8}(?:后|後|以上|経って|待|재시도|후)");
    private static final Map<Character, Integer> SECONDS = Map.of('s', 1, 'm', 60, 'h', 3600, 'd', 86400);

    private RetryTimes() {}

    static Optional<Duration> find(Wording wording) {
        String text = wording.toString();
        if (!hasQuantity(text)) {
            return Optional.empty();
        }
        Matcher after = AFTER.matcher(text);
        if (after.find()) {
            if (after.group(1) != null) {
                return clock(after);
            }
            return duration(text, after, 4);
        }
        Matcher later = LATER.matcher(text);
        if (later.find()) {
            return duration(text, later, 1);
        }
        Matcher header = HEADER.matcher(text);
        if (header.find()) {
            return positive(Long.parseLong(header.group(1)));
        }
        Matcher east = EAST.matcher(text);
        return east.find() ? duration(text, east, 1) : Optional.empty();
    }

    /** Whether a number stands before a word or a colon, or may be written out: the cheap question before the dear one. */
    private static boolean hasQuantity(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                char next =
                        text.charAt(i + 1) == ' ' && i + 2 < text.length() ? text.charAt(i + 2) : text.charAt(i + 1);
                if (next == ':' || Character.isLetter(next)) {
                    return true;
                }
            }
        }
        return text.contains("hour") || text.contains("minute") || text.contains("retry after:");
    }

    /** "in 00:05:00" is hours, minutes and seconds; without seconds it may as well be the time of day. */
    private static Optional<Duration> clock(Matcher matcher) {
        if (matcher.group(3) == null) {
            return Optional.empty();
        }
        long seconds = Integer.parseInt(matcher.group(1)) * 3600L
                + Integer.parseInt(matcher.group(2)) * 60L
                + Integer.parseInt(matcher.group(3));
        return positive(seconds);
    }

    /** The quantity in two groups of a matcher, and those that follow it at once. */
    private static Optional<Duration> duration(String text, Matcher matcher, int group) {
        long seconds = seconds(matcher.group(group), matcher.group(group + 1));
        Matcher more = MORE.matcher(text);
        more.region(matcher.end(group + 1), more.regionEnd());
        while (more.find()) {
            seconds += seconds(more.group(1), more.group(2));
        }
        return positive(seconds);
    }

    private static long seconds(String number, String unit) {
        Integer word = NUMBERS.get(number);
        return (word == null ? Long.parseLong(number) : word) * SECONDS.get(kind(unit));
    }

    private static Optional<Duration> positive(long seconds) {
        return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    }

    private static char kind(String unit) {
        if (unit.startsWith("st")) {
            return 'h';
        }
        return switch (unit.charAt(0)) {
            case 's', 'с', '秒', '초' -> 's';
            case 'm', 'м', '分', '분' -> 'm';
            case 'd', 't', 'j', 'g', 'д' -> unit.startsWith("godzin") ? 'h' : 'd';
            default -> 'h';
        };
    }
}
