package org.whybounce.mime;

import java.util.function.UnaryOperator;
import org.whybounce.model.Limits;

/**
 * The bytes that a tree of parts lies in, and what is needed to read them.
 *
 * @param bytes the bytes; never changed
 * @param depth how many messages this one is returned in
 * @param limits how much is read
 * @param notes where odd things go
 * @param charsets the charsets known by now
 * @param htmlToText turns HTML into text
 */
record Source(
        byte[] bytes, int depth, Limits limits, Notes notes, Charsets charsets, UnaryOperator<String> htmlToText) {

    Source within(byte[] decoded) {
        return new Source(decoded, depth + 1, limits, notes, charsets, htmlToText);
    }

    /** Something odd about the message itself; a returned one is often cut off, and that is no news. */
    void odd(String text) {
        if (depth == 0) {
            notes.add(text);
        }
    }
}
