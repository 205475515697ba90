package org.whybounce.mime;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** Finds what a person would read in a message. */
final class ReadableText {

    private ReadableText() {}

    static String of(Part root, UnaryOperator<String> htmlToText) {
        StringBuilder plain = new StringBuilder();
        String late = "";
        String html = "";
        boolean returned = false;
        for (Part part : root.flatten()) {
            String type = part.type();
            if (isReturned(type)) {
                returned = returned || part != root;
            } else if (part.isHtml()) {
                html = html.isEmpty() && !returned ? part.text() : html;
            } else if (!part.isLeaf() || !isText(part, root)) {
                continue;
            } else if (!returned) {
                join(plain, part.text());
            } else if (late.isBlank()) {
                late = part.text();
            }
        }
        if (plain.length() > 0) {
            String text = plain.toString();
            return isMarkup(text) ? htmlToText.apply(text) : text;
        }
        if (!html.isBlank()) {
            return htmlToText.apply(html);
        }
        if (!late.isBlank()) {
            return late;
        }
        return isReturned(root.type()) ? root.text() : root.isLeaf() ? "" : root.preamble();
    }

    private static void join(StringBuilder plain, String text) {
        if (text.isBlank()) {
            return;
        }
        if (plain.length() > 0 && plain.charAt(plain.length() - 1) != '\n') {
            plain.append('\n');
        }
        plain.append(text);
    }

    private static boolean isReturned(String type) {
        return type.startsWith("message/") || isOriginal(type);
    }

    /** RFC 2046, 3462 and 6533, and the misspelt names of old servers: a message, its first part or its headers. */
    static boolean isOriginal(String type) {
        return switch (type) {
            case "message/rfc822", "message/global", "message/global-headers", "message/news", "message/partial" ->
                true;
            default -> type.endsWith("/rfc822-headers") || type.startsWith("text/rfc822");
        };
    }

    /** A multipart without children is one whose boundary never came: its body is read as text. */
    private static boolean isText(Part part, Part root) {
        String type = part.type();
        return type.startsWith("text/") && !type.equals("text/calendar")
                || part.isMultipart()
                || part == root && !type.startsWith("image/") && !type.startsWith("application/");
    }

    private static boolean isMarkup(String text) {
        String start =
                text.substring(0, Math.min(200, text.length())).stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<html") || start.startsWith("<!doctype html");
    }
}
