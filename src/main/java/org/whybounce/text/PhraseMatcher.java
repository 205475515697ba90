package org.whybounce.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds which of many phrases occur in a wording, in one pass. In a phrase a {@code *} between blanks spans at most 60
 * characters, a {@code ~} up to three words, a {@code *} at a word is the rest of that word, {@code #} is a number (or that sign), {@code {a|b}} is
 * either, and {@code <addr>}, {@code <host>}, {@code <ip>}, {@code <url>} and {@code <name>} are what was set aside. A phrase begins and ends at
 * word boundaries, except where the script knows none.
 */
public final class PhraseMatcher {

    private static final Pattern WHITESPACE = Pattern.compile("\\s+");

    // Phrases as they are searched: one for each choice that a written one offers.
    private final List<Phrase> phrases;
    private final int[] writtenAs;
    private final List<Phrase.Piece> pieces;
    private final Automaton automaton;
    // For each piece, the phrases that are looked at when it occurs.
    private final int[][] waiting;
    private final int[][] piecesOf;

    /**
     * An occurrence.
     *
     * @param phrase the index of the phrase in the list that the matcher was made from
     * @param literals how much of it is literal: its characters other than blanks, of the choices that stand there
     * @param spans begin and end of each literal piece, as indexes into the wording
     */
    public record Match(int phrase, int literals, int[] spans) {

        /** {@return where it begins in the wording} */
        public int start() {
            return spans[0];
        }

        /** {@return where it ends in the wording, exclusive} */
        public int end() {
            return spans[spans.length - 1];
        }

        /**
         * Quotes what matched.
         *
         * @param wording the wording that was searched
         * @return the pieces as they stand in the text, joined by {@code " … "} where more than a word stands between
         */
        public String quote(Wording wording) {
            StringBuilder quote = new StringBuilder();
            int from = spans[0];
            for (int i = 0; i < spans.length; i += 2) {
                boolean last = i + 2 == spans.length;
                if (last || wording.words(spans[i + 1], spans[i + 2]) > 1) {
                    quote.append(quote.length() > 0 ? " … " : "").append(wording.quote(from, spans[i + 1]));
                    from = last ? from : spans[i + 2];
                }
            }
            return WHITESPACE.matcher(quote).replaceAll(" ").strip();
        }
    }

    private PhraseMatcher(List<Phrase> phrases, int[] writtenAs) {
        this.phrases = phrases;
        this.writtenAs = writtenAs;
        Map<Phrase.Piece, Integer> numbers = new HashMap<>();
        this.pieces = new ArrayList<>();
        this.piecesOf = new int[phrases.size()][];
        List<List<Integer>> keyed = new ArrayList<>();
        for (int p = 0; p < phrases.size(); p++) {
            List<Phrase.Piece> own = phrases.get(p).pieces();
            piecesOf[p] = new int[own.size()];
            int key = 0;
            for (int i = 0; i < own.size(); i++) {
                Phrase.Piece piece = own.get(i);
                Integer number = numbers.get(piece);
                if (number == null) {
                    number = pieces.size();
                    numbers.put(piece, number);
                    pieces.add(piece);
                    keyed.add(new ArrayList<>());
                }
                piecesOf[p][i] = number;
                key = piece.text().length() > own.get(key).text().length() ? i : key;
            }
            keyed.get(piecesOf[p][key]).add(p);
        }
        this.waiting = keyed.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.automaton = new Automaton(pieces.stream().map(Phrase.Piece::text).toList());
    }

    /**
     * Makes a matcher.
     *
     * @param phrases the phrases as written
     * @return the matcher; immutable
     * @throws IllegalArgumentException where a phrase holds nothing literal, or its braces do not match
     */
    public static PhraseMatcher of(List<String> phrases) {
        List<Phrase> all = new ArrayList<>();
        List<Integer> writtenAs = new ArrayList<>();
        Map<String, String> folded = new HashMap<>();
        for (int i = 0; i < phrases.size(); i++) {
            for (String choice : Alternatives.of(phrases.get(i))) {
                all.add(Phrase.parse(choice, folded));
                writtenAs.add(i);
            }
        }
        return new PhraseMatcher(
                all, writtenAs.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * Says whether a matcher can be made from a phrase.
     *
     * @param phrase as written
     * @throws IllegalArgumentException where it holds nothing literal, or its braces do not match
     */
    public static void check(String phrase) {
        Phrase.parse(Alternatives.barest(phrase));
    }

    /**
     * Finds the phrases in a wording.
     *
     * @param wording where to look
     * @return one match for each phrase (and each of its choices) that occurs, at the last place where it does
     */
    public List<Match> matches(Wording wording) {
        Hits hits = new Hits(wording);
        automaton.run(wording.chars, wording.length, (word, end) -> {
            Phrase.Piece piece = pieces.get(word);
            int start = end - piece.text().length();
            if ((!piece.wordStart() || hits.boundary(start)) && (!piece.wordEnd() || hits.boundary(end))) {
                hits.add(word, start, end);
            }
        });
        if (hits.count == 0) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        int[] seen = Arrays.copyOf(hits.words, hits.count);
        Arrays.sort(seen);
        for (int i = 0; i < seen.length; i++) {
            if (i > 0 && seen[i] == seen[i - 1]) {
                continue;
            }
            for (int phrase : waiting[seen[i]]) {
                int[] spans = hits.find(phrases.get(phrase), piecesOf[phrase], seen);
                if (spans != null) {
                    matches.add(new Match(writtenAs[phrase], phrases.get(phrase).literals(), spans));
                }
            }
        }
        return matches;
    }
}
