package org.whybounce.remedy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Remedy;
import org.whybounce.model.RemedyCode;
import org.whybounce.text.DataFile;

/**
 * The texts of remedies in another language. A group has {@code Remedy}, {@code Summary}, {@code Step}, {@code Guide}
 * and {@code If-It-Fails} as many times as the English one; audience, retry and links are taken from there. A line
 * {@code …} in a step stands for the next lines of settings or code in the English one, which are the same in every
 * language.
 */
final class Translation {

    private static final List<String> FIELDS = List.of("Remedy", "Summary", "Step", "Guide", "If-It-Fails");
    /** Stands for settings or code of the English text. */
    static final String SAME_LINES = "…";

    private Translation() {}

    static Map<RemedyCode, Remedy> read(DataFile file, Map<RemedyCode, Remedy> english) {
        Map<RemedyCode, Remedy> remedies = new LinkedHashMap<>();
        for (DataFile.Group group : file.groups()) {
            group.allowOnly(FIELDS);
            RemedyCode code = RemedyFile.code(group, group.required("Remedy"));
            Remedy original = english.get(code);
            if (original == null) {
                throw group.problem(group.required("Remedy"), "there is no English remedy " + code);
            }
            if (remedies.put(code, translate(group, original)) != null) {
                throw group.problem(group.required("Remedy"), code + " stands twice in this file");
            }
        }
        return remedies;
    }

    private static Remedy translate(DataFile.Group group, Remedy english) {
        RemedyFile.Steps steps = RemedyFile.Steps.of(group);
        check(group, "guides", steps.guides().size(), english.guides().size());
        List<Remedy.Guide> guides = new ArrayList<>();
        for (int i = 0; i < steps.guides().size(); i++) {
            Remedy.Guide guide = steps.guides().get(i);
            guides.add(new Remedy.Guide(
                    guide.title(),
                    merge(
                            group,
                            guide.title(),
                            guide.steps(),
                            english.guides().get(i).steps())));
        }
        return new Remedy(
                english.code(),
                english.audience(),
                english.retry(),
                group.required("Summary").folded(),
                merge(group, "steps", steps.steps(), english.steps()),
                guides,
                merge(group, "If-It-Fails", steps.ifItFails(), english.ifItFails()),
                english.links(),
                english.labels());
    }

    private static List<String> merge(DataFile.Group group, String what, List<String> texts, List<String> english) {
        check(group, what, texts.size(), english.size());
        List<String> merged = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            merged.add(merge(group, texts.get(i), blocks(english.get(i))));
        }
        return merged;
    }

    private static String merge(DataFile.Group group, String text, List<String> blocks) {
        List<String> lines = new ArrayList<>();
        int next = 0;
        boolean inBlock = false;
        for (String line : text.split("\n", -1)) {
            boolean own = line.startsWith(" ");
            if (own && !inBlock) {
                next++;
            }
            inBlock = own;
            if (!line.strip().equals(SAME_LINES)) {
                lines.add(line);
            } else if (next < blocks.size()) {
                lines.add(blocks.get(next++));
            } else {
                throw new DataFileException(
                        group.file(), group.line(), "\"" + SAME_LINES + "\" has no lines in English: " + text);
            }
        }
        return String.join("\n", lines);
    }

    /** The runs of lines that are settings or code. */
    private static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        List<String> current = new ArrayList<>();
        for (String line : (text + "\nend").split("\n", -1)) {
            if (line.startsWith(" ")) {
                current.add(line);
            } else if (!current.isEmpty()) {
                blocks.add(String.join("\n", current));
                current.clear();
            }
        }
        return blocks;
    }

    private static void check(DataFile.Group group, String what, int found, int wanted) {
        if (found != wanted) {
            throw new DataFileException(
                    group.file(),
                    group.line(),
                    group.fields().get(0).folded() + " has " + found + " of " + what + ", in English " + wanted);
        }
    }
}
