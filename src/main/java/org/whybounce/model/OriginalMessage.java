package org.whybounce.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The message that came back, as far as the report returns it, quotes it or speaks of it (RFC 3462, section 2; RFC
 * 5322).
 *
 * @param headers the returned header fields, decoded: lower-case name to values in order; empty where none came back.
 *     Of a message that the report only describes, those that it mentions
 */
public record OriginalMessage(Map<String, List<String>> headers) {

    /** Keeps an unmodifiable copy. */
    public OriginalMessage {
        headers = Map.copyOf(headers);
    }

    /**
     * One header field of the original.
     *
     * @param name its name; letter case does not matter
     * @return its first value, decoded and unfolded; empty where it did not come back
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst()
                .filter(value -> !value.isBlank());
    }

    /** {@return the Message-ID with its angle brackets, empty where it did not come back or was cut off} */
    public Optional<String> messageId() {
        return header("message-id").filter(id -> !id.startsWith("<") || id.indexOf('>') > 0);
    }

    /** {@return the From field as written, empty where it did not come back} */
    public Optional<String> from() {
        return header("from");
    }

    /** {@return the values of the To fields as written, empty where none came back} */
    public List<String> to() {
        return headers.getOrDefault("to", List.of());
    }

    /** {@return the Subject, empty where it did not come back} */
    public Optional<String> subject() {
        return header("subject");
    }

    /** {@return the Date field as written, empty where it did not come back} */
    public Optional<String> date() {
        return header("date");
    }

    /** {@return the Return-Path as written, empty where it did not come back} */
    public Optional<String> returnPath() {
        return header("return-path");
    }

    /** {@return the List-Id as written, empty where it did not come back} */
    public Optional<String> listId() {
        return header("list-id");
    }
}
