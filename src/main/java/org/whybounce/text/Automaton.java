package org.whybounce.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Finds all occurrences of many strings in one pass (Aho and Corasick), each step one look into a dense table over
 * symbol classes. ASCII characters are a symbol each; any other character is four symbols of four bits, so that the
 * table stays narrow whatever the script.
 */
final class Automaton {

    /** Receives what was found. */
    interface Found {
        void at(int word, int end);
    }

    private static final int NONE = 0;
    private static final int LEAD = 1;
    private static final int FOLLOW = LEAD + 16;
    private static final int FIRST = FOLLOW + 16;

    private final byte[] classes = new byte[128];
    private final int width;
    private final int[] table;
    private final int[] output;
    private final int[][] words;

    Automaton(List<String> strings) {
        int count = FIRST;
        for (String string : strings) {
            for (int i = 0; i < string.length(); i++) {
                char c = string.charAt(i);
                if (c < 128 && classes[c] == NONE) {
                    classes[c] = (byte) count++;
                }
            }
        }
        width = count;
        Trie trie = new Trie(strings.stream().mapToInt(s -> 4 * s.length()).sum());
        int[] ends = new int[strings.size()];
        for (int word = 0; word < ends.length; word++) {
            ends[word] = trie.add(symbols(strings.get(word)));
        }
        // The table is by far the largest thing here: it is made once and in its final size.
        table = trie.table(width);
        output = new int[trie.states];
        List<List<Integer>> endsAt = new ArrayList<>(Collections.nCopies(trie.states, List.of()));
        for (int word = 0; word < ends.length; word++) {
            List<Integer> here = endsAt.get(ends[word]);
            endsAt.set(ends[word], here.isEmpty() ? new ArrayList<>() : here);
            endsAt.get(ends[word]).add(word);
        }
        words = close(endsAt, trie.states);
    }

    /** The strings as a tree, each state with its children as a chain. */
    private static final class Trie {
        private final int[] symbol;
        private final int[] child;
        private final int[] sibling;
        private int states = 1;

        Trie(int longest) {
            symbol = new int[longest + 1];
            child = new int[longest + 1];
            sibling = new int[longest + 1];
        }

        int add(int[] symbols) {
            int state = 0;
            for (int wanted : symbols) {
                int next = child[state];
                while (next != 0 && symbol[next] != wanted) {
                    next = sibling[next];
                }
                if (next == 0) {
                    next = states++;
                    symbol[next] = wanted;
                    sibling[next] = child[state];
                    child[state] = next;
                }
                state = next;
            }
            return state;
        }

        int[] table(int width) {
            int[] table = new int[Math.multiplyExact(states, width)];
            for (int state = 0; state < states; state++) {
                for (int next = child[state]; next != 0; next = sibling[next]) {
                    table[state * width + symbol[next]] = next;
                }
            }
            return table;
        }
    }

    /** Turns the trie into an automaton: breadth first, each missing step is that of the longest proper suffix. */
    private int[][] close(List<List<Integer>> ends, int states) {
        int[] suffix = new int[states];
        int[] queue = new int[states];
        int head = 0;
        int tail = 0;
        for (int symbol = 0; symbol < width; symbol++) {
            int next = table[symbol];
            if (next != 0) {
                queue[tail++] = next;
            }
        }
        List<int[]> lists = new ArrayList<>();
        lists.add(new int[0]);
        while (head < tail) {
            int state = queue[head++];
            int[] inherited = lists.get(output[suffix[state]]);
            List<Integer> own = ends.get(state);
            if (own.isEmpty()) {
                output[state] = output[suffix[state]];
            } else {
                int[] all = Arrays.copyOf(inherited, inherited.length + own.size());
                for (int i = 0; i < own.size(); i++) {
                    all[inherited.length + i] = own.get(i);
                }
                output[state] = lists.size();
                lists.add(all);
            }
            for (int symbol = 0; symbol < width; symbol++) {
                int next = table[state * width + symbol];
                int fallback = table[suffix[state] * width + symbol];
                if (next == 0) {
                    table[state * width + symbol] = fallback;
                } else {
                    suffix[next] = fallback;
                    queue[tail++] = next;
                }
            }
        }
        return lists.toArray(new int[0][]);
    }

    private int[] symbols(String string) {
        int[] symbols = new int[4 * string.length()];
        int count = 0;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < 128) {
                symbols[count++] = classes[c];
            } else {
                symbols[count++] = LEAD + (c >> 12);
                for (int shift = 8; shift >= 0; shift -= 4) {
                    symbols[count++] = FOLLOW + (c >> shift & 15);
                }
            }
        }
        return Arrays.copyOf(symbols, count);
    }

    /** Runs over a wording and reports each string at the index where it ends, exclusive. */
    void run(char[] chars, int length, Found found) {
        int state = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c < 128) {
                state = table[state * width + classes[c]];
            } else {
                state = table[state * width + LEAD + (c >> 12)];
                state = table[state * width + FOLLOW + (c >> 8 & 15)];
                state = table[state * width + FOLLOW + (c >> 4 & 15)];
                state = table[state * width + FOLLOW + (c & 15)];
            }
            int list = output[state];
            if (list != 0) {
                for (int word : words[list]) {
                    found.at(word, i + 1);
                }
            }
        }
    }
}
