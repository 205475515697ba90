package org.whybounce.output;

import java.util.List;
import org.whybounce.model.Labels.Heading;
import org.whybounce.model.Remedy;

/**
 * Remedies in HTML, without script, style or anything fetched from elsewhere. Nothing that a bounce said can become
 * markup. Thread-safe.
 */
public final class RemedyHtml {

    private RemedyHtml() {}

    /**
     * A page of remedies.
     *
     * @param title what stands in the window's title
     * @param remedies the remedies; the language of the first is the page's
     * @return an HTML document
     */
    public static String page(String title, List<Remedy> remedies) {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n<html lang=\"");
        out.append(remedies.stream().findFirst().map(RemedyHtml::language).orElse("en"))
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title></head>\n<body>\n");
        remedies.forEach(remedy -> out.append(section(remedy)));
        return out.append("</body></html>\n").toString();
    }

    /**
     * A remedy in full, to stand in a page.
     *
     * @param remedy the remedy
     * @return a {@code section} element
     */
    public static String section(Remedy remedy) {
        StringBuilder out =
                new StringBuilder("<section lang=\"").append(language(remedy)).append("\">\n");
        element(out, "h3", remedy.code() + ": " + remedy.summary());
        out.append("<p><b>")
                .append(escaped(RemedyText.label(remedy, Heading.WHO_ACTS)))
                .append("</b> ")
                .append(escaped(RemedyText.acts(remedy)))
                .append("</p>\n");
        list(out, "ol", remedy.steps());
        for (Remedy.Guide guide : remedy.guides()) {
            element(out, "h4", guide.title());
            list(out, "ol", guide.steps());
        }
        if (!remedy.ifItFails().isEmpty()) {
            element(out, "h4", remedy.labels().heading(Heading.IF_IT_FAILS));
            list(out, "ul", remedy.ifItFails());
        }
        if (!remedy.links().isEmpty()) {
            element(out, "h4", remedy.labels().heading(Heading.LINKS));
            out.append("<ul>\n");
            remedy.links().forEach(link -> link(out, link));
            out.append("</ul>\n");
        }
        return out.append("</section>\n").toString();
    }

    private static String language(Remedy remedy) {
        return escaped(remedy.labels().language().toLanguageTag());
    }

    private static void link(StringBuilder out, String link) {
        // A site's own remedy may hold anything; only what a browser fetches becomes a link.
        boolean web = link.startsWith("https://") || link.startsWith("http://");
        out.append("<li>");
        out.append(web ? "<a href=\"" + escaped(link) + "\">" + escaped(link) + "</a>" : escaped(link));
        out.append("</li>\n");
    }

    private static void list(StringBuilder out, String element, List<String> steps) {
        out.append('<').append(element).append(">\n");
        for (String step : steps) {
            out.append("<li>");
            for (StepPart part : StepPart.of(step)) {
                out.append(part.code() ? "<pre>" + escaped(part.text()) + "</pre>" : prose(part.text()));
            }
            out.append("</li>\n");
        }
        out.append("</").append(element).append(">\n");
    }

    private static void element(StringBuilder out, String name, String content) {
        out.append('<').append(name).append('>').append(prose(content));
        out.append("</").append(name).append(">\n");
    }

    /** The catalogue marks a command or a setting with backticks. */
    private static String prose(String content) {
        return escaped(content).replaceAll("`([^`]*)`", "<code>$1</code>");
    }

    /**
     * A text as it stands between tags and in quoted attributes.
     *
     * @param content any text
     * @return it without markup; control characters are made visible
     */
    public static String escaped(String content) {
        return Wrap.printable(content)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
