package org.whybounce.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** RFC 3629, with forgiveness: what is no UTF-8 is read in another charset, byte by byte. */
final class Utf8 {

    private Utf8() {}

    /** How many characters beyond ASCII there are; -1 where the bytes are not UTF-8. */
    static int count(byte[] bytes, int from, int to) {
        int count = 0;
        for (int at = from; at < to; ) {
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            int length = length(bytes, at, to);
            if (length == 0) {
                return -1;
            }
            count++;
            at += length;
        }
        return count;
    }

    /** Whether bytes are UTF-8 with characters of three bytes, and so hardly anything else. */
    static boolean isEvident(byte[] bytes, int from, int to) {
        boolean wide = false;
        for (int at = from; at < to; ) {
            int length = bytes[at] >= 0 ? 1 : length(bytes, at, to);
            if (length == 0) {
                return false;
            }
            wide |= length > 2;
            at += length;
        }
        return wide;
    }

    /**
     * Decodes bytes that ought to be UTF-8.
     *
     * @param otherwise what they are in, should they not be
     * @param single what single bytes among them are in that do not fit
     */
    static String decode(byte[] bytes, int from, int to, Supplier<Charset> otherwise, Charset single) {
        int characters = 0;
        int others = 0;
        for (int at = from; at < to; ) {
            int length = bytes[at] >= 0 ? 1 : length(bytes, at, to);
            if (length > 1) {
                characters++;
            } else if (length == 0 && (characters == 0 || !cutOff(bytes, at, to))) {
                others++;
            }
            at += Math.max(1, length);
        }
        if (others == 0) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        if (characters == 0 || others > characters) {
            return new String(bytes, from, to - from, otherwise.get());
        }
        return mixed(bytes, from, to, single);
    }

    private static String mixed(byte[] bytes, int from, int to, Charset single) {
        StringBuilder out = new StringBuilder(to - from);
        int start = from;
        for (int at = from; at < to; ) {
            int length = bytes[at] >= 0 ? 1 : length(bytes, at, to);
            if (length == 0) {
                out.append(new String(bytes, start, at - start, StandardCharsets.UTF_8));
                out.append(new String(bytes, at, 1, single));
                start = at + 1;
            }
            at += Math.max(1, length);
        }
        return out.append(new String(bytes, start, to - start, StandardCharsets.UTF_8))
                .toString();
    }

    /** Whether the bytes end within a character. */
    private static boolean cutOff(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        int wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
        if (at + wanted <= to || wanted > 4) {
            return false;
        }
        for (int i = at + 1; i < to; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The length of the character beyond ASCII that begins at a place; 0 where none does. */
    private static int length(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        int length = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (length == 0 || at + length > to) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xFF;
        boolean overlong = lead == 0xE0 && second < 0xA0 || lead == 0xF0 && second < 0x90;
        boolean beyond = lead == 0xED && second >= 0xA0 || lead == 0xF4 && second >= 0x90;
        return overlong || beyond ? 0 : length;
    }
}
