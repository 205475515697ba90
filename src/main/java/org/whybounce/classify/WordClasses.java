package org.whybounce.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.whybounce.model.DataFileException;
import org.whybounce.text.DataFile;
import org.whybounce.text.DataFile.Field;
import org.whybounce.text.DataFile.Group;

/**
 * Words that mean the same where a rejection uses them: {@code {recipient}} in a phrase is any of <i>user, mailbox,
 * account …</i>. A group: {@code Words:} (the name), {@code Is:} (repeatable, one of them).
 */
final class WordClasses {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+(?:-[a-z]+)*)}");

    private final Map<String, String> classes;

    private WordClasses(Map<String, String> classes) {
        this.classes = Map.copyOf(classes);
    }

    /**
     * Reads the classes.
     *
     * @param name the file's name, for messages
     * @param text its content
     * @return the classes
     * @throws DataFileException at the first thing that is wrong
     */
    static WordClasses parse(String name, String text) {
        Map<String, String> classes = new HashMap<>();
        for (Group group : DataFile.parse(name, text).groups()) {
            group.allowOnly(List.of("Words", "Is"));
            Field named = group.required("Words");
            String words = group.all("Is").stream().map(Field::folded).collect(Collectors.joining("|"));
            if (!NAME.matcher("{" + named.folded() + "}").matches() || words.isEmpty()) {
                throw group.problem(named, "expected a name in lower case, and what it Is");
            }
            if (classes.put(named.folded(), words) != null) {
                throw group.problem(named, "the words " + named.folded() + " stand twice");
            }
        }
        return new WordClasses(classes);
    }

    /**
     * Puts the words of each class in the place of its name; within braces they join the choices that stand there.
     *
     * @throws IllegalArgumentException where a class is unknown
     */
    String written(String phrase) {
        return NAME.matcher(phrase).replaceAll(match -> {
            String words = classes.get(match.group(1));
            if (words == null) {
                throw new IllegalArgumentException("no such words: " + match.group());
            }
            boolean within = phrase.lastIndexOf('{', match.start() - 1) > phrase.lastIndexOf('}', match.start() - 1);
            return Matcher.quoteReplacement(within ? words : "{" + words + "}");
        });
    }
}
