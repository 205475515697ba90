package org.whybounce.format;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML as a person sees it: text with its line breaks. */
public final class HtmlText {

    private HtmlText() {}

    /**
     * Renders HTML as text.
     *
     * @param html any text
     * @return its words; block elements and {@code <br>} begin new lines
     */
    public static String of(String html) {
        StringBuilder out = new StringBuilder();
        // Traversal does not recurse: depth is the writer's choice.
        Jsoup.parse(html).traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    append(out, text);
                } else if (node instanceof Element element && element.nameIs("br")) {
                    out.append('\n');
                } else if (node instanceof Element element && startsLine(element)) {
                    endLine(out, element);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && startsLine(element)) {
                    endLine(out, element);
                } else if (node instanceof Element element && (element.nameIs("td") || element.nameIs("th"))) {
                    out.append(' ');
                }
            }
        });
        return out.toString().strip();
    }

    private static void append(StringBuilder out, TextNode text) {
        Element parent = text.parent();
        boolean preformatted = parent != null && parent.closest("pre") != null;
        String words = preformatted ? text.getWholeText() : text.text();
        boolean atStart = out.length() == 0 || Character.isWhitespace(out.charAt(out.length() - 1));
        out.append(atStart && !preformatted ? words.stripLeading() : words);
    }

    private static boolean startsLine(Element element) {
        return element.isBlock() && !element.nameIs("td") && !element.nameIs("th");
    }

    /** A block begins on a line of its own; a paragraph is set off by an empty one. */
    private static void endLine(StringBuilder out, Element element) {
        int length = out.length();
        if (length > 0 && out.charAt(length - 1) != '\n') {
            out.append('\n');
        }
        if (element.nameIs("p") && length > 1 && out.charAt(out.length() - 2) != '\n') {
            out.append('\n');
        }
    }
}
