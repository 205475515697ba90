package org.whybounce.mime;

import static org.whybounce.mime.Ascii.blank;
import static org.whybounce.mime.Ascii.lineEnd;
import static org.whybounce.mime.Ascii.nextLine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** RFC 5322, section 2.2: where the header fields of one part lie. Values are unfolded and decoded when asked for. */
final class HeaderBlock {

    private static final int WIDTH = 3;

    private final Source source;
    private final @Nullable String charset;
    // Of each field: where it begins, its colon, the end of its last line.
    private final int[] places;
    private final @Nullable String[] values;

    private HeaderBlock(Source source, @Nullable String charset, int[] places) {
        this.source = source;
        this.charset = charset;
        this.places = places;
        this.values = new @Nullable String[places.length / WIDTH];
    }

    /** Reads what {@link HeadScanner} has found to be the header block. */
    static HeaderBlock read(Source source, int start, int end, @Nullable String charset) {
        byte[] bytes = source.bytes();
        int max = source.limits().fields();
        int stop = Math.min(end, start + source.limits().headerBytes());
        int[] places = new int[WIDTH * Math.min(16, Math.max(1, (end - start) / 2))];
        int count = 0;
        for (int at = start; at < stop; ) {
            int eol = lineEnd(bytes, at, end);
            int colon = blank(bytes[at]) ? -1 : colon(bytes, at, eol);
            if (colon >= 0) {
                if (count == max) {
                    break;
                }
                if (places.length < (count + 1) * WIDTH) {
                    places = Arrays.copyOf(places, places.length * 2);
                }
                places[count * WIDTH] = at;
                places[count * WIDTH + 1] = colon;
                places[count * WIDTH + 2] = eol;
                count++;
            } else if (count > 0) {
                places[count * WIDTH - 1] = eol;
            }
            at = nextLine(bytes, eol, end);
        }
        return new HeaderBlock(source, charset, Arrays.copyOf(places, count * WIDTH));
    }

    /** The colon of a line that begins a field, else -1. Blanks before the colon are forgiven. */
    static int colon(byte[] bytes, int from, int eol) {
        int at = from;
        while (at < eol && isNameByte(bytes[at])) {
            at++;
        }
        // A boundary, or a notification in JSON that has no header at all.
        if (at == from || "-{[\"".indexOf(bytes[from]) >= 0) {
            return -1;
        }
        while (at < eol && blank(bytes[at])) {
            at++;
        }
        return at < eol && bytes[at] == ':' ? at : -1;
    }

    /** The RFC allows more, but in lines that have more there, the colon means something else. */
    private static boolean isNameByte(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '_' || b == '.';
    }

    int size() {
        return values.length;
    }

    String name(int field) {
        int start = places[field * WIDTH];
        return new String(source.bytes(), start, nameEnd(field) - start, StandardCharsets.ISO_8859_1);
    }

    boolean named(int field, String name) {
        int start = places[field * WIDTH];
        int length = nameEnd(field) - start;
        return length == name.length()
                && Ascii.startsWith(source.bytes(), start, start + length, name.toLowerCase(Locale.ROOT));
    }

    private int nameEnd(int field) {
        int end = places[field * WIDTH + 1];
        while (blank(source.bytes()[end - 1])) {
            end--;
        }
        return end;
    }

    String value(int field) {
        String value = values[field];
        if (value == null) {
            int from = places[field * WIDTH + 1] + 1;
            byte[] raw = unfold(source, from, places[field * WIDTH + 2]);
            value = EncodedWords.decode(source, raw, charset);
            values[field] = value;
        }
        return value;
    }

    /** The value of a field whose end is not known: up to the next field, or the end of the block. */
    static byte[] unfoldFrom(Source source, int from, int end) {
        byte[] bytes = source.bytes();
        int eol = lineEnd(bytes, from, end);
        int to = eol;
        for (int next = nextLine(bytes, eol, end); next < end; next = nextLine(bytes, eol, end)) {
            eol = lineEnd(bytes, next, end);
            if (!blank(bytes[next]) && colon(bytes, next, eol) >= 0) {
                break;
            }
            to = eol;
        }
        return unfold(source, from, to);
    }

    /** One line of a folded value; each fold with the blanks around it becomes one blank, NUL bytes are dropped. */
    static byte[] unfold(Source source, int from, int to) {
        byte[] bytes = source.bytes();
        byte[] out = new byte[Math.min(to - from, source.limits().valueBytes())];
        int length = 0;
        int folds = 0;
        for (int at = from; at < to && folds <= source.limits().folds(); folds++) {
            int eol = lineEnd(bytes, at, to);
            while (at < eol && blank(bytes[at])) {
                at++;
            }
            if (at < eol && length > 0 && length < out.length) {
                out[length++] = ' ';
            }
            while (at < eol && length < out.length) {
                if (bytes[at] != 0) {
                    out[length++] = bytes[at];
                }
                at++;
            }
            while (length > 0 && blank(out[length - 1])) {
                length--;
            }
            at = nextLine(bytes, eol, to);
        }
        return length == out.length ? out : Arrays.copyOf(out, length);
    }
}
