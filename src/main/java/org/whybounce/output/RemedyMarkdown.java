package org.whybounce.output;

import java.util.List;
import org.whybounce.model.Labels.Heading;
import org.whybounce.model.Remedy;

/** Remedies in Markdown (CommonMark). Nothing that a bounce said can become markup. Thread-safe. */
public final class RemedyMarkdown {

    private static final String SPECIAL = "\\*_[]<>&#|~!";

    private RemedyMarkdown() {}

    /**
     * A remedy in full.
     *
     * @param remedy the remedy
     * @return several lines
     */
    public static String full(Remedy remedy) {
        StringBuilder out = new StringBuilder();
        out.append("## ").append(remedy.code()).append(": ").append(prose(remedy.summary()));
        out.append("\n\n**")
                .append(prose(RemedyText.label(remedy, Heading.WHO_ACTS)))
                .append("** ")
                .append(prose(RemedyText.acts(remedy)))
                .append('\n');
        numbered(out, remedy.steps());
        for (Remedy.Guide guide : remedy.guides()) {
            out.append("\n### ").append(prose(guide.title())).append('\n');
            numbered(out, guide.steps());
        }
        if (!remedy.ifItFails().isEmpty()) {
            heading(out, remedy, Heading.IF_IT_FAILS);
            remedy.ifItFails().forEach(text -> item(out, "- ", text));
        }
        if (!remedy.links().isEmpty()) {
            heading(out, remedy, Heading.LINKS);
            remedy.links().forEach(link -> out.append("\n- <")
                    .append(link.replaceAll("[<>\\s]", ""))
                    .append(">"));
            out.append('\n');
        }
        return out.toString();
    }

    private static void heading(StringBuilder out, Remedy remedy, Heading heading) {
        out.append("\n### ").append(prose(remedy.labels().heading(heading))).append('\n');
    }

    private static void numbered(StringBuilder out, List<String> steps) {
        int number = 0;
        for (String step : steps) {
            number++;
            item(out, number + ". ", step);
        }
    }

    private static void item(StringBuilder out, String mark, String step) {
        String indent = " ".repeat(mark.length());
        String before = "\n" + mark;
        for (StepPart part : StepPart.of(step)) {
            String text = part.code() ? fenced(part.text()) : prose(part.text());
            out.append(before).append(text.replace("\n", "\n" + indent)).append('\n');
            before = "\n" + indent;
        }
    }

    /** A fence is longer than any run of backticks in what it holds, so that nothing ends it early. */
    private static String fenced(String code) {
        int longest = 2;
        int run = 0;
        for (int i = 0; i < code.length(); i++) {
            run = code.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return fence + "\n" + code + "\n" + fence;
    }

    /** Escapes what Markdown would read as markup, except in the catalogue's own {@code `code`}. */
    private static String prose(String text) {
        String[] pieces = Wrap.printable(text).split("`", -1);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pieces.length; i++) {
            boolean closed = i < pieces.length - 1;
            if (i % 2 == 1 && closed) {
                out.append('`').append(pieces[i]).append('`');
            } else {
                out.append(i % 2 == 1 ? "\\`" : "").append(escaped(pieces[i]));
            }
        }
        return out.toString();
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }
}
