package org.whybounce.output;

import java.util.List;
import org.whybounce.model.Labels.Heading;
import org.whybounce.model.Phrase;
import org.whybounce.model.Remedy;

/** Remedies as text for a terminal. Thread-safe. */
public final class RemedyText {

    private RemedyText() {}

    /**
     * A remedy in full.
     *
     * @param remedy the remedy
     * @return several lines
     */
    public static String full(Remedy remedy) {
        StringBuilder out = new StringBuilder(heading(remedy));
        for (Remedy.Guide guide : remedy.guides()) {
            out.append("\n  ").append(guide.title()).append('\n');
            out.append(numbered(guide.steps(), "    "));
        }
        return out.append(ending(remedy)).toString();
    }

    /**
     * A remedy without its guides for single programs, which are only named.
     *
     * @param remedy the remedy
     * @return several lines
     */
    public static String brief(Remedy remedy) {
        StringBuilder out = new StringBuilder(heading(remedy));
        if (!remedy.guides().isEmpty()) {
            String titles = String.join(
                    "; ", remedy.guides().stream().map(Remedy.Guide::title).toList());
            out.append('\n')
                    .append(Wrap.hanging("  " + label(remedy, Heading.GUIDES) + " ", titles))
                    .append("  (whybounce remedies ")
                    .append(remedy.code())
                    .append(")\n");
        }
        return out.append(ending(remedy)).toString();
    }

    /**
     * Who must act, in a few words of the remedy's language.
     *
     * @param remedy the remedy
     * @return such as {@code the sender's mail administrator or provider}
     */
    public static String who(Remedy remedy) {
        return remedy.labels().who(remedy.audience());
    }

    /**
     * Whether sending again helps, in a few words of the remedy's language.
     *
     * @param remedy the remedy
     * @return such as {@code send again after that}
     */
    public static String again(Remedy remedy) {
        return remedy.labels().again(remedy.retry());
    }

    /**
     * Who must act, and whether sending again helps.
     *
     * @param remedy the remedy
     * @return such as {@code the sender; send again after that}
     */
    public static String acts(Remedy remedy) {
        return remedy.labels().say(Phrase.ACTS, who(remedy), again(remedy));
    }

    /**
     * A heading as it stands before what it names, in the same line.
     *
     * @param remedy the remedy
     * @param heading the heading
     * @return such as {@code Who acts:}
     */
    public static String label(Remedy remedy, Heading heading) {
        return remedy.labels().say(Phrase.LABEL, remedy.labels().heading(heading));
    }

    private static String heading(Remedy remedy) {
        return Wrap.hanging(remedy.code() + ": ", remedy.summary()) + numbered(remedy.steps(), "  ");
    }

    private static String ending(Remedy remedy) {
        StringBuilder out = new StringBuilder();
        if (!remedy.ifItFails().isEmpty()) {
            out.append("\n  " + remedy.labels().heading(Heading.IF_IT_FAILS) + "\n");
            remedy.ifItFails().forEach(text -> out.append(Wrap.hanging("  - ", text)));
        }
        if (!remedy.links().isEmpty()) {
            out.append("\n  " + remedy.labels().heading(Heading.LINKS) + "\n");
            remedy.links().forEach(link -> out.append("  ").append(link).append('\n'));
        }
        return out.toString();
    }

    private static String numbered(List<String> steps, String indent) {
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (String step : steps) {
            number++;
            out.append(Wrap.hanging(indent + number + ". ", step));
        }
        return out.toString();
    }
}
