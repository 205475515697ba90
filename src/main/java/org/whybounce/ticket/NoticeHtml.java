package org.whybounce.ticket;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.whybounce.model.Action;
import org.whybounce.model.Labels;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Phrase;
import org.whybounce.model.Recipient;
import org.whybounce.model.Remedy;
import org.whybounce.model.RemedyCode;
import org.whybounce.output.Explanation;
import org.whybounce.output.RemedyHtml;

/** A notice as HTML: the facts of its text, laid out. Whatever comes from the bounce stands in it as text alone. */
final class NoticeHtml {

    private final Function<RemedyCode, Optional<Remedy>> catalogue;
    private final Labels labels;
    private final StringBuilder out = new StringBuilder();
    private final Set<RemedyCode> told = new HashSet<>();

    private NoticeHtml(Function<RemedyCode, Optional<Remedy>> catalogue, Labels labels) {
        this.catalogue = catalogue;
        this.labels = labels;
    }

    static String of(String name, ParseResult result, Function<RemedyCode, Optional<Remedy>> catalogue, Labels labels) {
        return new NoticeHtml(catalogue, labels).page(name, result);
    }

    private String page(String name, ParseResult result) {
        out.append("<!DOCTYPE html>\n<html lang=\"")
                .append(text(labels.language().toLanguageTag()))
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(text(name))
                .append("</title></head>\n<body>\n");
        element("p", labels.say(Phrase.LABEL, name) + " " + Explanation.summary(result, labels));
        result.original()
                .flatMap(original -> Explanation.original(original, labels))
                .ifPresent(fact -> table(List.of(fact)));
        for (Recipient recipient : result.recipients()) {
            out.append("<hr>\n");
            table(Explanation.facts(recipient, labels));
            if (recipient.action() == Action.FAILED || recipient.action() == Action.DELAYED) {
                remedy(recipient.verdict().remedy());
                others(Explanation.others(recipient.verdict(), catalogue));
            }
        }
        return out.append("</body></html>\n").toString();
    }

    private void table(List<Explanation.Fact> facts) {
        out.append("<table>\n");
        for (Explanation.Fact fact : facts) {
            out.append("<tr><th align=\"left\" valign=\"top\">")
                    .append(text(fact.label()))
                    .append("</th><td>")
                    .append(text(fact.text()))
                    .append("</td></tr>\n");
        }
        out.append("</table>\n");
    }

    private void remedy(Remedy remedy) {
        if (told.add(remedy.code())) {
            out.append(RemedyHtml.section(remedy));
        } else {
            element("h3", remedy.code() + ": " + remedy.summary());
            element("p", labels.say(Phrase.SEE_ABOVE_ALONE));
        }
    }

    private void others(List<String> remedies) {
        if (!remedies.isEmpty()) {
            element("h4", labels.say(Phrase.OTHERS));
            out.append("<ul>\n");
            remedies.forEach(remedy -> element("li", remedy));
            out.append("</ul>\n");
        }
    }

    private void element(String name, String content) {
        out.append('<').append(name).append('>').append(text(content));
        out.append("</").append(name).append(">\n");
    }

    /** Breaks lines where the text does. */
    private static String text(String text) {
        return RemedyHtml.escaped(text).replace("\n", "<br>\n");
    }
}
