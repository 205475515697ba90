package org.whybounce.remedy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whybounce.model.Audience;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Labels;
import org.whybounce.model.Reason;
import org.whybounce.model.Remedy;
import org.whybounce.model.RemedyCode;
import org.whybounce.model.Retry;
import org.whybounce.text.DataFile;

/**
 * One file of the catalogue. Its groups are remedies and choices:
 *
 * <pre>
 * Remedy: HELO-SET-FQDN                     Reason: HELO_NOT_FQDN
 * Audience: sender-admin                    Remedy: HELO-SET-FQDN
 * Retry: after-fix                          Also: AUTH-ENABLE-SMTP-AUTH
 * Summary: Announce the server's full name.
 * Step: Find which host sent the mail.
 * Guide: Postfix
 * Step: In main.cf, set
 *    smtp_helo_name = mail.example.org
 *  and reload.
 * </pre>
 *
 * A step after a {@code Guide} belongs to that guide. Lines of a step that are indented further than by the one blank
 * are settings or code and keep their line; all others are prose and flow. {@code {ip}}, {@code {helo}} and the like
 * stand for the {@link Fact}s of the bounce, and {@code [[words around {ip}]]} are left out where it is not known.
 *
 * @param remedies what the file says can be done
 * @param cures what the file recommends for a reason
 */
record RemedyFile(Map<RemedyCode, Remedy> remedies, Map<Reason, RemedyFile.Cures> cures) {

    private static final List<String> REMEDY_FIELDS =
            List.of("Remedy", "Audience", "Retry", "Summary", "Step", "Guide", "If-It-Fails", "Link");
    private static final Set<Character.UnicodeBlock> KANA_AND_MARKS = Set.of(
            Character.UnicodeBlock.HIRAGANA,
            Character.UnicodeBlock.KATAKANA,
            Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS);
    private static final List<String> REASON_FIELDS = List.of("Reason", "Remedy", "Also");

    /**
     * What helps for a reason.
     *
     * @param group where the file says so
     * @param first the likeliest
     * @param also further codes in order
     */
    record Cures(DataFile.Group group, RemedyCode first, List<RemedyCode> also) {

        void check(Set<RemedyCode> known) {
            for (DataFile.Field field : group.fields()) {
                if (!field.name().equals("Reason") && !known.contains(code(group, field))) {
                    throw group.problem(field, "there is no remedy " + field.folded());
                }
            }
        }
    }

    static RemedyFile read(DataFile file, Labels labels) {
        Map<RemedyCode, Remedy> remedies = new LinkedHashMap<>();
        Map<Reason, Cures> cures = new EnumMap<>(Reason.class);
        for (DataFile.Group group : file.groups()) {
            boolean twice;
            switch (group.type()) {
                case "Remedy" -> {
                    Remedy remedy = remedy(group, labels);
                    twice = remedies.putIfAbsent(remedy.code(), remedy) != null;
                }
                case "Reason" -> {
                    group.allowOnly(REASON_FIELDS);
                    Reason reason = group.constant(Reason.class, group.required("Reason"));
                    twice = cures.putIfAbsent(reason, cures(group)) != null;
                }
                default ->
                    throw group.problem(
                            group.fields().get(0), "a group begins with Remedy or Reason, not " + group.type());
            }
            if (twice) {
                DataFile.Field first = group.fields().get(0);
                throw group.problem(first, first.folded() + " stands twice in this file");
            }
        }
        return new RemedyFile(remedies, cures);
    }

    private static Cures cures(DataFile.Group group) {
        RemedyCode first = code(group, group.required("Remedy"));
        List<RemedyCode> also = group.all("Also").stream()
                .map(field -> code(group, field))
                .distinct()
                .toList();
        if (also.contains(first)) {
            throw new DataFileException(group.file(), group.line(), first + " stands as Remedy and as Also");
        }
        return new Cures(group, first, also);
    }

    private static Remedy remedy(DataFile.Group group, Labels labels) {
        group.allowOnly(REMEDY_FIELDS);
        Steps steps = Steps.of(group);
        return new Remedy(
                code(group, group.required("Remedy")),
                group.constant(Audience.class, group.required("Audience")),
                group.constant(Retry.class, group.required("Retry")),
                group.required("Summary").folded(),
                steps.steps(),
                steps.guides(),
                steps.ifItFails(),
                group.all("Link").stream().map(DataFile.Field::folded).toList(),
                labels);
    }

    /**
     * What a group tells people to do, in any language.
     *
     * @param steps the steps; at least one
     * @param guides the same for single programs
     * @param ifItFails what to do when the steps did not help
     */
    record Steps(List<String> steps, List<Remedy.Guide> guides, List<String> ifItFails) {

        static Steps of(DataFile.Group group) {
            List<String> steps = new ArrayList<>();
            List<Remedy.Guide> guides = new ArrayList<>();
            DataFile.Field guide = null;
            List<String> guideSteps = new ArrayList<>();
            for (DataFile.Field field : group.fields()) {
                if (field.name().equals("Guide")) {
                    close(group, guides, guide, guideSteps);
                    guide = field;
                } else if (field.name().equals("Step")) {
                    (guide == null ? steps : guideSteps).add(flow(group, field));
                }
            }
            close(group, guides, guide, guideSteps);
            if (steps.isEmpty()) {
                throw new DataFileException(group.file(), group.line(), "a remedy needs a Step before any Guide");
            }
            return new Steps(
                    steps,
                    guides,
                    group.all("If-It-Fails").stream()
                            .map(field -> flow(group, field))
                            .toList());
        }
    }

    private static void close(
            DataFile.Group group, List<Remedy.Guide> guides, DataFile.@Nullable Field guide, List<String> steps) {
        if (guide == null) {
            return;
        }
        if (steps.isEmpty()) {
            throw group.problem(guide, "a Guide needs a Step");
        }
        guides.add(new Remedy.Guide(guide.folded(), steps));
        steps.clear();
    }

    private static String flow(DataFile.Group group, DataFile.Field field) {
        for (String word : Blanks.in(field.value())) {
            if (Fact.of(word).isEmpty()) {
                throw group.problem(field, "a bounce tells nothing called {" + word + "}");
            }
        }
        StringBuilder flowing = new StringBuilder();
        boolean prose = false;
        for (String line : field.value().split("\n", -1)) {
            boolean verbatim = line.isEmpty() || line.startsWith(" ") || line.equals(Translation.SAME_LINES);
            if (flowing.length() > 0) {
                flowing.append(prose && !verbatim ? joint(flowing) : "\n");
            }
            flowing.append(line);
            prose = !verbatim;
        }
        return flowing.toString();
    }

    /** Between two lines of prose: a blank, but none in a script that writes without. */
    private static String joint(StringBuilder before) {
        int last = before.codePointBefore(before.length());
        return Character.isIdeographic(last) || KANA_AND_MARKS.contains(Character.UnicodeBlock.of(last)) ? "" : " ";
    }

    static RemedyCode code(DataFile.Group group, DataFile.Field field) {
        try {
            return new RemedyCode(field.folded());
        } catch (IllegalArgumentException e) {
            throw group.problem(field, e.getMessage());
        }
    }
}
