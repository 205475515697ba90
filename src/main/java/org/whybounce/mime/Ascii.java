package org.whybounce.mime;

/** Lines and letters in bytes. A line ends with LF, CR LF, CR CR LF or a single CR. */
final class Ascii {

    private Ascii() {}

    /** The end of the line's content: the first CR or LF, or the end. */
    static int lineEnd(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end) {
            byte b = bytes[at];
            if (b <= '\r' && (b == '\n' || b == '\r')) {
                return at;
            }
            at++;
        }
        return end;
    }

    /** The start of the next line, given the end of a line's content. */
    static int nextLine(byte[] bytes, int lineEnd, int end) {
        if (lineEnd >= end) {
            return end;
        }
        if (bytes[lineEnd] == '\n') {
            return lineEnd + 1;
        }
        if (lineEnd + 1 < end && bytes[lineEnd + 1] == '\n') {
            return lineEnd + 2;
        }
        // Some programs turn each LF into CR LF once too often.
        if (lineEnd + 2 < end && bytes[lineEnd + 1] == '\r' && bytes[lineEnd + 2] == '\n') {
            return lineEnd + 3;
        }
        return lineEnd + 1;
    }

    static boolean blank(byte b) {
        return b == ' ' || b == '\t';
    }

    static boolean space(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    static boolean allBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!blank(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    static boolean allAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    static int indexOf(byte[] bytes, int from, int to, char first, char second) {
        for (int i = from; i + 1 < to; i++) {
            if (bytes[i] == first && bytes[i + 1] == second) {
                return i;
            }
        }
        return -1;
    }

    static int indexOf(byte[] bytes, int from, int to, char wanted) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the bytes at a place are the given lower-case letters, in either case. */
    static boolean startsWith(byte[] bytes, int from, int end, String lower) {
        if (end - from < lower.length()) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            if (lower(bytes[from + i]) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }

    static int hex(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'A' && c <= 'F') {
            return c - 'A' + 10;
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
}
