package org.whybounce.format;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseErrorList;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** The text that a person would see of an HTML mail. */
final class HtmlText {

    private static final int MAX_DEPTH = 512;

    private HtmlText() {}

    static String of(String html) {
        Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
        parser.setErrors(ParseErrorList.noTracking());
        Element body = Jsoup.parse(html, "", parser).body();
        StringBuilder text = new StringBuilder();
        body.traverse(new Writer(text));
        return text.toString().strip();
    }

    /** Blocks begin and end lines; cells are parted by a blank. Line breaks in the source count only within pre. */
    private record Writer(StringBuilder text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(words);
            } else if (node instanceof Element element) {
                if (element.normalName().equals("br")) {
                    text.append('\n');
                } else if (element.isBlock() || element.normalName().equals("tr")) {
                    newLine();
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            String name = element.normalName();
            if (name.equals("td") || name.equals("th")) {
                text.append(' ');
            } else if (name.equals("p") || name.startsWith("h") && name.length() == 2) {
                newLine();
                text.append('\n');
            } else if (element.isBlock() || name.equals("tr")) {
                newLine();
            }
        }

        private void append(TextNode words) {
            if (words.parent() instanceof Element parent && isHidden(parent)) {
                return;
            }
            String content = words.getWholeText().replace('\u00a0', ' ').replace("\u200b", "");
            boolean preformatted = words.parent() instanceof Element parent && isPreformatted(parent);
            if (preformatted) {
                text.append(content);
                return;
            }
            for (int i = 0; i < content.length(); i++) {
                char c = content.charAt(i);
                boolean blank = Character.isWhitespace(c);
                if (!blank) {
                    text.append(c);
                } else if (text.length() > 0 && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                    text.append(' ');
                }
            }
        }

        private static boolean isHidden(Element parent) {
            return parent.normalName().equals("style")
                    || parent.normalName().equals("script")
                    || parent.normalName().equals("title");
        }

        // Only near ancestors: the cost must not grow with the depth of the page.
        private static boolean isPreformatted(Element parent) {
            Element at = parent;
            for (int i = 0; i < 6 && at != null; i++, at = at.parent()) {
                if (at.normalName().equals("pre") || at.normalName().equals("textarea")) {
                    return true;
                }
            }
            return false;
        }

        private void newLine() {
            while (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
                text.setLength(text.length() - 1);
            }
            if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
