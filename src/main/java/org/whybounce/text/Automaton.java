package org.whybounce.text;

import java.util.Arrays;
import java.util.List;

/**
 * Finds all occurrences of many strings in one pass (Aho and Corasick). The steps from the start, by far the most, are
 * one look into a table; a state further on has few children, which stand in a chain. So the whole takes some 20 bytes
 * a state, whatever the scripts, and is built in a moment.
 */
final class Automaton {

    /** Receives what was found. */
    interface Found {
        void at(int word, int end);
    }

    private static final int START = 0;

    private final int[] first = new int[Character.MAX_VALUE + 1];
    private final char[] symbol;
    private final int[] child;
    private final int[] sibling;
    // The state of the longest proper suffix that is a beginning of some string too.
    private final int[] suffix;
    // The string that ends here, or -1; and the nearest state along the suffixes where one ends, itself included.
    private final int[] word;
    private final int[] ending;
    // For each string, another one that is the same, or -1.
    private final int[] same;
    private int states = 1;

    Automaton(List<String> strings) {
        int most = 1 + strings.stream().mapToInt(String::length).sum();
        symbol = new char[most];
        child = new int[most];
        sibling = new int[most];
        int[] ends = new int[strings.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = add(strings.get(i));
        }
        suffix = new int[states];
        ending = new int[states];
        word = new int[states];
        Arrays.fill(word, -1);
        same = new int[ends.length];
        for (int i = 0; i < ends.length; i++) {
            same[i] = word[ends[i]];
            word[ends[i]] = i;
        }
        close();
    }

    private int add(String string) {
        int state = START;
        for (int i = 0; i < string.length(); i++) {
            char wanted = string.charAt(i);
            int next = next(state, wanted);
            if (next == START) {
                next = states++;
                symbol[next] = wanted;
                if (state == START) {
                    first[wanted] = next;
                }
                sibling[next] = child[state];
                child[state] = next;
            }
            state = next;
        }
        return state;
    }

    /** The child of a state for a symbol, or the start where there is none. */
    private int next(int state, char wanted) {
        if (state == START) {
            return first[wanted];
        }
        int next = child[state];
        while (next != START && symbol[next] != wanted) {
            next = sibling[next];
        }
        return next;
    }

    /** Breadth first, so that a state's suffix, which is shorter, is done before it. */
    private void close() {
        int[] queue = new int[states];
        int tail = 1;
        for (int head = 0; head < tail; head++) {
            int state = queue[head];
            ending[state] = word[state] >= 0 ? state : ending[suffix[state]];
            for (int next = child[state]; next != START; next = sibling[next]) {
                suffix[next] = state == START ? START : step(suffix[state], symbol[next]);
                queue[tail++] = next;
            }
        }
    }

    private int step(int from, char c) {
        int state = from;
        int next = next(state, c);
        while (next == START && state != START) {
            state = suffix[state];
            next = next(state, c);
        }
        return next;
    }

    /** Runs over a wording and reports each string at the index where it ends, exclusive. */
    void run(char[] chars, int length, Found found) {
        int state = START;
        for (int i = 0; i < length; i++) {
            state = step(state, chars[i]);
            for (int end = ending[state]; end != START; end = ending[suffix[end]]) {
                for (int string = word[end]; string >= 0; string = same[string]) {
                    found.at(string, i + 1);
                }
            }
        }
    }
}
