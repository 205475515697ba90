package org.whybounce.remedy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.model.Remedy;

/**
 * Fills the {@code {words-in-braces}} of a remedy. What stands in {@code [[double brackets]]} is left out where one of its
 * facts is not known; elsewhere there is a blank.
 */
final class Blanks {

    private static final Pattern BLANK = Pattern.compile("\\{([a-z]+(?:-[a-z]+)*)}");

    private static final Pattern OPTIONAL = Pattern.compile("\\[\\[([^\\[\\]]*)]]");

    private Blanks() {}

    /** Every word in braces, in order; some may name no fact. */
    static List<String> in(String text) {
        return text.indexOf('{') < 0
                ? List.of()
                : BLANK.matcher(text).results().map(found -> found.group(1)).toList();
    }

    static Remedy fill(Remedy remedy, Facts facts, Language language) {
        Map<Fact, String> values = new EnumMap<>(Fact.class);
        UnaryOperator<String> fill = text -> fill(
                withoutUnknown(text, facts),
                fact -> values.computeIfAbsent(fact, wanted -> language.value(facts, wanted)));
        List<Remedy.Guide> guides = new ArrayList<>();
        for (Remedy.Guide guide : remedy.guides()) {
            guides.add(new Remedy.Guide(
                    guide.title(), guide.steps().stream().map(fill).toList()));
        }
        return new Remedy(
                remedy.code(),
                remedy.audience(),
                remedy.retry(),
                remedy.summary(),
                remedy.steps().stream().map(fill).toList(),
                guides,
                remedy.ifItFails().stream().map(fill).toList(),
                links(remedy.links(), facts),
                language.labels());
    }

    private static String fill(String text, Function<Fact, String> values) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        Matcher blank = BLANK.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (blank.find()) {
            Optional<Fact> fact = Fact.of(blank.group(1));
            blank.appendReplacement(
                    filled, Matcher.quoteReplacement(fact.map(values).orElse(blank.group())));
        }
        return blank.appendTail(filled).toString();
    }

    private static String withoutUnknown(String text, Facts facts) {
        if (!text.contains("[[")) {
            return text;
        }
        return OPTIONAL.matcher(text)
                .replaceAll(part -> in(part.group(1)).stream()
                                .allMatch(word ->
                                        Fact.of(word).flatMap(facts::get).isPresent())
                        ? Matcher.quoteReplacement(part.group(1))
                        : "");
    }

    /** A link to a page that is not known is none. */
    private static List<String> links(List<String> links, Facts facts) {
        List<String> known = new ArrayList<>();
        for (String link : links) {
            Optional<String> page = in(link).stream()
                    .findFirst()
                    .flatMap(Fact::of)
                    .map(facts::get)
                    .orElse(Optional.of(link));
            page.filter(url -> !known.contains(url)).ifPresent(known::add);
        }
        return known;
    }
}
