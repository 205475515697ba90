package org.whybounce.text;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** RFC 5322, section 3.3: dates as mail has them. */
public final class Dates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<!\\d)(\\d{1,2})[ \\t-]+([A-Za-z]{3})[a-z]*\\.?[ \\t,-]+(\\d{4}|\\d{2})[ \\t,]+(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:\\.\\d+)?[ \\t]*(AM|PM|am|pm)?[ \\t]*\\(?([+-]\\d{4}|[A-Za-z]{1,5})?");
    // The form of C's ctime: "Thu Apr 29 23:34:45 2010", with a zone before or after the year.
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "([A-Za-z]{3})[a-z]*[ \\t]+(\\d{1,2})[ \\t,]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?[ \\t]+(?:([+-]\\d{4}|[A-Z]{2,5})[ \\t]+)?(\\d{4})(?:[ \\t]+([+-]\\d{4}|[A-Z]{2,5}))?");
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("UT", "+0000"),
            Map.entry("GMT", "+0000"),
            Map.entry("UTC", "+0000"),
            Map.entry("Z", "+0000"),
            Map.entry("EST", "-0500"),
            Map.entry("EDT", "-0400"),
            Map.entry("CST", "-0600"),
            Map.entry("CDT", "-0500"),
            Map.entry("MST", "-0700"),
            Map.entry("MDT", "-0600"),
            Map.entry("PST", "-0800"),
            Map.entry("PDT", "-0700"),
            Map.entry("JST", "+0900"),
            Map.entry("CET", "+0100"),
            Map.entry("CEST", "+0200"),
            Map.entry("MET", "+0100"),
            Map.entry("BST", "+0100"),
            Map.entry("EET", "+0200"),
            Map.entry("EEST", "+0300"),
            Map.entry("MSK", "+0300"));

    private Dates() {}

    /**
     * Reads a date.
     *
     * @param text the body of a date field, as loosely written as may be
     * @return ISO 8601 with offset, such as {@code 2010-04-29T23:34:45+09:00}; empty where it cannot be read with
     *     certainty
     */
    public static Optional<String> iso(String text) {
        Matcher day = DAY_FIRST.matcher(text);
        if (day.find()) {
            return iso(
                    day.group(3),
                    day.group(2),
                    day.group(1),
                    day.group(4),
                    day.group(5),
                    day.group(6),
                    day.group(7),
                    day.group(8));
        }
        Matcher month = MONTH_FIRST.matcher(text);
        if (month.find()) {
            String zone = month.group(6) != null ? month.group(6) : month.group(8);
            return iso(
                    month.group(7),
                    month.group(1),
                    month.group(2),
                    month.group(3),
                    month.group(4),
                    month.group(5),
                    null,
                    zone);
        }
        try {
            return Optional.of(write(OffsetDateTime.parse(text.strip())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a date, keeping what cannot be read.
     *
     * @param text the body of a date field
     * @return ISO 8601 where it can be read, else the text
     */
    public static String isoOrAsWritten(String text) {
        return iso(text).orElse(text.strip());
    }

    private static Optional<String> iso(
            String year,
            String month,
            String day,
            String hour,
            String minute,
            @Nullable String second,
            @Nullable String half,
            @Nullable String zone) {
        int number = MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) + 1;
        if (number == 0) {
            return Optional.empty();
        }
        int fullYear = Integer.parseInt(year);
        if (year.length() == 2) {
            fullYear += fullYear < 50 ? 2000 : 1900;
        }
        int hours = Integer.parseInt(hour);
        if (half != null) {
            hours = hours % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
        }
        // A leap second has no place in java.time.
        int seconds = second == null ? 0 : Math.min(Integer.parseInt(second), 59);
        try {
            return Optional.of(write(OffsetDateTime.of(
                    fullYear,
                    number,
                    Integer.parseInt(day),
                    hours,
                    Integer.parseInt(minute),
                    seconds,
                    0,
                    offset(zone))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    // RFC 5322, section 4.3: an unknown or missing zone is -0000, which is UTC.
    private static ZoneOffset offset(@Nullable String zone) {
        String known = zone == null ? "+0000" : ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), zone);
        return Character.isLetter(known.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(known);
    }

    private static String write(OffsetDateTime date) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date);
    }
}
