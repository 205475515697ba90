package org.whybounce.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream at its mbox {@code From } lines (RFC 4155). A stream that does not begin with one is one message. A line
 * counts only after a blank line, and when it holds a time of day: bounces quote text that begins with "From ".
 */
final class MboxSplitter {

    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};
    private static final int LONGEST_PIECE = 1 << 13;

    private final String name;
    private final int limit;
    private final Consumer<MailItem> items;

    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int end;

    private ByteArrayOutputStream current = new ByteArrayOutputStream();
    private long ignored;
    private int number;
    private MailItem.@Nullable Message first; // whether it is path or path#1 is known when a second one begins

    MboxSplitter(String name, int limit, Consumer<MailItem> items) {
        this.name = name;
        this.limit = limit;
        this.items = items;
    }

    void split(InputStream in) throws IOException {
        byte[] piece = new byte[LONGEST_PIECE];
        boolean atLineStart = true;
        boolean afterBlank = false;
        boolean mbox = false;
        boolean begun = false;
        int length;
        while ((length = nextPiece(in, piece)) > 0) {
            boolean ends = piece[length - 1] == '\n';
            boolean separator = atLineStart && isSeparator(piece, length);
            if (!begun && !isBlank(piece, length)) {
                begun = true;
                mbox = separator;
            } else if (mbox && separator && afterBlank) {
                endMessage();
            }
            keep(piece, length);
            afterBlank = ends && atLineStart && isBlank(piece, length);
            atLineStart = ends;
        }
        if (number == 0) {
            give(name, current.toByteArray(), ignored);
        } else {
            endMessage();
        }
    }

    /** Copies the next line with its end, or as much of it as fits; 0 at the end of the stream. */
    private int nextPiece(InputStream in, byte[] piece) throws IOException {
        int length = 0;
        while (length < piece.length) {
            if (position == end) {
                end = in.read(buffer);
                position = 0;
                if (end <= 0) {
                    end = 0;
                    return length;
                }
            }
            byte b = buffer[position++];
            piece[length++] = b;
            if (b == '\n') {
                return length;
            }
        }
        return length;
    }

    private static boolean isBlank(byte[] line, int length) {
        return length == 1 && line[0] == '\n' || length == 2 && line[0] == '\r' && line[1] == '\n';
    }

    private static boolean isSeparator(byte[] line, int length) {
        for (int i = 0; i < FROM.length; i++) {
            if (i >= length || line[i] != FROM[i]) {
                return false;
            }
        }
        for (int i = FROM.length; i + 4 < length; i++) {
            if (line[i + 2] == ':'
                    && digit(line[i])
                    && digit(line[i + 1])
                    && digit(line[i + 3])
                    && digit(line[i + 4])) {
                return true;
            }
        }
        return false;
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    private void keep(byte[] piece, int length) {
        int room = Math.min(length, limit - current.size());
        current.write(piece, 0, room);
        ignored += length - room;
    }

    private void endMessage() {
        number++;
        byte[] bytes = current.toByteArray();
        if (number == 1) {
            first = new MailItem.Message(name + "#1", bytes, ignored);
        } else {
            if (first != null) {
                give(first.source(), first.bytes(), first.ignored());
                first = null;
            }
            give(name + "#" + number, bytes, ignored);
        }
        current = new ByteArrayOutputStream();
        ignored = 0;
    }

    private void give(String source, byte[] bytes, long left) {
        String problem = MailCheck.problem(bytes);
        items.accept(
                problem == null ? new MailItem.Message(source, bytes, left) : new MailItem.Problem(source, problem));
    }
}
