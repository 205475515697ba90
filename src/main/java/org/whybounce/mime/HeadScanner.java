package org.whybounce.mime;

import static org.whybounce.mime.Ascii.allBlank;
import static org.whybounce.mime.Ascii.blank;
import static org.whybounce.mime.Ascii.lineEnd;
import static org.whybounce.mime.Ascii.nextLine;
import static org.whybounce.mime.Ascii.startsWith;

/** Finds where the header block of one part ends, and in it the two fields that say how to go on. */
final class HeadScanner {

    private static final int STRAY_LINES = 10;

    private final Source source;
    private final byte[] bytes;
    private final int end;
    private int fields;
    private int folds;
    private boolean identified;
    private int fieldStart;
    // Up to here stray lines are known to be followed by a field.
    private int strayUntil;

    // Where the values begin, -1 where there is no such field.
    int contentType;
    int encoding;
    int bodyStart;

    HeadScanner(Source source, int end) {
        this.source = source;
        this.bytes = source.bytes();
        this.end = end;
    }

    /** Skips what may stand before a message: blank lines, the separator line of an mbox. */
    int skipToMessage(int start) {
        int at = start;
        if (end - at >= 3 && bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF) {
            at += 3;
        }
        while (at < end) {
            int eol = lineEnd(bytes, at, end);
            int next = nextLine(bytes, eol, end);
            boolean separator = startsWith(bytes, at, eol, "from ") || startsWith(bytes, at, eol, ">from ");
            if (!(separator && HeaderBlock.colon(bytes, at, eol) < 0) && !allBlank(bytes, at, eol)) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** Scans a header block that begins at a place; {@code root} where a message begins there. */
    void scan(int start, boolean root) {
        fields = 0;
        folds = 0;
        identified = false;
        fieldStart = start;
        strayUntil = start;
        contentType = -1;
        encoding = -1;
        int at = start;
        while (at < end) {
            int eol = lineEnd(bytes, at, end);
            int next = nextLine(bytes, eol, end);
            if (eol == at && !resumes(next, root)) {
                finish(start, at, next);
                return;
            }
            if (eol == at) {
                at = next;
                continue;
            }
            if (blank(bytes[at])) {
                boolean goesOn = allBlank(bytes, at, eol) ? headed(next) : fields > 0 || root;
                if (!goesOn) {
                    finish(start, at, allBlank(bytes, at, eol) ? next : at);
                    return;
                }
                folds++;
            } else {
                int colon = HeaderBlock.colon(bytes, at, eol);
                if (colon >= 0) {
                    field(start, at, colon);
                } else if (!strayLine(at, next, root)) {
                    source.odd("no blank line between header fields and body");
                    finish(start, at, at);
                    return;
                } else {
                    source.odd("a line among the header fields that is none");
                }
            }
            at = next;
        }
        finish(start, end, end);
    }

    /**
     * Whether a line without a colon or a blank before it still belongs to the header fields: some programs, and people
     * who paste, lose the blank that continues a field.
     */
    private boolean strayLine(int at, int next, boolean root) {
        if (startsWith(bytes, at, end, "--") || fields == 0 && !root) {
            return false;
        }
        if (at < strayUntil) {
            return true;
        }
        int last = at - 1;
        while (last > fieldStart && Ascii.space(bytes[last])) {
            last--;
        }
        return fields > 0 && (bytes[last] == ';' || bytes[last] == ',') || fieldFollows(next);
    }

    private boolean fieldFollows(int from) {
        int at = from;
        for (int i = 0; i < STRAY_LINES && at < end && !startsWith(bytes, at, end, "--"); i++) {
            int eol = lineEnd(bytes, at, end);
            if (allBlank(bytes, at, eol)) {
                return false;
            }
            if (HeaderBlock.colon(bytes, at, eol) >= 0) {
                strayUntil = at;
                return true;
            }
            at = nextLine(bytes, eol, end);
        }
        return false;
    }

    /** Whether the header fields of a returned message go on after a blank line: it does not say yet who wrote it. */
    private boolean resumes(int next, boolean root) {
        if (source.depth() == 0 || !root || fields == 0 || identified || contentType >= 0 || next >= end) {
            return false;
        }
        int colon = HeaderBlock.colon(bytes, next, lineEnd(bytes, next, end));
        return colon >= 0
                && (isIdentity(next, colon)
                        || isNamed(next, colon, "dkim-signature")
                        || isNamed(next, colon, "received"));
    }

    private boolean isIdentity(int at, int colon) {
        return isNamed(at, colon, "from") || isNamed(at, colon, "subject") || isNamed(at, colon, "message-id");
    }

    /** Whether a line begins a field or goes on with one, and is not blank. */
    private boolean headed(int at) {
        if (at >= end) {
            return false;
        }
        int eol = lineEnd(bytes, at, end);
        return blank(bytes[at]) ? fields > 0 && !allBlank(bytes, at, eol) : HeaderBlock.colon(bytes, at, eol) >= 0;
    }

    private void field(int start, int at, int colon) {
        checkField(at);
        fieldStart = at;
        folds = 0;
        fields++;
        identified = identified || source.depth() > 0 && isIdentity(at, colon);
        if (at - start >= source.limits().headerBytes()) {
            return;
        }
        if (Ascii.lower(bytes[at]) == 'c') {
            if (contentType < 0 && isNamed(at, colon, "content-type")) {
                contentType = colon + 1;
            } else if (encoding < 0 && isNamed(at, colon, "content-transfer-encoding")) {
                encoding = colon + 1;
            }
        }
    }

    private boolean isNamed(int at, int colon, String name) {
        return startsWith(bytes, at, colon, name) && allBlank(bytes, at + name.length(), colon);
    }

    private void checkField(int at) {
        if (at - fieldStart > source.limits().valueBytes()) {
            source.notes().add("a header field longer than " + source.limits().valueBytes() + " bytes, cut");
        }
        if (folds > source.limits().folds()) {
            source.notes().add("a header field of more than " + source.limits().folds() + " lines, cut");
        }
    }

    private void finish(int start, int headEnd, int body) {
        checkField(headEnd);
        if (headEnd - start > source.limits().headerBytes()) {
            source.notes().add("a header block longer than " + source.limits().headerBytes() + " bytes, cut");
        }
        if (fields > source.limits().fields()) {
            source.notes().add("more than " + source.limits().fields() + " header fields in a part, the rest left out");
        }
        bodyStart = body;
    }
}
