package org.whybounce.mime;

import org.jspecify.annotations.Nullable;

/** Decoded bodies as text with plain line ends. */
final class Texts {

    private Texts() {}

    static String decode(Source source, Part part, byte[] bytes) {
        int max = source.limits().textBytes();
        if (bytes.length > max) {
            source.notes().add("more than " + max + " bytes of text in a part, the rest left out");
        }
        @Nullable String charset = part.parameters().raw("charset");
        return plain(source.charsets().decode(bytes, 0, Math.min(max, bytes.length), charset));
    }

    /** Each line end becomes one LF; NUL is dropped. */
    static String plain(String text) {
        if (text.indexOf('\r') < 0 && text.indexOf('\0') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            if (c == '\r') {
                int last = at;
                if (last + 2 < length && text.charAt(last + 1) == '\r' && text.charAt(last + 2) == '\n') {
                    last += 2;
                } else if (last + 1 < length && text.charAt(last + 1) == '\n') {
                    last++;
                }
                at = last;
                out.append('\n');
            } else if (c != '\0') {
                out.append(c);
            }
        }
        return out.toString();
    }
}
