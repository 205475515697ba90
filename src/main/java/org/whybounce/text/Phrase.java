package org.whybounce.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A phrase taken apart: literal pieces, and between them what may stand there.
 *
 * @param pieces the literal pieces, at least one
 * @param gaps one more than pieces: what stands before the first, between, and after the last
 */
record Phrase(List<Piece> pieces, List<Gap> gaps) {

    /** What may stand between two pieces. */
    enum Gap {
        /** Nothing: the end of the phrase. */
        EDGE,
        /** Up to 60 characters, whole words: {@code a * b}. */
        WORDS,
        /** Up to three words: {@code a ~ b}. */
        NEAR,
        /** The rest of a word: {@code block*}. */
        REST,
        /** A number, or the sign {@code #} itself. */
        NUMBER
    }

    /**
     * A literal piece.
     *
     * @param text folded
     * @param wordStart whether it begins where a word begins
     * @param wordEnd whether it ends where a word ends
     */
    record Piece(String text, boolean wordStart, boolean wordEnd) {}

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static final int SPAN = 60;
    static final int NEAR_WORDS = 3;

    private static final String[][] PLACEHOLDERS = {
        {"<addr>", String.valueOf(Wording.ADDRESS)},
        {"<host>", String.valueOf(Wording.HOST)},
        {"<ip>", String.valueOf(Wording.IP)},
        {"<url>", String.valueOf(Wording.URL)},
        {"<name>", String.valueOf(Wording.NAME)},
    };

    /**
     * Reads a phrase.
     *
     * @throws IllegalArgumentException where it holds nothing literal
     */
    static Phrase parse(String source) {
        return parse(source, new HashMap<>());
    }

    /**
     * Reads a phrase among many that share their words.
     *
     * @param folded what is known already of how words fold; grows
     * @throws IllegalArgumentException where it holds nothing literal
     */
    static Phrase parse(String source, Map<String, String> folded) {
        String text = " " + BLANKS.matcher(source.strip()).replaceAll(" ") + " ";
        for (String[] placeholder : text.indexOf('<') < 0 ? new String[0][] : PLACEHOLDERS) {
            text = text.replace(placeholder[0], placeholder[1]);
        }
        List<Piece> pieces = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        Gap before = Gap.EDGE;
        boolean detached = true;
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            char c = at < text.length() ? text.charAt(at) : ' ';
            boolean end = at == text.length();
            boolean apart = end || (text.charAt(Math.max(0, at - 1)) == ' ' && text.startsWith(" ", at + 1));
            if (!end && c != '*' && c != '#' && !(c == '~' && apart)) {
                continue;
            }
            Gap after = end ? Gap.EDGE : c == '#' ? Gap.NUMBER : c == '~' ? Gap.NEAR : apart ? Gap.WORDS : Gap.REST;
            String raw = text.substring(from, at);
            String literal =
                    folded.computeIfAbsent(raw, words -> Wording.plain(words).toString());
            if (literal.isEmpty()) {
                before = pieces.isEmpty() || after == Gap.EDGE
                        ? widest(before, after, end)
                        : widest(before, after, false);
            } else {
                boolean numbered = (before == Gap.NUMBER || before == Gap.REST) && raw.startsWith(" ");
                boolean followed = (after == Gap.NUMBER || after == Gap.REST) && raw.endsWith(" ");
                gaps.add(pieces.isEmpty() && spans(before) ? Gap.EDGE : before);
                pieces.add(new Piece(
                        (numbered ? " " : "") + literal + (followed ? " " : ""),
                        detached && before != Gap.NUMBER,
                        after == Gap.EDGE || spans(after)));
                before = after;
            }
            detached = spans(after);
            from = at + 1;
        }
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("a phrase needs words: \"" + source + "\"");
        }
        gaps.add(spans(before) ? Gap.EDGE : before);
        return new Phrase(List.copyOf(pieces), List.copyOf(gaps));
    }

    /** What two signs without a letter between them allow: "#*" is a number and the rest of the word. */
    private static Gap widest(Gap one, Gap other, boolean end) {
        if (end || one == Gap.EDGE) {
            return end ? one : other;
        }
        return spans(one) ? one : spans(other) ? other : Gap.REST;
    }

    private static boolean spans(Gap gap) {
        return gap == Gap.WORDS || gap == Gap.NEAR;
    }

    /** {@return how many characters other than blanks are literal: the measure of how much the phrase says} */
    int literals() {
        int count = 0;
        for (Piece piece : pieces) {
            for (int i = 0; i < piece.text().length(); i++) {
                count += piece.text().charAt(i) == ' ' ? 0 : 1;
            }
        }
        return count;
    }
}
