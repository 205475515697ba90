package org.whybounce.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

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
        return of(phrase, choices -> choices);
    }

    /**
     * Writes out the choices that say least, for a look at whether they still say anything.
     *
     * @throws IllegalArgumentException where braces do not match, or the choices are too many
     */
    static String barest(String phrase) {
        return of(phrase, choices -> new String[] {barest(choices)}).get(0);
    }

    private static String barest(String[] choices) {
        String barest = choices[0];
        for (String choice : choices) {
            barest = letters(choice) < letters(barest) ? choice : barest;
        }
        return barest;
    }

    private static long letters(String choice) {
        return choice.chars().filter(c -> " *~#".indexOf(c) < 0).count();
    }

    private static List<String> of(String phrase, UnaryOperator<String[]> some) {
        long most = 1;
        List<String> written = List.of("");
        int from = 0;
        for (int open = phrase.indexOf('{'); open >= 0; open = phrase.indexOf('{', from)) {
            int close = phrase.indexOf('}', open);
            if (close < 0 || phrase.lastIndexOf('{', close) != open) {
                throw new IllegalArgumentException("a brace without its partner: \"" + phrase + "\"");
            }
            String[] choices = phrase.substring(open + 1, close).split("\\|", -1);
            most *= choices.length;
            if (most > MOST) {
                throw new IllegalArgumentException("more than " + MOST + " choices: \"" + phrase + "\"");
            }
            List<String> longer = new ArrayList<>();
            for (String begun : written) {
                for (String choice : some.apply(choices)) {
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
