package org.whybounce.mime;

import java.util.Locale;

/** RFC 2152, which the JDK does not know and some Exchange servers write. */
final class Utf7 {

    private Utf7() {}

    static boolean isName(String charset) {
        String name = charset.toLowerCase(Locale.ROOT);
        return name.endsWith("utf-7") || name.endsWith("utf7");
    }

    static String decode(byte[] bytes, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            byte b = bytes[at++];
            if (b != '+') {
                out.append((char) (b & 0xFF));
                continue;
            }
            if (at < to && bytes[at] == '-') {
                out.append('+');
                at++;
                continue;
            }
            int start = at;
            int bits = 0;
            int count = 0;
            int digit;
            while (at < to && (digit = digit(bytes[at])) >= 0) {
                bits = bits << 6 | digit;
                count += 6;
                if (count >= 16) {
                    count -= 16;
                    out.append((char) (bits >> count));
                }
                at++;
            }
            if (at == start) {
                out.append('+');
            } else if (at < to && bytes[at] == '-') {
                at++;
            }
        }
        return out.toString();
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
        return b == '+' ? 62 : b == '/' ? 63 : -1;
    }
}
