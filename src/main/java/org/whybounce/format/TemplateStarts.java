package org.whybounce.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where templates begin in a text: all of them are sought in one pass over its lines. */
final class TemplateStarts {

    /** In place of a line, where a template does not begin. */
    static final int NOWHERE = -1;

    private final int size;
    private final Map<Character, List<Start>> byFirst = new HashMap<>();
    private final List<Start> anyFirst = new ArrayList<>();

    private record Start(int template, LinePattern pattern) {}

    TemplateStarts(List<Template> templates) {
        this.size = templates.size();
        for (int i = 0; i < size; i++) {
            for (LinePattern pattern : templates.get(i).starts()) {
                char first = pattern.first();
                (first == 0 ? anyFirst : byFirst.computeIfAbsent(first, c -> new ArrayList<>()))
                        .add(new Start(i, pattern));
            }
        }
    }

    /** {@return for each template, the first line at which it begins, or {@link #NOWHERE}} */
    int[] in(List<Line> lines) {
        int[] starts = new int[size];
        Arrays.fill(starts, NOWHERE);
        BitSet seen = new BitSet();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            mark(starts, seen, i, line, byFirst.getOrDefault(line.folded().charAt(0), List.of()));
            mark(starts, seen, i, line, anyFirst);
        }
        return starts;
    }

    private static void mark(int[] starts, BitSet seen, int index, Line line, List<Start> candidates) {
        for (Start start : candidates) {
            if (!seen.get(start.template()) && start.pattern().match(line).isPresent()) {
                seen.set(start.template());
                starts[start.template()] = index;
            }
        }
    }
}
