package org.whybounce.mime;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.whybounce.model.Limits;
import org.whybounce.model.Note;

/** A message as read from its bytes. Parts are decoded when asked for. Immutable; safe to share between threads. */
public final class BounceMessage {

    private final Part root;
    private final Notes notes;

    BounceMessage(Part root, Notes notes) {
        this.root = root;
        this.notes = notes;
    }

    /** {@return the message itself as a part: its headers, and its body or children} */
    public Part root() {
        return root;
    }

    /** {@return what was odd about the bytes, limits that were reached included; of parts, once they are decoded} */
    public List<Note> notes() {
        return notes.all();
    }

    /**
     * One header field.
     *
     * @param name its name; letter case does not matter
     * @return its first value, unfolded and decoded (RFC 2047); empty where there is no such field
     */
    public Optional<String> header(String name) {
        return root.header(name);
    }

    /** {@return every part depth first, the root first, those inside a returned message not among them} */
    public List<Part> parts() {
        return root.flatten();
    }

    /**
     * The parts of one type.
     *
     * @param type a full type in lower case, such as {@code message/delivery-status}
     * @return those among {@link #parts()} that have it
     */
    public List<Part> parts(String type) {
        String wanted = type.toLowerCase(Locale.ROOT);
        return parts().stream().filter(part -> part.type().equals(wanted)).toList();
    }

    /**
     * What a person would read: the text of the parts of type text/plain that come before any returned message, or
     * where there is none, the first HTML part as text. Line ends are {@code \n}.
     *
     * @return the text; empty where there is none
     */
    public String text() {
        return root.readableText();
    }

    /**
     * The message that came back, as far as it stands in a part of its own.
     *
     * @return the message within the first part of type message/rfc822 or its like, such as text/rfc822-headers; empty
     *     where there is none
     */
    public Optional<Part> returnedMessage() {
        return parts().stream().flatMap(part -> part.nested().stream()).findFirst();
    }

    /**
     * Decodes a header field that was found in a text.
     *
     * @param value its value, unfolded
     * @return the same with its encoded words decoded (RFC 2047)
     */
    public static String decode(String value) {
        if (!value.contains("=?")) {
            return value;
        }
        Source source =
                new Source(new byte[0], 0, Limits.standard(), new Notes(), new Charsets(), UnaryOperator.identity());
        return EncodedWords.decode(source, value.getBytes(StandardCharsets.UTF_8), "utf-8");
    }
}
