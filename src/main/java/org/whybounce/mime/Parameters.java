package org.whybounce.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** RFC 2045, section 5.1, and RFC 2231: the type and the parameters of a Content-Type field, read tolerantly. */
final class Parameters {

    static final Parameters NONE = new Parameters("", List.of());

    private final String type;
    private final List<Segment> segments;

    /**
     * A parameter, or one segment of it.
     *
     * @param name its name in lower case, without asterisks
     * @param number which segment; -1 where the parameter is not cut into segments
     * @param encoded whether its value is percent-encoded
     * @param value the value, a character for each byte
     */
    private record Segment(String name, int number, boolean encoded, String value) {}

    private Parameters(String type, List<Segment> segments) {
        this.type = type;
        this.segments = segments;
    }

    static Parameters parse(Source source, byte[] value) {
        ParameterScanner scanner = new ParameterScanner(new String(value, StandardCharsets.ISO_8859_1));
        String type = scanner.type();
        List<Segment> segments = new ArrayList<>(2);
        Set<String> names = new HashSet<>(4);
        int numbered = 0;
        while (scanner.next()) {
            Segment segment = segment(scanner.name, scanner.value);
            boolean fits = segment.number >= 0
                    ? ++numbered <= source.limits().segments()
                    : names.add(segment.encoded ? segment.name + '*' : segment.name)
                            && names.size() <= source.limits().parameters();
            if (fits) {
                segments.add(segment);
            } else if (numbered > source.limits().segments()) {
                source.notes().add("a parameter of more than " + source.limits().segments() + " segments, cut");
                break;
            } else if (names.size() > source.limits().parameters()) {
                source.notes().add("more than " + source.limits().parameters() + " parameters of a field, cut");
                break;
            }
        }
        return new Parameters(type, segments);
    }

    private static Segment segment(String name, String value) {
        boolean encoded = name.endsWith("*");
        String bare = encoded ? name.substring(0, name.length() - 1) : name;
        int star = bare.lastIndexOf('*');
        int number = -1;
        if (star > 0 && bare.length() - star <= 7) {
            number = 0;
            for (int i = star + 1; i < bare.length() && number >= 0; i++) {
                char c = bare.charAt(i);
                number = c >= '0' && c <= '9' ? number * 10 + c - '0' : -1;
            }
        }
        return new Segment(
                (number >= 0 ? bare.substring(0, star) : bare).toLowerCase(Locale.ROOT), number, encoded, value);
    }

    /** The type as written, in lower case; empty where there is none. */
    String type() {
        return type;
    }

    /** A value with a character for each byte. */
    @Nullable
    String raw(String name) {
        byte[] value = bytes(name, new StringBuilder());
        return value == null ? null : new String(value, StandardCharsets.ISO_8859_1);
    }

    /** A decoded value. */
    @Nullable
    String decoded(Source source, String name) {
        StringBuilder charset = new StringBuilder();
        byte[] value = bytes(name, charset);
        if (value == null) {
            return null;
        }
        return charset.length() > 0
                ? source.charsets().decode(value, 0, value.length, charset.toString())
                : EncodedWords.decode(source, value, null);
    }

    private byte @Nullable [] bytes(String name, StringBuilder charset) {
        if (segments.isEmpty()) {
            return null;
        }
        List<Segment> mine = new ArrayList<>(1);
        for (Segment segment : segments) {
            if (segment.name.equals(name)) {
                mine.add(segment);
            }
        }
        if (mine.isEmpty()) {
            return null;
        }
        mine.sort(Comparator.comparingInt(Segment::number));
        // The encoded form of a parameter is the better one where both are given; segments are better than none.
        Segment first = mine.get(0);
        if (first.number < 0) {
            Segment best = mine.stream()
                    .filter(s -> s.encoded && s.number < 0)
                    .findFirst()
                    .orElse(first);
            mine = List.of(best);
        }
        ByteSink out = new ByteSink(64);
        int expected = mine.get(0).number;
        for (Segment segment : mine) {
            if (segment.number == expected) {
                append(segment, expected <= 0, out, charset);
                expected++;
            }
        }
        return out.toBytes();
    }

    private static void append(Segment segment, boolean first, ByteSink out, StringBuilder charset) {
        String value = segment.value;
        int at = 0;
        if (first && segment.encoded) {
            int quote = value.indexOf('\'');
            int second = quote < 0 ? -1 : value.indexOf('\'', quote + 1);
            if (second >= 0) {
                charset.append(value, 0, quote);
                at = second + 1;
            }
        }
        for (; at < value.length(); at++) {
            char c = value.charAt(at);
            if (segment.encoded && c == '%' && at + 2 < value.length()) {
                int high = Ascii.hex(value.charAt(at + 1));
                int low = Ascii.hex(value.charAt(at + 2));
                if (high >= 0 && low >= 0) {
                    out.add(high * 16 + low);
                    at += 2;
                    continue;
                }
            }
            out.add(c);
        }
    }
}
