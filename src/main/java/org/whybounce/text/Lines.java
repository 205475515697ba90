package org.whybounce.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A text as its lines. Any of CRLF, LF and CR ends a line. Immutable. */
public final class Lines {

    private final List<String> lines;

    private Lines(List<String> lines) {
        this.lines = lines;
    }

    /**
     * Splits a text.
     *
     * @param text any text
     * @return its lines; one empty line for an empty text
     */
    public static Lines of(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '\n' && c != '\r') {
                continue;
            }
            lines.add(text.substring(start, at));
            if (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                at++;
            }
            start = at + 1;
        }
        lines.add(text.substring(start));
        return new Lines(List.copyOf(lines));
    }

    /** {@return how many lines there are} */
    public int size() {
        return lines.size();
    }

    /**
     * One line.
     *
     * @param index its place, from 0
     * @return the line without its end
     */
    public String get(int index) {
        return lines.get(index);
    }

    /**
     * Finds a line.
     *
     * @param from where to begin
     * @param wanted what it must be like
     * @return the place of the first such line, or -1
     */
    public int find(int from, Predicate<String> wanted) {
        for (int i = Math.max(from, 0); i < lines.size(); i++) {
            if (wanted.test(lines.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Finds a line that is not blank.
     *
     * @param from where to begin
     * @return its place, or {@link #size()}
     */
    public int skipBlank(int from) {
        int found = find(from, line -> !line.isBlank());
        return found < 0 ? lines.size() : found;
    }

    /**
     * The end of a paragraph.
     *
     * @param from where to begin
     * @return the place of the first blank line, or {@link #size()}
     */
    public int endOfParagraph(int from) {
        int found = find(from, String::isBlank);
        return found < 0 ? lines.size() : found;
    }

    /**
     * Some of the lines as one text.
     *
     * @param from the first
     * @param to the one after the last
     * @return them, joined by {@code \n}
     */
    public String join(int from, int to) {
        return String.join(
                "\n", lines.subList(Math.min(from, lines.size()), Math.max(from, Math.min(to, lines.size()))));
    }

    /**
     * Some of the lines folded into one.
     *
     * @param from the first
     * @param to the one after the last
     * @return them stripped and joined by one blank, blank ones left out
     */
    public String fold(int from, int to) {
        StringBuilder folded = new StringBuilder();
        for (int i = from; i < Math.min(to, lines.size()); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty()) {
                folded.append(folded.length() == 0 ? "" : " ").append(line);
            }
        }
        return folded.toString();
    }

    /** {@return all lines, unmodifiable} */
    public List<String> asList() {
        return lines;
    }
}
