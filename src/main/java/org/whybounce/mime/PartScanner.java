package org.whybounce.mime;

import static org.whybounce.mime.Ascii.blank;
import static org.whybounce.mime.Ascii.lineEnd;
import static org.whybounce.mime.Ascii.nextLine;
import static org.whybounce.mime.Ascii.startsWith;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** RFC 2046, section 5.1: one pass over the lines of a message, a stack of the multiparts that are open. */
final class PartScanner {

    static final String NO_BOUNDARY = "a multipart whose boundary never comes";

    /** How many lines may tell old mail programs that this is MIME. */
    private static final int PREAMBLE = 3;

    private static final byte[] NONE = {};

    private final Source source;
    private final byte[] bytes;
    private final int end;
    private final HeadScanner head;
    private final List<Open> stack = new ArrayList<>(4);
    private Part current;
    private int parts;

    private PartScanner(Source source, int start) {
        this.source = source;
        this.bytes = source.bytes();
        this.end = bytes.length;
        this.head = new HeadScanner(source, end);
        this.current = part(head.skipToMessage(start), true, "text/plain");
    }

    static Part scan(Source source) {
        PartScanner scanner = new PartScanner(source, 0);
        Part root = scanner.current;
        scanner.body();
        return root;
    }

    /** A multipart whose end has not been seen. */
    private static final class Open {
        final Part part;
        final byte[] boundary;
        // What stands in for a boundary that is missing or never comes.
        byte[] guess = NONE;
        boolean closed;

        Open(Part part, byte[] boundary) {
            this.part = part;
            this.boundary = boundary;
        }

        /** Whether a line, blanks at its end taken off, is this multipart's: 1 a delimiter, 2 the closing one. */
        int match(byte[] bytes, int from, int to) {
            int match = boundary.length == 0 ? 0 : match(boundary, bytes, from, to);
            return match != 0 || guess.length == 0 ? match : match(guess, bytes, from, to);
        }

        private static int match(byte[] wanted, byte[] bytes, int from, int to) {
            int rest = to - from - wanted.length;
            if (rest != 0 && rest != 2 || !Arrays.equals(wanted, 0, wanted.length, bytes, from, from + wanted.length)) {
                return 0;
            }
            return rest == 0 ? 1 : bytes[to - 1] == '-' && bytes[to - 2] == '-' ? 2 : 0;
        }
    }

    private Part part(int start, boolean root, String defaultType) {
        head.scan(start, root);
        parts++;
        Part part = new Part(source, start, head, defaultType, end);
        if (part.isMultipart()) {
            if (stack.size() >= source.limits().multipartDepth()) {
                source.notes()
                        .add("multiparts nested more than " + source.limits().multipartDepth() + " deep");
            } else {
                stack.add(new Open(part, boundary(part)));
            }
        } else if (root && !part.isEncoded() && part.type().equals("text/plain") && isFlattened(head.bodyStart)) {
            source.odd("parts without a type that announces them");
            stack.add(new Open(part, NONE));
        }
        return part;
    }

    /** Whether a body begins like that of a multipart: its type was lost, the parts are still there. */
    private boolean isFlattened(int start) {
        int at = start;
        for (int seen = 0; at < end && seen < PREAMBLE; ) {
            int eol = lineEnd(bytes, at, end);
            int next = nextLine(bytes, eol, end);
            if (startsWith(bytes, at, eol, "--") && eol - at > 2) {
                return startsWith(bytes, next, end, "content-");
            }
            if (!Ascii.allBlank(bytes, at, eol)) {
                seen++;
                String line = new String(bytes, at, eol - at, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                if (!line.contains("mime") && !line.contains("multi")) {
                    return false;
                }
            }
            at = next;
        }
        return false;
    }

    private byte[] boundary(Part part) {
        @Nullable String boundary = part.parameters().raw("boundary");
        if (boundary == null || boundary.isBlank()) {
            source.odd("a multipart without a boundary");
            return NONE;
        }
        if (boundary.length() > source.limits().boundaryLength()) {
            source.notes().add("a boundary longer than " + source.limits().boundaryLength() + " characters, ignored");
            return NONE;
        }
        return boundary.stripTrailing().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void body() {
        int at = head.bodyStart;
        // Where the content of the line before ends: the line end before a delimiter belongs to the delimiter.
        int before = at;
        while (at < end && !stack.isEmpty()) {
            int eol = lineEnd(bytes, at, end);
            int next = nextLine(bytes, eol, end);
            int level = -1;
            int match = 0;
            if (eol - at > 2 && bytes[at] == '-' && bytes[at + 1] == '-') {
                int to = eol;
                while (blank(bytes[to - 1])) {
                    to--;
                }
                level = level(at + 2, to);
                if (level >= 0) {
                    match = stack.get(level).match(bytes, at + 2, to);
                } else if (guess(at + 2, to, next)) {
                    level = stack.size() - 1;
                    match = 1;
                }
            }
            if (match == 0) {
                before = eol;
                at = next;
                continue;
            }
            close(level, Math.max(before, current.bodyStart()));
            if (match == 2) {
                stack.get(level).closed = true;
                current = stack.get(level).part;
                before = eol;
                at = next;
                continue;
            }
            if (parts >= source.limits().parts()) {
                source.notes().add("more than " + source.limits().parts() + " parts, the rest left out");
                return;
            }
            Part parent = stack.get(level).part;
            current = part(next, false, parent.type().equals("multipart/digest") ? "message/rfc822" : "text/plain");
            parent.add(current);
            at = head.bodyStart;
            before = at;
        }
        noteUnclosed(0);
    }

    /** The innermost multipart whose delimiter a line is, one that was closed already only if there is no other. */
    private int level(int from, int to) {
        int closed = -1;
        for (int level = stack.size() - 1; level >= 0; level--) {
            Open open = stack.get(level);
            if (open.match(bytes, from, to) != 0) {
                if (!open.closed) {
                    return level;
                }
                closed = Math.max(closed, level);
            }
        }
        return closed;
    }

    /** Ends the part being read and every multipart deeper than a level. */
    private void close(int level, int at) {
        Part multipart = stack.get(level).part;
        if (current != multipart) {
            current.end(at);
        } else if (multipart.isUnparted()) {
            multipart.endPreamble(at);
        }
        noteUnclosed(level + 1);
        while (stack.size() > level + 1) {
            stack.remove(stack.size() - 1).part.end(at);
        }
    }

    private void noteUnclosed(int level) {
        for (int i = level; i < stack.size(); i++) {
            Open open = stack.get(i);
            if (open.part.isUnparted()) {
                if (!open.part.isEncoded()) {
                    source.odd(NO_BOUNDARY);
                }
            } else if (!open.closed) {
                source.odd("no closing boundary");
            }
        }
    }

    /** Takes a line that looks like a delimiter for one, where a multipart's own has not been seen yet. */
    private boolean guess(int from, int to, int next) {
        Open top = stack.get(stack.size() - 1);
        if (top.guess.length > 0
                || top.closed
                || !top.part.isUnparted()
                || top.part.isEncoded()
                || to - from > source.limits().boundaryLength()
                || !startsWith(bytes, next, end, "content-")) {
            return false;
        }
        top.guess = Arrays.copyOfRange(bytes, from, to);
        return true;
    }
}
