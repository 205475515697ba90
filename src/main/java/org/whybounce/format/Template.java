package org.whybounce.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Action;
import org.whybounce.text.DataFile;

/**
 * One text-only format as its template describes it: how it is recognised, where its recipients stand, where the reason
 * stands, where the report ends. The fields are explained at the head of {@code servers.templates}.
 */
record Template(
        String format,
        List<Condition> conditions,
        List<LinePattern> starts,
        List<LinePattern> also,
        List<LinePattern> unless,
        List<LinePattern> after,
        List<LinePattern> recipients,
        List<LinePattern> reasonAfter,
        List<LinePattern> facts,
        List<LinePattern> skip,
        List<LinePattern> ends,
        List<LinePattern> delayed,
        Span span,
        Action action,
        boolean mailProgram,
        List<String> samples) {

    /** The pieces of a line that a template may keep. */
    static final List<String> HOLES = List.of(
            LinePattern.ADDRESS, "original", LinePattern.REASON, "remote-mta", "reporting-mta", "status", "command");

    /** Those of them that are facts about a recipient. */
    static final List<String> FACTS = List.of("original", "remote-mta", "status", "command");

    private static final List<String> FIELDS = List.of(
            "Format",
            "From",
            "Subject",
            "Header",
            "Starts",
            "Also",
            "Unless",
            "After",
            "Recipient",
            "Reason",
            "Reason-After",
            "Fact",
            "Skip",
            "Ends",
            "Delayed",
            "Action",
            "Written-By",
            "Source",
            "Sample");

    /** How far the words of a reason reach. */
    enum Span {
        /** From what follows the address to the next blank line. */
        PARAGRAPH,
        /** The line of the address itself, as it stands, to the next blank line. */
        LINE,
        /** The same, and where it holds no reply, the line that does. */
        REPLY,
        /** Everything up to the next recipient or the end. */
        ALL
    }

    /** Who wrote such reports. */
    private enum Writer {
        MAIL_SERVER,
        MAIL_PROGRAM
    }

    /** A header field that must begin in one of several ways. */
    record Condition(String header, List<LinePattern> patterns) {

        boolean holds(BounceMessage message) {
            Line line = Line.of(message.header(header).orElse(""));
            return patterns.stream().anyMatch(pattern -> pattern.match(line).isPresent());
        }
    }

    /**
     * Reads one group of a template file.
     *
     * @param group the group
     * @return the template
     * @throws org.whybounce.model.DataFileException where a field is unknown, absent or cannot be used
     */
    static Template of(DataFile.Group group) {
        if (!group.type().equals("Format")) {
            throw group.problem(group.fields().get(0), "a template begins with Format, not " + group.type());
        }
        group.allowOnly(FIELDS);
        List<String> samples =
                group.all("Sample").stream().map(DataFile.Field::folded).toList();
        List<LinePattern> starts = required(group, "Starts");
        return new Template(
                group.required("Format").folded().toLowerCase(Locale.ROOT),
                conditions(group),
                starts,
                patterns(group, "Also"),
                patterns(group, "Unless"),
                patterns(group, "After"),
                recipients(group),
                patterns(group, "Reason-After"),
                patterns(group, "Fact"),
                patterns(group, "Skip"),
                patterns(group, "Ends"),
                patterns(group, "Delayed"),
                group.optional("Reason").map(f -> group.constant(Span.class, f)).orElse(Span.PARAGRAPH),
                group.optional("Action")
                        .map(f -> group.constant(Action.class, f))
                        .orElse(Action.FAILED),
                group.optional("Written-By")
                        .map(f -> group.constant(Writer.class, f) == Writer.MAIL_PROGRAM)
                        .orElse(false),
                samples);
    }

    /** {@code labelled}, {@code line} and {@code angle} are short for the three patterns that nearly all formats use. */
    private static List<LinePattern> recipients(DataFile.Group group) {
        group.all("Recipient").stream().findFirst().orElseGet(() -> group.required("Recipient"));
        List<LinePattern> patterns = new ArrayList<>();
        for (DataFile.Field field : group.all("Recipient")) {
            switch (field.folded()) {
                case "line" -> patterns.add(compile(group, field, "{address}"));
                case "angle" -> patterns.add(compile(group, field, "<{address}>:{reason}"));
                case "labelled" -> {
                    for (DataFile.Field start : group.all("Starts")) {
                        patterns.add(compile(
                                group,
                                start,
                                start.folded().contains("{address}") ? start.folded() : start.folded() + " {address}"));
                    }
                }
                default -> {
                    LinePattern pattern = compile(group, field, field.folded());
                    if (!pattern.has(LinePattern.ADDRESS)) {
                        throw group.problem(
                                field,
                                "expected labelled, line, angle or a pattern with {address}, found \"" + pattern
                                        + "\"");
                    }
                    patterns.add(pattern);
                }
            }
        }
        return List.copyOf(patterns);
    }

    private static List<Condition> conditions(DataFile.Group group) {
        List<Condition> conditions = new ArrayList<>();
        for (String header : List.of("From", "Subject")) {
            if (!group.all(header).isEmpty()) {
                conditions.add(new Condition(header, patterns(group, header)));
            }
        }
        for (DataFile.Field field : group.all("Header")) {
            int colon = field.folded().indexOf(':');
            if (colon < 1) {
                throw group.problem(field, "expected \"Header: Name: pattern\", found \"" + field.folded() + "\"");
            }
            String value = field.folded().substring(colon + 1).strip();
            conditions.add(
                    new Condition(field.folded().substring(0, colon).strip(), List.of(compile(group, field, value))));
        }
        return List.copyOf(conditions);
    }

    private static List<LinePattern> required(DataFile.Group group, String name) {
        List<LinePattern> patterns = patterns(group, name);
        if (patterns.isEmpty()) {
            group.required(name);
        }
        if (patterns.stream().noneMatch(LinePattern::hasWords)) {
            throw group.problem(group.all(name).get(0), name + " needs words to recognise the format by");
        }
        return patterns;
    }

    private static List<LinePattern> patterns(DataFile.Group group, String name) {
        return group.all(name).stream()
                .map(field -> compile(group, field, field.folded()))
                .toList();
    }

    private static LinePattern compile(DataFile.Group group, DataFile.Field field, String pattern) {
        try {
            return LinePattern.of(pattern, HOLES);
        } catch (IllegalArgumentException problem) {
            throw group.problem(field, Optional.ofNullable(problem.getMessage()).orElse("not a pattern"));
        }
    }

    /** {@return whether the header of the message allows this format} */
    boolean allows(BounceMessage message) {
        return conditions.stream().allMatch(condition -> condition.holds(message));
    }

    /** {@return whether the lines of the report, from one of {@code Starts} on, are those of this format} */
    boolean fits(List<Line> lines) {
        return also.stream().allMatch(pattern -> anyMatches(pattern, lines))
                && unless.stream().noneMatch(pattern -> anyMatches(pattern, lines));
    }

    private static boolean anyMatches(LinePattern pattern, List<Line> lines) {
        return lines.stream().anyMatch(line -> pattern.match(line).isPresent());
    }
}
