package org.whybounce.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.whybounce.model.Evidence;
import org.whybounce.model.Verdict;

/** How often each rule decided. */
final class RuleHits {

    private final Map<String, Integer> counts = new TreeMap<>();

    void add(Verdict verdict) {
        Evidence evidence = verdict.evidence();
        String rule =
                evidence.rule() + evidence.origin().map(origin -> "  " + origin).orElse("");
        counts.merge(rule, 1, Integer::sum);
    }

    /** Prints a line for each rule that decided anything, the busiest first. */
    void print(PrintWriter err) {
        counts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue()))
                .forEach(entry -> err.println(String.format("%7d  %s", entry.getValue(), entry.getKey())));
        err.flush();
    }
}
