package org.whybounce.mime;

import java.nio.charset.StandardCharsets;
import org.whybounce.model.Limits;
import org.whybounce.model.Note;

/** Messages for tests, written as text in which each character is one byte. */
final class Mails {

    static final MimeReader READER = new MimeReader(
            Limits.standard(), html -> "TEXT " + html.replaceAll("<[^>]*>", "").strip());

    private Mails() {}

    static BounceMessage read(String text) {
        return READER.read(bytes(text));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String notes(BounceMessage message) {
        return String.join("; ", message.notes().stream().map(Note::text).toList());
    }

    /** The tree of types, such as {@code multipart/mixed(text/plain,message/rfc822[text/plain])}. */
    static String tree(Part part) {
        StringBuilder out = new StringBuilder(part.type());
        if (!part.children().isEmpty()) {
            out.append('(')
                    .append(String.join(
                            ",", part.children().stream().map(Mails::tree).toList()))
                    .append(')');
        }
        part.nested().ifPresent(nested -> out.append('[').append(tree(nested)).append(']'));
        return out.toString();
    }
}
