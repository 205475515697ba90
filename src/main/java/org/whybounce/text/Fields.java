package org.whybounce.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One group of {@code Name: value} fields as they stand in mail: in any order and case, folded or not, with junk between
 * them. Never fails. Names are kept in lower case; values are unfolded. Immutable.
 */
public final class Fields {

    private static final int MAX_NAME = 76;
    private static final int MAX_VALUE = 64 * 1024;

    private final List<Field> fields;
    private final List<String> junk;

    private record Field(String name, String value) {}

    private Fields(List<Field> fields, List<String> junk) {
        this.fields = List.copyOf(fields);
        this.junk = List.copyOf(junk);
    }

    /**
     * Reads groups that are separated by blank lines.
     *
     * @param text any text
     * @return the groups that hold at least one field
     */
    public static List<Fields> groups(String text) {
        Lines lines = Lines.of(text);
        List<Fields> groups = new ArrayList<>();
        for (int at = lines.skipBlank(0); at < lines.size(); ) {
            int end = lines.endOfParagraph(at);
            Fields group = read(lines, at, end);
            if (!group.fields.isEmpty()) {
                groups.add(group);
            }
            at = lines.skipBlank(end);
        }
        return groups;
    }

    /**
     * Reads one group, such as a block of header fields. It ends at the first blank line.
     *
     * @param text any text
     * @return its fields
     */
    public static Fields of(String text) {
        Lines lines = Lines.of(text);
        int at = lines.skipBlank(0);
        return read(lines, at, lines.endOfParagraph(at));
    }

    /**
     * Reads some lines as one group, blank ones among them or not.
     *
     * @param lines the lines
     * @param from the first
     * @param to the one after the last
     * @return their fields
     */
    public static Fields read(Lines lines, int from, int to) {
        List<Field> fields = new ArrayList<>();
        List<String> junk = new ArrayList<>();
        String name = "";
        StringBuilder value = new StringBuilder();
        for (int i = from; i < to; i++) {
            String line = lines.get(i);
            int colon = nameEnd(line);
            boolean folded = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            if (folded && !name.isEmpty()) {
                append(value, line);
            } else if (colon > 0 && !folded) {
                close(fields, name, value);
                name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                append(value, line.substring(colon + 1));
            } else if (colon > 0) {
                // A whole block that is indented: the first line tells.
                name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                append(value, line.substring(colon + 1));
            } else if (!line.isBlank() && (name.equals("diagnostic-code") || !name.isEmpty() && isOpen(value))) {
                // nullmailer writes the further lines of a reply at column 0, and so do those who wrap.
                append(value, line);
            } else if (!line.isBlank()) {
                junk.add(line.strip());
            }
        }
        close(fields, name, value);
        return new Fields(fields, junk);
    }

    // "Final-Recipient: rfc822;", and the address on the next line.
    private static boolean isOpen(StringBuilder value) {
        return value.length() == 0 || value.charAt(value.length() - 1) == ';' && value.indexOf(" ") < 0;
    }

    private static void append(StringBuilder value, String line) {
        if (value.length() < MAX_VALUE) {
            value.append(value.length() == 0 ? "" : "\n").append(line.strip());
        }
    }

    private static void close(List<Field> fields, String name, StringBuilder value) {
        if (!name.isEmpty()) {
            fields.add(new Field(name, value.toString().strip()));
        }
        value.setLength(0);
    }

    /**
     * Whether a line begins a field.
     *
     * @param line a line
     * @return the place of the colon that ends its name, or -1
     */
    public static int nameEnd(String line) {
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        int start = at;
        while (at < line.length() && at - start <= MAX_NAME && isNameCharacter(line.charAt(at))) {
            at++;
        }
        int end = at;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return end > start && at < line.length() && line.charAt(at) == ':' && Character.isLetter(line.charAt(start))
                ? at
                : -1;
    }

    private static boolean isNameCharacter(char c) {
        return c > ' ' && c < 127 && c != ':' && c != '"' && c != '<' && c != '>' && c != '@';
    }

    /**
     * One field.
     *
     * @param name its name; letter case does not matter
     * @return the first value that is not blank, folded into one line
     */
    public Optional<String> get(String name) {
        return raw(name).map(value -> value.replace('\n', ' '));
    }

    /**
     * One field, its folds kept.
     *
     * @param name its name; letter case does not matter
     * @return the first value that is not blank, its lines separated by {@code \n}
     */
    public Optional<String> raw(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return fields.stream()
                .filter(field -> field.name.equals(wanted) && !field.value.isBlank())
                .map(Field::value)
                .findFirst();
    }

    /**
     * Every value of a field.
     *
     * @param name its name; letter case does not matter
     * @return its values in order, each folded into one line
     */
    public List<String> all(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return fields.stream()
                .filter(field -> field.name.equals(wanted))
                .map(field -> field.value.replace('\n', ' '))
                .toList();
    }

    /**
     * Whether any of some fields is there.
     *
     * @param names names in lower case
     * @return true where one is, even with a blank value
     */
    public boolean hasAny(String... names) {
        List<String> wanted = List.of(names);
        return fields.stream().anyMatch(field -> wanted.contains(field.name));
    }

    /**
     * Parts a group in which the blank lines between the recipients are missing.
     *
     * @param keys names in lower case, each of which a part holds at most once
     * @return the parts in order; this group alone where no key is there twice with different values
     */
    public List<Fields> split(String... keys) {
        List<String> wanted = List.of(keys);
        List<Fields> parts = new ArrayList<>();
        List<Field> part = new ArrayList<>();
        for (Field field : fields) {
            boolean again = wanted.contains(field.name)
                    && part.stream().anyMatch(f -> f.name.equals(field.name) && !f.value.equalsIgnoreCase(field.value));
            if (again) {
                parts.add(new Fields(part, List.of()));
                part = new ArrayList<>();
            }
            part.add(field);
        }
        parts.add(new Fields(part, junk));
        return parts;
    }

    /** {@return the names in lower case, in order, with repetitions} */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** {@return the lines that are no fields} */
    public List<String> junk() {
        return junk;
    }
}
