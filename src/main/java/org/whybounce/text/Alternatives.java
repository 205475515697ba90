package org.whybounce.text;

import java.util.ArrayList;
import java.util.List;

/** Phrases that hold {@code {a|b}} written out: one phrase for each choice, in the order of the choices. */
final class Alternatives {

    // Enough for two classes of words; a phrase that needs more says nothing any more.
    private static final int MOST = 4000;

    private Alternatives() {}

    /**
     * Writes a phrase out.
     *
     * @throws IllegalArgumentException where braces do not match, or the choices are too many
     */
    static List<String> of(String phrase) {
        List<String> written = List.of("");
        int from = 0;
        for (int open = phrase.indexOf('{'); open >= 0; open = phrase.indexOf('{', from)) {
            int close = phrase.indexOf('}', open);
            if (close < 0 || phrase.lastIndexOf('{', close) != open) {
                throw new IllegalArgumentException("a brace without its partner: \"" + phrase + "\"");
            }
            String[] choices = phrase.substring(open + 1, close).split("\\|", -1);
            if (written.size() * (long) choices.length > MOST) {
                throw new IllegalArgumentException("more than " + MOST + " choices: \"" + phrase + "\"");
            }
            List<String> longer = new ArrayList<>();
            for (String begun : written) {
                for (String choice : choices) {
                    longer.add(begun + phrase.substring(from, open) + choice.strip());
                }
            }
            written = longer;
            from = close + 1;
        }
        String rest = phrase.substring(from);
        if (rest.indexOf('}') >= 0) {
            throw new IllegalArgumentException("a brace without its partner: \"" + phrase + "\"");
        }
        return written.stream().map(begun -> begun + rest).toList();
    }
}
