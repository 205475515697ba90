package org.whybounce.classify;

import java.util.Arrays;
import java.util.Locale;
import org.whybounce.model.EnhancedStatus;
import org.whybounce.model.Refusal;
import org.whybounce.model.SmtpReply;
import org.whybounce.text.Wording;

/**
 * What texts are compared by: the beginnings of their words, pairs of words that stand side by side or with one between
 * them, the runs of three and four letters in each word, the words in URLs and host names, the reply code and the
 * enhanced status. Among the words, what was set aside is one whatever it is, a script without blanks has one in each
 * character, and a number is none. Each is known by its hash.
 */
final class Features {

    private static final int BEGINNING = 6;
    // The kinds are kept apart, so that "spam" in a word is not the word "spam".
    private static final int WORD = 1;
    private static final int PAIR = 2;
    private static final int APART = 3;
    private static final int LETTERS = 4;
    private static final int REPLY = 5;
    private static final int STATUS = 6;
    private static final int SET_ASIDE = 7;

    // Enough that two features of a text next to never share a bit, by which one would be lost.
    private static final int SEEN_BITS = 18;

    private final long[] seen = new long[1 << SEEN_BITS - 6];
    private int[] hashes = new int[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int count;

    private Features() {}

    /** The features of a refusal, each once, in the order of the text. */
    static Features of(Wording wording, Refusal refusal) {
        Features features = new Features();
        refusal.reply().map(SmtpReply::code).ifPresent(code -> {
            features.add(REPLY, code, 0, 0);
            features.add(REPLY, code / 100, 0, 0);
        });
        refusal.status().ifPresent(status -> features.add(status));
        features.read(wording.toString());
        for (Wording.Thing thing : wording.things()) {
            if (thing.kind().equals("url") || thing.kind().equals("host")) {
                features.readSetAside(thing.text().toLowerCase(Locale.ROOT));
            }
        }
        return features;
    }

    private void add(EnhancedStatus status) {
        add(STATUS, status.toString().hashCode(), 0, 0);
        add(STATUS, status.subject(), 0, 0);
    }

    private void read(String text) {
        int last = 0;
        int lastStart = -1;
        int before = 0;
        int beforeStart = -1;
        for (int at = 0; at < text.length(); at++) {
            int end = end(text, at);
            if (end == at || !isName(text, at, end)) {
                at = Math.max(at, end - 1);
                continue;
            }
            int word = hash(text, at, Math.min(end, at + BEGINNING));
            add(WORD, word, at, end);
            if (lastStart >= 0) {
                add(PAIR, last * 31 + word, lastStart, end);
            }
            if (beforeStart >= 0) {
                add(APART, before * 31 + word, beforeStart, end);
            }
            letters(text, at, end);
            before = last;
            beforeStart = lastStart;
            last = word;
            lastStart = at;
            at = end - 1;
        }
    }

    /** The words of a URL or host name that name something: "spamhaus", "overquotaperm". */
    private void readSetAside(String text) {
        for (int at = 0; at < text.length(); at++) {
            int end = end(text, at);
            if (end - at > 3 && isName(text, at, end)) {
                add(SET_ASIDE, hash(text, at, end), 0, 0);
            }
            at = Math.max(at, end - 1);
        }
    }

    /** The runs of letters in a word, with the blanks before and behind it. */
    private void letters(String text, int start, int end) {
        for (int length = 3; length <= 4; length++) {
            for (int at = start - 1; at + length <= end + 1; at++) {
                int hash = 0;
                for (int i = at; i < at + length; i++) {
                    hash = hash * 31 + (i < start || i >= end ? ' ' : text.charAt(i));
                }
                add(LETTERS, hash, 0, 0);
            }
        }
    }

    private void add(int kind, int hash, int start, int end) {
        int mixed = (hash + kind * 0x61c88647) * 0x85ebca6b;
        mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
        mixed ^= mixed >>> 16;
        int bit = mixed >>> Integer.SIZE - SEEN_BITS;
        if ((seen[bit >> 6] & 1L << bit) != 0) {
            return;
        }
        seen[bit >> 6] |= 1L << bit;
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        hashes[count] = mixed;
        starts[count] = start;
        ends[count++] = end;
    }

    /** {@return the hashes, in the order of the text} */
    int[] hashes() {
        return Arrays.copyOf(hashes, count);
    }

    /** {@return where a feature begins in the wording} */
    int start(int index) {
        return starts[index];
    }

    /** {@return where a feature ends in the wording; 0 where it is not worth quoting} */
    int end(int index) {
        return ends[index];
    }

    private static int hash(String text, int start, int end) {
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = hash * 31 + text.charAt(at);
        }
        return hash;
    }

    private static int end(String text, int start) {
        if (alone(text.charAt(start))) {
            return start + 1;
        }
        int at = start;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at)) && !alone(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether there is more to a word than digits. */
    private static boolean isName(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (!Character.isDigit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a character is a word by itself. */
    private static boolean alone(char c) {
        return Wording.isPlaceholder(c) || Character.isIdeographic(c) || (c >= 0x3040 && c < 0xd7b0);
    }
}
