package org.whybounce.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AutomatonTest {

    private record Hit(int word, int end) {}

    private static List<Hit> hits(List<String> strings, String text) {
        List<Hit> hits = new ArrayList<>();
        new Automaton(strings).run(text.toCharArray(), text.length(), (word, end) -> hits.add(new Hit(word, end)));
        return hits;
    }

    @Test
    void stringsWithinStringsAndStringsThatAreTheSameAreAllFound() {
        assertThat(hits(List.of("she", "he", "hers", "he"), "ushers"))
                .containsExactlyInAnyOrder(new Hit(0, 4), new Hit(1, 4), new Hit(3, 4), new Hit(2, 6));
    }

    @Test
    void aTextThatHoldsNoneAndNoStringsAtAllGiveNothing() {
        assertThat(hits(List.of("a"), "")).isEmpty();
        assertThat(hits(List.of(), "abc")).isEmpty();
    }

    @RepeatedTest(20)
    void whatANaiveSearchFindsIsFoundWhateverTheScript(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            strings.add(random(random, 1 + random.nextInt(4)));
        }
        String text = random(random, 200);
        List<Hit> naive = new ArrayList<>();
        for (int word = 0; word < strings.size(); word++) {
            String string = strings.get(word);
            for (int at = text.indexOf(string); at >= 0; at = text.indexOf(string, at + 1)) {
                naive.add(new Hit(word, at + string.length()));
            }
        }
        assertThat(hits(strings, text)).containsExactlyInAnyOrderElementsOf(naive);
    }

    private static String random(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("abé用\uffff".charAt(random.nextInt(5)));
        }
        return text.toString();
    }
}
