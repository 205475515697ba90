package org.whybounce.format;

import java.util.regex.Pattern;

/**
 * A line of a report, ready to be compared.
 *
 * @param shown the line without outer blanks, its runs of blanks made one
 * @param folded the same in lower case with plain quotes, character for character
 * @param indent the number of blanks with which the line began
 */
record Line(String shown, String folded, int indent) {

    private static final int WIDEST = 80;
    private static final int NARROWEST = 20;
    private static final Pattern EXPANDED = Pattern.compile("\\(expanded from\\n\\h{1,8}(?=<)");

    /** Undoes the fold that Postfix, whose lines have 79 characters at most, puts between an address and its alias. */
    static String unfolded(String text) {
        return EXPANDED.matcher(text).replaceAll("(expanded from ");
    }

    /** Undoes the breaks that were put where the next word would have been too much for the line. */
    static String unwrapped(String text) {
        int width = text.lines()
                .mapToInt(String::length)
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0);
        StringBuilder joined = new StringBuilder(text.length());
        int length = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            int blank = line.indexOf(' ');
            int word = blank < 0 ? line.length() : blank;
            boolean full = length >= NARROWEST && word > 0 && length + 1 + word > width;
            joined.append(joined.length() == 0 ? "" : full ? " " : "\n").append(line);
            length = line.length();
        }
        return joined.toString();
    }

    static Line of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\u00a0' || c == '\u3000' || c == '\r' || c == '\ufeff') {
                blank = shown.length() > 0;
            } else {
                if (blank) {
                    shown.append(' ');
                    blank = false;
                }
                shown.append(c);
            }
        }
        StringBuilder folded = new StringBuilder(shown.length());
        for (int i = 0; i < shown.length(); i++) {
            folded.append(fold(shown.charAt(i)));
        }
        int indent = 0;
        while (indent < text.length() && (text.charAt(indent) == ' ' || text.charAt(indent) == '\t')) {
            indent++;
        }
        return new Line(shown.toString(), folded.toString(), indent);
    }

    private static char fold(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '`', '\u00b4' -> '\'';
            case '\u201c', '\u201d' -> '"';
            case '\u2010', '\u2011', '\u2013', '\u2014' -> '-';
            default -> Character.toLowerCase(c);
        };
    }

    boolean isBlank() {
        return shown.isEmpty();
    }
}
