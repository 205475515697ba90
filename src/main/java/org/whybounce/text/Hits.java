package org.whybounce.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The pieces found in one wording, in the order of their ends, and the search for whole phrases among them. */
final class Hits {

    private final Wording wording;
    int[] words = new int[32];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    int count;

    Hits(Wording wording) {
        this.wording = wording;
    }

    void add(int word, int start, int end) {
        if (count == words.length) {
            words = Arrays.copyOf(words, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        words[count] = word;
        starts[count] = start;
        ends[count++] = end;
    }

    /** Whether a word may begin or end here. */
    boolean boundary(int at) {
        if (at <= 0 || at >= wording.length) {
            return true;
        }
        char left = wording.chars[at - 1];
        char right = wording.chars[at];
        if (!Folding.isWord(left) || !Folding.isWord(right)) {
            return true;
        }
        return (left >= 128 || right >= 128) && (Folding.isUnspaced(left) || Folding.isUnspaced(right));
    }

    /** The spans of the last occurrence of a phrase whose pieces bear these numbers, or null. */
    int @Nullable [] find(Phrase phrase, int[] numbers, int[] seen) {
        for (int number : numbers) {
            if (Arrays.binarySearch(seen, number) < 0) {
                return null;
            }
        }
        // from[i][h]: the hit of piece i - 1 from which hit h of piece i can be reached; its own index for the first.
        int[][] from = new int[numbers.length][count];
        for (int i = 0; i < numbers.length; i++) {
            Phrase.Gap gap = phrase.gaps().get(i);
            for (int hit = 0; hit < count; hit++) {
                from[i][hit] = -1;
                if (words[hit] == numbers[i]) {
                    from[i][hit] = i == 0 ? (lead(gap, starts[hit]) >= 0 ? hit : -1) : before(from[i - 1], hit, gap);
                }
            }
        }
        Phrase.Gap last = phrase.gaps().get(numbers.length);
        for (int hit = count - 1; hit >= 0; hit--) {
            if (from[numbers.length - 1][hit] >= 0 && trail(last, ends[hit]) >= 0) {
                return spans(phrase, from, hit);
            }
        }
        return null;
    }

    private int[] spans(Phrase phrase, int[][] from, int lastHit) {
        int n = from.length;
        int[] spans = new int[2 * n];
        int hit = lastHit;
        for (int i = n - 1; i >= 0; i--) {
            spans[2 * i] = starts[hit];
            spans[2 * i + 1] = ends[hit];
            hit = from[i][hit];
        }
        spans[0] = lead(phrase.gaps().get(0), spans[0]);
        spans[2 * n - 1] = trail(phrase.gaps().get(n), spans[2 * n - 1]);
        return spans;
    }

    private int before(int[] reachable, int hit, Phrase.Gap gap) {
        for (int other = hit - 1; other >= 0 && starts[hit] - ends[other] <= Phrase.SPAN; other--) {
            if (reachable[other] >= 0 && ends[other] <= starts[hit] && fits(gap, ends[other], starts[hit])) {
                return other;
            }
        }
        return -1;
    }

    private boolean fits(Phrase.Gap gap, int from, int to) {
        switch (gap) {
            case WORDS:
                return !leavesQuote(from, to);
            case NEAR:
                return !leavesQuote(from, to) && wording.words(from, to) <= Phrase.NEAR_WORDS;
            case REST:
                return restEnd(from) >= to;
            case NUMBER:
                return to > from && (numberEnd(from) == to || (to == from + 1 && wording.chars[from] == '#'));
            default:
                return false;
        }
    }

    /** Whether one place stands before the innermost quoted reply and the other in it: they tell of different things. */
    private boolean leavesQuote(int from, int to) {
        return from < wording.focus() && to >= wording.focus();
    }

    private int numberEnd(int from) {
        int at = from;
        while (at < wording.length
                && (isDigit(at) || (at > from && isDigit(at - 1) && ".,".indexOf(wording.chars[at]) >= 0))) {
            at++;
        }
        while (at > from && !isDigit(at - 1)) {
            at--;
        }
        return at;
    }

    private int restEnd(int from) {
        int at = from;
        while (at < wording.length && at - from < Phrase.SPAN && wording.chars[at] != ' ') {
            at++;
        }
        return at;
    }

    private boolean isDigit(int at) {
        return wording.chars[at] >= '0' && wording.chars[at] <= '9';
    }

    /** Where the phrase begins, given its first piece; -1 where what must stand before does not. */
    private int lead(Phrase.Gap gap, int start) {
        int at = start;
        if (gap == Phrase.Gap.NUMBER) {
            while (at > 0 && isDigit(at - 1)) {
                at--;
            }
            return at < start ? at : start > 0 && wording.chars[start - 1] == '#' ? start - 1 : -1;
        }
        while (gap == Phrase.Gap.REST && at > 0 && Folding.isWord(wording.chars[at - 1])) {
            at--;
        }
        return at;
    }

    /** Where the phrase ends, given its last piece; -1 where what must follow does not. */
    private int trail(Phrase.Gap gap, int end) {
        int at = end;
        if (gap == Phrase.Gap.NUMBER) {
            at = numberEnd(end);
            return at > end ? at : end < wording.length && wording.chars[end] == '#' ? end + 1 : -1;
        }
        while (gap == Phrase.Gap.REST && at < wording.length && Folding.isWord(wording.chars[at])) {
            at++;
        }
        return at;
    }
}
