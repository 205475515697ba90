package org.whybounce.mime;

import static org.whybounce.mime.Ascii.indexOf;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** RFC 2047: {@code =?charset?q?text?=} in header fields, and bytes beyond ASCII that nobody encoded. */
final class EncodedWords {

    private final Source source;
    private final byte[] value;
    private final @Nullable String bodyCharset;
    private final StringBuilder out = new StringBuilder();
    // Adjacent words of one charset are decoded together: some programs cut them within a character.
    private byte[] pending = {};
    private @Nullable String pendingCharset;

    private EncodedWords(Source source, byte[] value, @Nullable String bodyCharset) {
        this.source = source;
        this.value = value;
        this.bodyCharset = bodyCharset;
    }

    /** Decodes an unfolded value; bytes beyond ASCII are UTF-8 or in the charset of the body. */
    static String decode(Source source, byte[] value, @Nullable String bodyCharset) {
        if (indexOf(value, 0, value.length, '=', '?') < 0) {
            return source.charsets().decode(value, 0, value.length, bodyCharset);
        }
        return new EncodedWords(source, value, bodyCharset).decode();
    }

    private String decode() {
        int plain = 0;
        int search = 0;
        int words = 0;
        while (true) {
            int start = indexOf(value, search, value.length, '=', '?');
            if (start < 0) {
                break;
            }
            int mark = indexOf(value, start + 2, Math.min(value.length, start + 100), '?');
            if (mark <= start + 2 || mark + 2 >= value.length || value[mark + 2] != '?' || !encoding(mark + 1)) {
                search = start + 2;
                continue;
            }
            int end = indexOf(value, mark + 3, value.length, '?', '=');
            if (end < 0) {
                break;
            }
            if (words++ == source.limits().encodedWords()) {
                source.notes().add("more than " + source.limits().encodedWords() + " encoded words in a header field");
                break;
            }
            if (pendingCharset == null || !Ascii.allBlank(value, plain, start)) {
                flush();
                plain(plain, start);
            }
            word(start, mark, end);
            plain = end + 2;
            search = plain;
        }
        flush();
        plain(plain, value.length);
        return out.toString();
    }

    private boolean encoding(int at) {
        int letter = Ascii.lower(value[at]);
        return letter == 'q' || letter == 'b';
    }

    private void word(int start, int mark, int end) {
        String charset = new String(value, start + 2, mark - start - 2, StandardCharsets.ISO_8859_1);
        // RFC 2231, section 5: a language may follow.
        int star = charset.indexOf('*');
        charset = star > 0 ? charset.substring(0, star) : charset;
        if (!charset.equalsIgnoreCase(pendingCharset)) {
            flush();
        }
        byte[] decoded = Ascii.lower(value[mark + 1]) == 'b'
                ? TransferEncoding.base64(value, mark + 3, end, Integer.MAX_VALUE)
                : q(mark + 3, end);
        pendingCharset = charset;
        pending = pending.length == 0 ? decoded : joined(pending, decoded);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private byte[] q(int from, int to) {
        ByteSink bytes = new ByteSink(to - from);
        for (int at = from; at < to; at++) {
            byte b = value[at];
            if (b == '=' && at + 2 < to) {
                int high = Ascii.hex(value[at + 1]);
                int low = Ascii.hex(value[at + 2]);
                if (high >= 0 && low >= 0) {
                    bytes.add(high * 16 + low);
                    at += 2;
                    continue;
                }
            }
            bytes.add(b == '_' ? ' ' : b);
        }
        return bytes.toBytes();
    }

    private void flush() {
        if (pendingCharset != null) {
            out.append(source.charsets().decode(pending, 0, pending.length, pendingCharset));
            pending = new byte[0];
            pendingCharset = null;
        }
    }

    private void plain(int from, int to) {
        if (from < to) {
            out.append(source.charsets().decode(value, from, to, bodyCharset));
        }
    }
}
