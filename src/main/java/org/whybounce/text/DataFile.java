package org.whybounce.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.whybounce.model.DataFileException;

/**
 * Our own data files, in Debian control syntax: groups of {@code Name: value} with blank lines between them, continued
 * lines that begin with a blank, {@code " ."} for an empty line, {@code #} for comments. Read strictly.
 */
public final class DataFile {

    private final String name;
    private final List<Group> groups;

    private DataFile(String name, List<Group> groups) {
        this.name = name;
        this.groups = List.copyOf(groups);
    }

    /**
     * One field, its lines kept apart.
     *
     * @param name its name as written
     * @param value its lines joined by {@code \n}, each without the blank that continues it
     * @param line where it begins, from 1
     */
    public record Field(String name, String value, int line) {

        /** {@return the value as one line} */
        public String folded() {
            return value.strip().replaceAll("\\s+", " ");
        }
    }

    /**
     * A group of fields.
     *
     * @param file the name of its file
     * @param fields the fields in their order; at least one
     */
    public record Group(String file, List<Field> fields) {

        /** Keeps an unmodifiable copy. */
        public Group {
            fields = List.copyOf(fields);
        }

        /** {@return the line at which the group begins, from 1} */
        public int line() {
            return fields.get(0).line();
        }

        /** {@return the name of its first field, which says what the group describes} */
        public String type() {
            return fields.get(0).name();
        }

        /**
         * All fields of a name.
         *
         * @param name the name as written
         * @return the fields in their order
         */
        public List<Field> all(String name) {
            return fields.stream().filter(field -> field.name().equals(name)).toList();
        }

        /**
         * A field that may stand once.
         *
         * @param name the name as written
         * @return the field, empty where it is absent
         * @throws DataFileException where it stands twice
         */
        public Optional<Field> optional(String name) {
            List<Field> found = all(name);
            if (found.size() > 1) {
                throw problem(found.get(1), name + " stands twice in this group");
            }
            return found.stream().findFirst();
        }

        /**
         * A field that must stand once.
         *
         * @param name the name as written
         * @return the field
         * @throws DataFileException where it is absent or stands twice
         */
        public Field required(String name) {
            return optional(name)
                    .orElseThrow(() -> new DataFileException(file, line(), type() + " needs a field " + name));
        }

        /**
         * Refuses names that nobody reads.
         *
         * @param known the names that may stand in the group
         * @throws DataFileException at the first other name
         */
        public void allowOnly(List<String> known) {
            for (Field field : fields) {
                if (!known.contains(field.name())) {
                    throw problem(field, "unknown field " + field.name() + meant(field.name(), known));
                }
            }
        }

        /**
         * Reads a constant of an enum, written with capitals and underscores or in lower case with hyphens.
         *
         * @param type the enum
         * @param field the field that holds it
         * @param <E> the enum
         * @return the constant
         * @throws DataFileException where there is no such constant; the message names the nearest
         */
        public <E extends Enum<E>> E constant(Class<E> type, Field field) {
            String wanted = field.folded().toUpperCase(java.util.Locale.ROOT).replace('-', '_');
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(wanted)) {
                    return constant;
                }
            }
            List<String> names =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
            throw problem(
                    field, "unknown " + type.getSimpleName() + " \"" + field.folded() + "\"" + meant(wanted, names));
        }

        /**
         * Makes the exception for a field of this group.
         *
         * @param field where it is
         * @param problem what is wrong and what was expected
         * @return the exception to throw
         */
        public DataFileException problem(Field field, String problem) {
            return new DataFileException(file, field.line(), problem);
        }
    }

    /**
     * Reads a data file.
     *
     * @param name its name, for messages
     * @param text its content
     * @return the file
     * @throws DataFileException at the first line that is none of field, continuation, comment or blank
     */
    public static DataFile parse(String name, String text) {
        List<Group> groups = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (line.startsWith("#")) {
                continue;
            }
            if (line.isBlank()) {
                close(name, groups, fields);
            } else if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                if (fields.isEmpty()) {
                    throw new DataFileException(name, number, "a continued line, but no field before it");
                }
                Field last = fields.remove(fields.size() - 1);
                String more = line.strip().equals(".") ? "" : line.substring(1).stripTrailing();
                fields.add(new Field(last.name(), last.value() + "\n" + more, last.line()));
            } else {
                int colon = line.indexOf(':');
                if (colon < 1 || !line.substring(0, colon).matches("[A-Za-z][A-Za-z0-9-]*")) {
                    throw new DataFileException(name, number, "expected \"Name: value\", found \"" + line + "\"");
                }
                fields.add(new Field(
                        line.substring(0, colon), line.substring(colon + 1).strip(), number));
            }
        }
        close(name, groups, fields);
        return new DataFile(name, groups);
    }

    private static void close(String name, List<Group> groups, List<Field> fields) {
        if (!fields.isEmpty()) {
            groups.add(new Group(name, fields));
            fields.clear();
        }
    }

    /** {@return the name of the file} */
    public String name() {
        return name;
    }

    /** {@return its groups in order} */
    public List<Group> groups() {
        return groups;
    }

    private static String meant(String word, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(nearest -> distance(word, nearest) <= Math.max(2, word.length() / 3))
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("; expected one of " + String.join(", ", known));
    }

    /** The number of single-character edits between two words (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
