package org.whybounce.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.whybounce.BounceParser;
import org.whybounce.model.Remedy;

class RemedyRenderingsTest {

    private static final String EVIL =
            "554 5.7.1 spam <script>alert(1)</script> ``` # x\n```\n<img src=x> [a](javascript:b) \u001b[31m\u202e";

    private static Remedy evil() {
        return BounceParser.builder()
                .build()
                .classify("550 This message was classified as SPAM and may not be delivered. " + EVIL)
                .remedy();
    }

    private static Remedy every() {
        return BounceParser.standard()
                .remedy(new org.whybounce.model.RemedyCode("AUTH-ENABLE-SMTP-AUTH"))
                .orElseThrow();
    }

    @Test
    void everyRenderingHoldsAllParts() {
        Document html = Jsoup.parse(RemedyHtml.page("t", java.util.List.of(every())));
        assertThat(html.select("h4")).hasSize(every().guides().size() + 2);
        assertThat(html.select("section > ol").first().children())
                .hasSize(every().steps().size());
        assertThat(html.select("pre").text()).contains("p.put(\"mail.smtp.auth\", \"true\");");
        assertThat(html.select("a[href^=https]")).hasSize(every().links().size());

        String markdown = RemedyMarkdown.full(every());
        assertThat(markdown.lines().filter(line -> line.startsWith("### ")))
                .hasSize(every().guides().size() + 2);
        assertThat(markdown)
                .contains("\n   p.put(\"mail.smtp.auth\", \"true\");\n", "\n- <https://", "**Who acts:** the sender");

        assertThat(JsonParser.parseString(Json.pretty(every()))
                        .getAsJsonObject()
                        .getAsJsonArray("steps"))
                .hasSize(every().steps().size());
    }

    @Test
    void theWordsOfABounceAreNoMarkup() {
        Document html = Jsoup.parse(RemedyHtml.page("<b>", java.util.List.of(evil())));
        assertThat(html.select("script, img, b b, a[href^=javascript]")).isEmpty();
        assertThat(html.select("pre").text()).contains("<script>alert(1)</script>");
        assertThat(html.outerHtml()).doesNotContain("\u001b", "\u202e");

        // The reply stands on one line within a fence that is longer than the backticks in it.
        assertThat(RemedyMarkdown.full(evil()).lines().filter(line -> line.contains("<script>")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("   "));
        assertThat(RemedyMarkdown.full(evil())).contains("   ````\n").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void blanksAreShownInEveryRendering() {
        Remedy remedy = BounceParser.standard()
                .remedy(new org.whybounce.model.RemedyCode("RDNS-SET-PTR"))
                .orElseThrow();
        assertThat(Jsoup.parse(RemedyHtml.section(remedy)).text())
                .contains("dig +short -x <your mail server's IP address>");
        assertThat(RemedyMarkdown.full(remedy)).contains("   dig +short -x <your mail server's IP address>\n");
    }
}
