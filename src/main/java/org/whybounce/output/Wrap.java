package org.whybounce.output;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/** Lays out text for a terminal. */
final class Wrap {

    private static final int WIDTH = 78;
    private static final List<Character.UnicodeBlock> WIDE = List.of(
            Character.UnicodeBlock.HIRAGANA,
            Character.UnicodeBlock.KATAKANA,
            Character.UnicodeBlock.HANGUL_SYLLABLES,
            Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS);

    private Wrap() {}

    /**
     * Puts a label before a text and wraps it, later lines indented as far as the label. Lines that begin with a blank
     * stay as they are: they are settings, code or a letter to be copied.
     */
    static String hanging(String label, String text) {
        StringBuilder out = new StringBuilder();
        String indent = " ".repeat(columns(label));
        String before = label;
        String[] lines = printable(text).split("\n", -1);
        for (String line : lines) {
            if (line.startsWith(" ")) {
                out.append(before).append(line).append('\n');
            } else {
                wrap(out, before, indent, line);
            }
            before = indent;
        }
        return out.toString();
    }

    /** How much of a line a text takes: the letters of East Asia are two columns wide. */
    static int columns(String text) {
        return text.codePoints()
                .map(letter ->
                        Character.isIdeographic(letter) || WIDE.contains(Character.UnicodeBlock.of(letter)) ? 2 : 1)
                .sum();
    }

    private static void wrap(StringBuilder out, String before, String indent, String line) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(line);
        StringBuilder current = new StringBuilder(before);
        boolean empty = true;
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String piece = line.substring(start, end);
            // A URL is one piece, or nobody can click it.
            while (!Character.isWhitespace(line.charAt(end - 1)) && end < line.length() && inWord(line, start, end)) {
                end = breaks.next();
                piece = line.substring(start, end);
            }
            if (!empty && columns(current + piece.stripTrailing()) > WIDTH) {
                out.append(current.toString().stripTrailing()).append('\n');
                current = new StringBuilder(indent);
            }
            current.append(piece);
            empty = false;
        }
        out.append(current.toString().stripTrailing()).append('\n');
    }

    private static boolean inWord(String line, int start, int end) {
        char last = line.charAt(end - 1);
        // » stands before a word that is quoted.
        return (last < 128 || last == '»') && !Character.isWhitespace(line.charAt(end)) && start < end;
    }

    /** Without control characters and without marks that reverse text: the words of strangers go to a terminal. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\n\t]]", "?")
                .replace('\t', ' ');
    }
}
