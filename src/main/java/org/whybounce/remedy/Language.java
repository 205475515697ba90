package org.whybounce.remedy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whybounce.model.Audience;
import org.whybounce.model.Labels;
import org.whybounce.model.Retry;
import org.whybounce.text.DataFile;

/**
 * The words of one language that are not part of a remedy. A file {@code labels.data} holds one group: a field for each
 * {@link Audience}, {@link Retry} and {@link Labels.Heading}, and for each {@link Fact} the name of its blank.
 *
 * @param labels what stands around a remedy
 * @param blanks what stands in place of a fact that the bounce does not tell
 */
record Language(Labels labels, Map<Fact, String> blanks) {

    static Language read(DataFile file) {
        DataFile.Group group = file.groups().get(0);
        List<String> known = new ArrayList<>(List.of("Labels"));
        Map<Audience, String> audiences = words(group, known, Audience.class, "");
        Map<Retry, String> retries = words(group, known, Retry.class, "");
        Map<Labels.Heading, String> headings = words(group, known, Labels.Heading.class, "");
        Map<Fact, String> blanks = words(group, known, Fact.class, "Blank-");
        group.allowOnly(known);
        Locale locale = Locale.forLanguageTag(group.required("Labels").folded());
        return new Language(new Labels(locale, audiences, retries, headings), blanks);
    }

    private static <E extends Enum<E>> Map<E, String> words(
            DataFile.Group group, List<String> known, Class<E> type, String before) {
        Map<E, String> words = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            String name = before + fieldName(constant.name());
            words.put(constant, group.required(name).folded());
            known.add(name);
        }
        return words;
    }

    /** SENDER_ADMIN is the field Sender-Admin. */
    private static String fieldName(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.split("_")) {
            name.append(name.length() == 0 ? "" : "-")
                    .append(word.charAt(0))
                    .append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    /** The value of a fact, or a blank to be filled in by hand. */
    String value(Facts facts, Fact fact) {
        Optional<String> known = facts.get(fact);
        return known.orElseGet(() -> "<" + blanks.get(fact) + ">");
    }
}
