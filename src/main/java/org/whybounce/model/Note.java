package org.whybounce.model;

/**
 * Something odd about a message that a reader of the result should know; never an error.
 *
 * @param text a plain sentence without a full stop, such as {@code no closing boundary}
 */
public record Note(String text) {

    /** {@return the sentence} */
    @Override
    public String toString() {
        return text;
    }
}
