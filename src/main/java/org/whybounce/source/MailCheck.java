package org.whybounce.source;

import org.jspecify.annotations.Nullable;

/** Tells mail from other files by its first lines: somewhere in them a header field begins. */
final class MailCheck {

    private static final int LINES = 30;

    private MailCheck() {}

    /** Says why the bytes are no mail, or null where they may be. */
    static @Nullable String problem(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && bytes[start] <= ' ' && bytes[start] >= 0) {
            start++;
        }
        if (start == bytes.length) {
            return "empty; there is no mail in it";
        }
        // A UTF-16 byte order mark: its letters are two bytes each.
        boolean wide = bytes.length > 1 && (bytes[0] & 0xFE) == 0xFE && (bytes[1] & 0xFE) == 0xFE;
        // The notifications of mail services are JSON and may be kept as they were posted.
        boolean json = bytes[start] == '{' || bytes[start] == '[';
        if (wide || json || hasField(bytes, start)) {
            return null;
        }
        return "no mail: no header field in its first lines; for a bare reply use explain --text or classify";
    }

    private static boolean hasField(byte[] bytes, int start) {
        int line = start;
        for (int n = 0; n < LINES && line < bytes.length; n++) {
            int i = line;
            while (i < bytes.length && nameByte(bytes[i])) {
                i++;
            }
            if (i > line && i < bytes.length && bytes[i] == ':') {
                return true;
            }
            while (i < bytes.length && bytes[i] != '\n' && bytes[i] != '\r') {
                i++;
            }
            line = i + 1;
        }
        return false;
    }

    private static boolean nameByte(byte b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '-' || b == '_';
    }
}
