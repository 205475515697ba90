package org.whybounce.remedy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whybounce.model.Audience;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Labels;
import org.whybounce.model.Phrase;
import org.whybounce.model.Reason;
import org.whybounce.model.Retry;
import org.whybounce.text.DataFile;

/**
 * The words of one language that are not part of a remedy. A file {@code labels.data} holds one group: a field for each
 * {@link Audience}, {@link Retry}, {@link Labels.Heading} and {@link Phrase}, and for each {@link Fact} the name of its
 * blank. A file {@code reasons.data} holds a group {@code Reason}, {@code Is} for each {@link Reason}. The English
 * phrases and sentences are those of the enums.
 *
 * @param labels what stands around a remedy
 * @param blanks what stands in place of a fact that the bounce does not tell
 */
record Language(Labels labels, Map<Fact, String> blanks) {

    /** Reads the files of a folder of the library. */
    static Language in(String folder) {
        DataFile labels = Resources.file(folder + "labels.data");
        return folder.isEmpty()
                ? read(labels, Map.of())
                : read(labels, meanings(Resources.file(folder + "reasons.data")));
    }

    static Language read(DataFile file, Map<Reason, String> meanings) {
        DataFile.Group group = file.groups().get(0);
        List<String> known = new ArrayList<>(List.of("Labels"));
        Map<Audience, String> audiences = words(group, known, Audience.class, "");
        Map<Retry, String> retries = words(group, known, Retry.class, "");
        Map<Labels.Heading, String> headings = words(group, known, Labels.Heading.class, "");
        Map<Fact, String> blanks = words(group, known, Fact.class, "Blank-");
        Locale locale = Locale.forLanguageTag(group.required("Labels").folded());
        // English has its phrases in the enum, as it has what the reasons mean.
        Map<Phrase, String> phrases = locale.equals(Locale.ENGLISH) ? Map.of() : words(group, known, Phrase.class, "");
        group.allowOnly(known);
        phrases.forEach((phrase, words) -> check(group, phrase, words));
        return new Language(new Labels(locale, audiences, retries, headings, phrases, meanings), blanks);
    }

    /** What the reasons mean: every one, in one sentence. */
    static Map<Reason, String> meanings(DataFile file) {
        Map<Reason, String> meanings = new EnumMap<>(Reason.class);
        for (DataFile.Group group : file.groups()) {
            group.allowOnly(List.of("Reason", "Is"));
            DataFile.Field name = group.required("Reason");
            Reason reason = group.constant(Reason.class, name);
            if (meanings.put(reason, words(group, "Is")) != null) {
                throw group.problem(name, reason + " stands twice in this file");
            }
        }
        for (Reason reason : Reason.values()) {
            if (!meanings.containsKey(reason)) {
                throw new DataFileException(file.name(), 1, "no sentence for " + reason);
            }
        }
        return meanings;
    }

    private static <E extends Enum<E>> Map<E, String> words(
            DataFile.Group group, List<String> known, Class<E> type, String before) {
        Map<E, String> words = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            String name = before + fieldName(constant.name());
            words.put(constant, words(group, name));
            known.add(name);
        }
        return words;
    }

    private static String words(DataFile.Group group, String name) {
        DataFile.Field field = group.required(name);
        if (field.folded().isEmpty()) {
            throw group.problem(field, name + " says nothing");
        }
        return field.folded();
    }

    /** A value that is left out or asked for in vain would be seen by a customer only. */
    private static void check(DataFile.Group group, Phrase phrase, String words) {
        DataFile.Field field = group.required(fieldName(phrase.name()));
        List<String> found = Phrase.placeholdersIn(words);
        for (String word : found) {
            if (!phrase.placeholders().contains(word)) {
                throw group.problem(field, field.name() + " has nothing called {" + word + "}");
            }
        }
        for (String word : phrase.placeholders()) {
            if (!found.contains(word)) {
                throw group.problem(field, field.name() + " needs {" + word + "}");
            }
        }
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
