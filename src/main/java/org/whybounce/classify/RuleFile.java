package org.whybounce.classify;

import java.util.ArrayList;
import java.util.List;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Permanence;
import org.whybounce.model.Reason;
import org.whybounce.model.RemedyCode;
import org.whybounce.model.Side;
import org.whybounce.text.DataFile;
import org.whybounce.text.DataFile.Field;
import org.whybounce.text.DataFile.Group;
import org.whybounce.text.PhraseMatcher;

/**
 * A file of classification rules. A rule is a group of fields:
 *
 * <ul>
 *   <li>{@code Rule:} its name, in lower case with hyphens; {@code Reason:} what it means. {@code Among:}, repeatable:
 *       another reason that its words leave open; the samples that a text resembles choose.
 *   <li>{@code Phrase:}, repeatable, any of which decides. Text and phrase are folded alike: lower case, no accents,
 *       plain quotes, hyphens between letters are blanks ({@code e-mail} is {@code email}), {@code can't} and
 *       {@code cannot} are {@code can not}; reply codes and enhanced codes at the start of lines are gone. A {@code *}
 *       between blanks spans at most 60 characters, a {@code ~} up to three words, a {@code *} at a word is the rest of that word, {@code #} is a
 *       number or the sign itself; {@code {a|b}} is either, {@code {recipient}} any word of that class
 *       ({@code words.data}); {@code <addr>}, {@code <host>}, {@code <ip>}, {@code <url>} and {@code <name>} (what
 *       else stands in angle brackets) are what was set aside.
 *   <li>{@code Token:}, repeatable, in the same syntax: a vendor's own sign, which outranks every phrase.
 *   <li>{@code Url:}, repeatable: one must occur in the URLs or host names of the text; a rule may have it alone.
 *   <li>{@code With:}, repeatable: one must occur as well. {@code Not:}, repeatable: none may occur.
 *   <li>{@code Status:} ({@code 5.7.26}, {@code x.7.1}), {@code Reply:} ({@code 550}, {@code 4xx}), {@code Host:}
 *       (suffixes of the answering host), {@code Command:} ({@code RCPT}): lists, divided by blanks or commas.
 *       {@code Side:} {@code OWN}, {@code REMOTE} or {@code UNKNOWN}.
 *   <li>{@code Remedy:}, repeatable, likeliest first; {@code Permanence:}, {@code Suppress:} ({@code yes},
 *       {@code no}), {@code Blocklist:} (a name of the catalogue), {@code Confidence:} (0 to 1), {@code Label:} (a word of
 *       the site's own for the case, which the verdict carries).
 *   <li>{@code Sample:} with its {@code Source:} after it, for each phrase one that the rule decides.
 * </ul>
 *
 * <p>Of several rules that match, users' rules win over ours, then the kind of evidence (token, phrase, status, reply),
 * then more conditions, then more literal characters, then the order of the files. Words whose {@code Confidence:} is
 * below 0.9 name a subject rather than a cause: they yield to all others, and among themselves to the surer. The samples
 * that a text resembles ({@link Resemblance}) may outweigh a rule of ours, but neither a user's, nor a {@code Token:}, nor
 * a sure rule that asks for a {@code Url:} or {@code Host:}.
 */
public final class RuleFile {

    private static final List<String> FIELDS = List.of(
            "Rule",
            "Reason",
            "Among",
            "Phrase",
            "Token",
            "Url",
            "With",
            "Not",
            "Status",
            "Reply",
            "Host",
            "Command",
            "Side",
            "Remedy",
            "Permanence",
            "Suppress",
            "Blocklist",
            "Confidence",
            "Sample",
            "Source",
            "Label");

    private final String name;
    private final List<Rule> rules;

    private RuleFile(String name, List<Rule> rules) {
        this.name = name;
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads a file of rules.
     *
     * @param name its name, for messages and evidence
     * @param text its content
     * @return the rules
     * @throws DataFileException at the first thing that is wrong
     */
    public static RuleFile parse(String name, String text) {
        List<Rule> rules = new ArrayList<>();
        for (Group group : DataFile.parse(name, text).groups()) {
            rules.add(rule(group));
        }
        return new RuleFile(name, rules);
    }

    /** {@return the file's name} */
    public String name() {
        return name;
    }

    /** {@return its rules in order} */
    public List<Rule> rules() {
        return rules;
    }

    private static Rule rule(Group group) {
        group.allowOnly(FIELDS);
        if (!group.type().equals("Rule")) {
            throw new DataFileException(group.file(), group.line(), "expected a group that begins with Rule:");
        }
        Field named = group.required("Rule");
        if (!named.folded().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw group.problem(named, "a rule's name is lower case with hyphens: \"" + named.folded() + "\"");
        }
        Rule rule = new Rule(
                named.folded(),
                group.file() + ":" + group.line(),
                group.constant(Reason.class, group.required("Reason")),
                group.all("Among").stream()
                        .map(field -> group.constant(Reason.class, field))
                        .toList(),
                phrases(group, "Token"),
                phrases(group, "Phrase"),
                phrases(group, "Url"),
                phrases(group, "With"),
                phrases(group, "Not"),
                codes(group, "Status", "[245x]\\.(\\d{1,3}|x)\\.(\\d{1,3}|x)"),
                codes(group, "Reply", "[2-6x][\\dx][\\dx]"),
                words(group, "Host"),
                words(group, "Command"),
                group.optional("Side").map(field -> group.constant(Side.class, field)),
                remedies(group),
                group.optional("Permanence").map(field -> group.constant(Permanence.class, field)),
                group.optional("Suppress").map(field -> yes(group, field)),
                group.optional("Blocklist").map(Field::folded),
                group.optional("Confidence").map(field -> fraction(group, field)),
                group.optional("Label").map(Field::folded),
                samples(group));
        boolean decides = !rule.tokens().isEmpty()
                || !rule.phrases().isEmpty()
                || !rule.urls().isEmpty()
                || !rule.statuses().isEmpty()
                || !rule.replies().isEmpty();
        if (!decides) {
            throw group.problem(named, "a rule needs a Phrase, Token, Url, Status or Reply");
        }
        return rule;
    }

    private static List<String> phrases(Group group, String name) {
        List<String> phrases = new ArrayList<>();
        for (Field field : group.all(name)) {
            try {
                String phrase = Resources.words().written(field.folded());
                PhraseMatcher.check(phrase);
                phrases.add(phrase);
            } catch (IllegalArgumentException e) {
                throw group.problem(field, e.getMessage());
            }
        }
        return List.copyOf(phrases);
    }

    private static List<String> words(Group group, String name) {
        List<String> words = new ArrayList<>();
        for (Field field : group.all(name)) {
            words.addAll(List.of(field.folded().split("[,\\s]+")));
        }
        return List.copyOf(words);
    }

    private static List<String> codes(Group group, String name, String form) {
        for (Field field : group.all(name)) {
            for (String code : field.folded().split("[,\\s]+")) {
                if (!code.matches(form)) {
                    throw group.problem(
                            field, "not a " + name.toLowerCase(java.util.Locale.ROOT) + ": \"" + code + "\"");
                }
            }
        }
        return words(group, name);
    }

    private static List<RemedyCode> remedies(Group group) {
        List<RemedyCode> codes = new ArrayList<>();
        for (Field field : group.all("Remedy")) {
            for (String code : field.folded().split("[,\\s]+")) {
                try {
                    codes.add(new RemedyCode(code));
                } catch (IllegalArgumentException e) {
                    throw group.problem(field, e.getMessage());
                }
            }
        }
        return List.copyOf(codes);
    }

    private static Boolean yes(Group group, Field field) {
        return switch (field.folded()) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw group.problem(field, "expected yes or no, found \"" + field.folded() + "\"");
        };
    }

    private static Double fraction(Group group, Field field) {
        if (!field.folded().matches("[01]|0\\.\\d+|1\\.0+")) {
            throw group.problem(field, "expected a number from 0 to 1, found \"" + field.folded() + "\"");
        }
        return Double.valueOf(field.folded());
    }

    /** Samples, each with the source that follows it; several samples may share one. */
    private static List<Rule.Sample> samples(Group group) {
        List<Rule.Sample> samples = new ArrayList<>();
        List<Field> open = new ArrayList<>();
        for (Field field : group.fields()) {
            if (field.name().equals("Sample")) {
                open.add(field);
            } else if (field.name().equals("Source")) {
                if (open.isEmpty()) {
                    throw group.problem(field, "a Source, but no Sample before it");
                }
                for (Field sample : open) {
                    samples.add(new Rule.Sample(sample.value(), field.folded(), group.file() + ":" + sample.line()));
                }
                open.clear();
            }
        }
        for (Field sample : open) {
            samples.add(new Rule.Sample(sample.value(), "", group.file() + ":" + sample.line()));
        }
        return samples;
    }
}
