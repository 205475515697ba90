package org.whybounce.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.whybounce.model.Limits;

/** Reads messages, in time linear in their bytes, whatever the bytes are. Immutable; safe to share between threads. */
public final class MimeReader {

    private final Limits limits;
    private final UnaryOperator<String> htmlToText;
    private final Charsets charsets = new Charsets();

    /**
     * A reader.
     *
     * @param limits how much of a message is read
     * @param htmlToText turns HTML into the text that a person would see
     */
    public MimeReader(Limits limits, UnaryOperator<String> htmlToText) {
        this.limits = limits;
        this.htmlToText = htmlToText;
    }

    /**
     * Reads a message.
     *
     * @param bytes its bytes, in any shape; not to be changed while the result is in use
     * @return what was read
     */
    public BounceMessage read(byte[] bytes) {
        return read(bytes, 0);
    }

    /**
     * Reads a message of which not all bytes were kept.
     *
     * @param bytes its first bytes; not to be changed while the result is in use
     * @param ignored how many bytes followed that were left out
     * @return what was read
     */
    public BounceMessage read(byte[] bytes, long ignored) {
        Notes notes = new Notes();
        byte[] kept = bytes.length > limits.messageBytes() ? Arrays.copyOf(bytes, limits.messageBytes()) : bytes;
        long left = ignored + bytes.length - kept.length;
        if (left > 0) {
            notes.add("message longer than " + kept.length + " bytes, " + left + " left out");
        }
        byte[] narrow = narrow(kept, notes);
        Source source = new Source(narrow, 0, limits, notes, charsets, htmlToText);
        return new BounceMessage(PartScanner.scan(source), notes);
    }

    /** A message saved as UTF-16 becomes UTF-8. */
    private static byte[] narrow(byte[] bytes, Notes notes) {
        @Nullable Charset wide = wide(bytes);
        if (wide == null) {
            return bytes;
        }
        notes.add("the whole message is in UTF-16");
        return new String(bytes, wide).getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Charset wide(byte[] bytes) {
        if (bytes.length < 4) {
            return null;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (first == 0xFE && second == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xFF && second == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        // Without a byte order mark: every other byte of the first ones is NUL.
        int nulls = Math.min(bytes.length / 2, 16);
        boolean big = true;
        boolean little = true;
        for (int i = 0; i < nulls; i++) {
            big &= bytes[2 * i] == 0 && bytes[2 * i + 1] != 0;
            little &= bytes[2 * i] != 0 && bytes[2 * i + 1] == 0;
        }
        return big ? StandardCharsets.UTF_16BE : little ? StandardCharsets.UTF_16LE : null;
    }
}
