package org.whybounce.mime;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decoded bodies as text with plain line ends. */
final class Texts {

    private static final int META_WITHIN = 2048;

    private Texts() {}

    static String decode(Source source, Part part, byte[] bytes) {
        int max = source.limits().textBytes();
        if (bytes.length > max) {
            source.notes().add("more than " + max + " bytes of text in a part, the rest left out");
        }
        int end = Math.min(max, bytes.length);
        @Nullable String charset = part.parameters().raw("charset");
        if (part.isHtml() && (charset == null || charset.equalsIgnoreCase("us-ascii"))) {
            charset = meta(bytes, end);
        }
        return plain(source.charsets().decode(bytes, 0, end, charset));
    }

    /** The charset that HTML names itself: {@code <meta charset=…>} or within {@code <meta http-equiv=…>}. */
    private static @Nullable String meta(byte[] bytes, int end) {
        String head =
                new String(bytes, 0, Math.min(end, META_WITHIN), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int at = head.indexOf("charset", Math.max(0, head.indexOf("<meta")));
        if (at < 0 || !head.contains("<meta")) {
            return null;
        }
        int from = at + "charset".length();
        while (from < head.length() && " =\"'".indexOf(head.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < head.length() && "\"'/>; \r\n".indexOf(head.charAt(to)) < 0) {
            to++;
        }
        return to > from ? head.substring(from, to) : null;
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
