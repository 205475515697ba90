package org.whybounce.output;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of lines of a step: prose, or what is to be copied as it stands.
 *
 * @param code whether it is settings, code or a letter
 * @param text its lines; code without the indent that marks it
 */
record StepPart(boolean code, String text) {

    static List<StepPart> of(String step) {
        List<StepPart> parts = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        boolean code = false;
        for (String line : Wrap.printable(step).split("\n", -1)) {
            if (line.startsWith(" ") != code) {
                close(parts, code, lines);
                code = !code;
            }
            lines.add(line);
        }
        close(parts, code, lines);
        return parts;
    }

    private static void close(List<StepPart> parts, boolean code, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        int indent = lines.stream()
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        parts.add(new StepPart(
                code,
                String.join(
                        "\n", lines.stream().map(line -> line.substring(indent)).toList())));
        lines.clear();
    }
}
