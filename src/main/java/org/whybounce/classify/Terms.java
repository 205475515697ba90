package org.whybounce.classify;

import java.util.LinkedHashMap;
import java.util.Map;
import org.whybounce.model.Refusal;
import org.whybounce.text.Wording;

/**
 * What texts are compared by: the beginnings of their words, the pairs of words that stand side by side, the class of
 * the reply and the subject of the enhanced status. What was set aside is one word whatever it is, and a script without
 * blanks has a word in each character.
 */
final class Terms {

    /** Where a term stands in the wording; the codes stand nowhere. */
    record Place(int start, int end) {}

    private static final Place NOWHERE = new Place(0, 0);
    private static final int BEGINNING = 6;

    private Terms() {}

    /** The terms of a refusal, each once, in the order of the text. */
    static Map<String, Place> of(Wording wording, Refusal refusal) {
        Map<String, Place> terms = new LinkedHashMap<>();
        refusal.reply()
                .ifPresent(reply ->
                        terms.put("reply " + String.valueOf(reply.code()).charAt(0), NOWHERE));
        refusal.status().ifPresent(status -> terms.put("status " + status.subject(), NOWHERE));
        String text = wording.toString();
        String last = "";
        int lastStart = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = end(text, at);
            if (end > at) {
                String word = text.substring(at, Math.min(end, at + BEGINNING));
                terms.putIfAbsent(word, new Place(at, end));
                if (!last.isEmpty()) {
                    terms.putIfAbsent(last + " " + word, new Place(lastStart, end));
                }
                last = word;
                lastStart = at;
                at = end - 1;
            }
        }
        return terms;
    }

    private static int end(String text, int start) {
        int at = start;
        while (at < text.length() && isWord(text.charAt(at)) && (at == start || !alone(text.charAt(at)))) {
            at++;
            if (alone(text.charAt(start))) {
                break;
            }
        }
        return at;
    }

    private static boolean isWord(char c) {
        return Character.isLetter(c) || Wording.isPlaceholder(c);
    }

    /** Whether a character is a word by itself. */
    private static boolean alone(char c) {
        return Wording.isPlaceholder(c) || Character.isIdeographic(c) || (c >= 0x3040 && c < 0xd7b0);
    }
}
