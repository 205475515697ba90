package org.whybounce.mime;

import static org.whybounce.mime.Ascii.blank;

import java.util.Arrays;

/** RFC 2045, section 6: what was done to a body to get it through; undone tolerantly. */
enum TransferEncoding {
    NONE,
    QUOTED_PRINTABLE,
    BASE64,
    UUENCODE;

    /** Reads a name; one that is made up is as good as none. */
    static TransferEncoding of(byte[] name) {
        StringBuilder letters = new StringBuilder(16);
        for (byte b : name) {
            int c = Ascii.lower(b);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                letters.append((char) c);
            } else if (c == ';' || c == '(') {
                break;
            }
        }
        return switch (letters.toString()) {
            case "quotedprintable", "qp" -> QUOTED_PRINTABLE;
            case "base64", "b64" -> BASE64;
            case "xuuencode", "uuencode", "xuue", "uue" -> UUENCODE;
            default -> NONE;
        };
    }

    /** Decodes at most {@code max} bytes. */
    byte[] decode(byte[] bytes, int from, int to, int max) {
        return switch (this) {
            case NONE -> Arrays.copyOfRange(bytes, from, Math.min(to, Math.addExact(from, Math.min(max, to - from))));
            case QUOTED_PRINTABLE -> quotedPrintable(bytes, from, to, max);
            case BASE64 ->
                looksBase64(bytes, from, to) ? base64(bytes, from, to, max) : NONE.decode(bytes, from, to, max);
            case UUENCODE -> uuencode(bytes, from, to, max);
        };
    }

    private static byte[] quotedPrintable(byte[] bytes, int from, int to, int max) {
        ByteSink out = new ByteSink(Math.min(max, to - from));
        // Blanks at the end of a line were added on the way, but not those that were encoded.
        int keep = 0;
        int at = from;
        while (at < to && out.length() < max) {
            byte b = bytes[at];
            if (b == '=') {
                int eol = at + 1;
                while (eol < to && blank(bytes[eol])) {
                    eol++;
                }
                if (eol >= to || bytes[eol] == '\n' || bytes[eol] == '\r') {
                    at = Ascii.nextLine(bytes, eol, to);
                    keep = out.length();
                    continue;
                }
                int high = at + 2 < to ? Ascii.hex(bytes[at + 1]) : -1;
                int low = at + 2 < to ? Ascii.hex(bytes[at + 2]) : -1;
                if (high >= 0 && low >= 0) {
                    out.add(high * 16 + low);
                    keep = out.length();
                    at += 3;
                    continue;
                }
            } else if (b == '\n' || b == '\r') {
                int length = out.length();
                while (length > keep && blank(out.at(length - 1))) {
                    length--;
                }
                out.cut(length);
            }
            out.add(b);
            at++;
        }
        return out.toBytes();
    }

    /** From the line {@code begin 644 name} to the line {@code end}; all as it stands where there is no such line. */
    private byte[] uuencode(byte[] bytes, int from, int to, int max) {
        ByteSink out = new ByteSink(Math.min(max, to - from));
        boolean begun = false;
        for (int at = from; at < to && out.length() < max; ) {
            int eol = Ascii.lineEnd(bytes, at, to);
            if (!begun) {
                begun = Ascii.startsWith(bytes, at, eol, "begin ");
            } else if (Ascii.startsWith(bytes, at, eol, "end")) {
                break;
            } else if (eol > at) {
                uuencodedLine(bytes, at, eol, out);
            }
            at = Ascii.nextLine(bytes, eol, to);
        }
        if (out.length() > max) {
            out.cut(max);
        }
        return begun ? out.toBytes() : NONE.decode(bytes, from, to, max);
    }

    private static void uuencodedLine(byte[] bytes, int from, int eol, ByteSink out) {
        int left = (bytes[from] - ' ') & 63;
        for (int at = from + 1; left > 0 && at < eol; at += 4) {
            int bits = 0;
            for (int i = 0; i < 4; i++) {
                bits = bits << 6 | (at + i < eol ? (bytes[at + i] - ' ') & 63 : 0);
            }
            for (int shift = 16; shift >= 0 && left > 0; shift -= 8, left--) {
                out.add(bits >> shift);
            }
        }
    }

    /** Whether nearly all of it is base64; a server sometimes writes plain text under that name. */
    private static boolean looksBase64(byte[] bytes, int from, int to) {
        int good = 0;
        int bad = 0;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (digit(b) >= 0 || b == '=') {
                good++;
            } else if (b != '\r' && b != '\n' && b != 0) {
                bad++;
            }
        }
        return bad <= good / 12;
    }

    static byte[] base64(byte[] bytes, int from, int to, int max) {
        ByteSink out = new ByteSink(Math.min(max, (int) ((to - from) * 3L / 4) + 3));
        int bits = 0;
        int count = 0;
        for (int i = from; i < to && out.length() < max; i++) {
            int digit = digit(bytes[i]);
            if (digit >= 0) {
                bits = bits << 6 | digit;
                count++;
                if (count == 4) {
                    out.add(bits >> 16);
                    out.add(bits >> 8);
                    out.add(bits);
                    count = 0;
                }
            } else if (bytes[i] == '=' && count > 0) {
                rest(bits, count, out);
                count = 0;
            }
        }
        rest(bits, count, out);
        if (out.length() > max) {
            out.cut(max);
        }
        return out.toBytes();
    }

    private static void rest(int bits, int count, ByteSink out) {
        if (count >= 2) {
            out.add(count == 2 ? bits >> 4 : bits >> 10);
        }
        if (count == 3) {
            out.add(bits >> 2);
        }
    }

    private static int digit(byte b) {
        if (b >= 'A' && b <= 'Z') {
            return b - 'A';
        }
        if (b >= 'a' && b <= 'z') {
            return b - 'a' + 26;
        }
        if (b >= '0' && b <= '9') {
            return b - '0' + 52;
        }
        return b == '+' || b == '-' ? 62 : b == '/' || b == '_' ? 63 : -1;
    }
}
