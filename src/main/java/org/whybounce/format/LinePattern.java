package org.whybounce.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whybounce.text.Addresses;

/**
 * How a line of a report begins: literal words, {@code *} for anything, and named holes such as {@code {address}} whose
 * content is kept. Letter case, runs of blanks and the shape of quotes do not matter. Each literal is sought once,
 * forward, so that matching is linear.
 */
final class LinePattern {

    /** The holes that stand for one or more addresses; the line does not match where something else stands there. */
    static final String ADDRESS = "address";

    static final String REASON = "reason";

    /** A hole whose content is dropped. */
    private static final String ANYTHING = "*";

    /** Literal text, a hole, or (with a value) a statement that matches nothing. */
    private record Piece(
            boolean hole, String text, @Nullable String value) {

        Piece(boolean hole, String text) {
            this(hole, text, null);
        }
    }

    private final String source;
    private final List<Piece> pieces;

    private LinePattern(String source, List<Piece> pieces) {
        this.source = source;
        this.pieces = List.copyOf(pieces);
    }

    /**
     * Compiles a pattern.
     *
     * @param source the pattern as written
     * @param holes the names that may stand in braces
     * @return the pattern
     * @throws IllegalArgumentException where it has no words, an unknown hole or two holes side by side
     */
    static LinePattern of(String source, List<String> holes) {
        List<Piece> pieces = new ArrayList<>();
        List<Piece> statements = new ArrayList<>();
        int at = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (isWild(source, at)) {
                add(source, pieces, new Piece(true, ANYTHING));
                at++;
            } else if (c == '{') {
                int end = source.indexOf('}', at);
                String name = end < 0 ? source.substring(at) : source.substring(at + 1, end);
                int equals = name.indexOf('=');
                String value = equals < 0 ? null : name.substring(equals + 1);
                name = equals < 0 ? name : name.substring(0, equals);
                if (end < 0 || !holes.contains(name)) {
                    throw new IllegalArgumentException(
                            "unknown hole \"" + name + "\"; expected one of " + String.join(", ", holes));
                }
                if (value == null) {
                    add(source, pieces, new Piece(true, name));
                } else {
                    statements.add(new Piece(false, name, value));
                }
                at = end + 1;
            } else {
                int end = at;
                while (end < source.length() && !isWild(source, end) && source.charAt(end) != '{') {
                    end++;
                }
                String literal = Line.of(source.substring(at, end)).folded();
                // A blank parts two holes; beside words it does not count.
                boolean between = !pieces.isEmpty() && end < source.length();
                if (!literal.isEmpty() || between) {
                    pieces.add(new Piece(false, literal.isEmpty() ? " " : literal));
                }
                at = end;
            }
        }
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("an empty pattern");
        }
        pieces.addAll(0, statements);
        return new LinePattern(source, pieces);
    }

    /** Several asterisks in a row are meant as such. */
    private static boolean isWild(String source, int at) {
        return source.charAt(at) == '*'
                && (at == 0 || source.charAt(at - 1) != '*')
                && (at + 1 == source.length() || source.charAt(at + 1) != '*');
    }

    private static void add(String source, List<Piece> pieces, Piece hole) {
        if (!pieces.isEmpty() && pieces.get(pieces.size() - 1).hole()) {
            throw new IllegalArgumentException("two holes side by side in \"" + source + "\"");
        }
        pieces.add(hole);
    }

    /** {@return the first character of every line that can match, or 0 where the pattern begins with a hole} */
    char first() {
        for (Piece piece : pieces) {
            if (piece.value() == null) {
                return piece.hole() ? 0 : piece.text().charAt(0);
            }
        }
        return 0;
    }

    /** {@return whether the pattern keeps what stands in a hole of that name} */
    boolean has(String hole) {
        return pieces.stream().anyMatch(piece -> piece.hole() && piece.text().equals(hole));
    }

    /** {@return whether the pattern has words of its own} */
    boolean hasWords() {
        return pieces.stream()
                .anyMatch(piece -> !piece.hole()
                        && piece.value() == null
                        && piece.text().chars().anyMatch(Character::isLetterOrDigit));
    }

    /**
     * Matches the beginning of a line.
     *
     * @param line the line
     * @return what stands in the holes, empty where the line does not match; {@link #REST} holds what follows the
     *     pattern
     */
    Optional<Map<String, String>> match(Line line) {
        String folded = line.folded();
        Map<String, String> found = new LinkedHashMap<>();
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.value() != null) {
                found.put(piece.text(), piece.value());
                continue;
            }
            if (!piece.hole()) {
                if (!folded.startsWith(piece.text(), at)) {
                    return Optional.empty();
                }
                at += piece.text().length();
                continue;
            }
            at = skipBlank(folded, at);
            boolean last = i + 1 == pieces.size();
            int end = last ? folded.length() : endOfHole(i, folded, at);
            if (end < 0) {
                return Optional.empty();
            }
            String content = line.shown().substring(at, end).strip();
            if (piece.text().equals(ADDRESS) && addresses(content).isEmpty()) {
                return Optional.empty();
            }
            found.put(piece.text(), content);
            at = end;
        }
        found.put(
                REST,
                line.shown().substring(Math.min(at, line.shown().length())).strip());
        return Optional.of(found);
    }

    // "(… code 550 (5.1.1) 'no')": a reason may itself hold the bracket that ends it.
    private int endOfHole(int hole, String folded, int from) {
        String next = pieces.get(hole + 1).text();
        boolean greedy = hole + 2 == pieces.size() && pieces.get(hole).text().equals(REASON);
        int end = greedy ? folded.lastIndexOf(next) : folded.indexOf(next, from);
        return end < from ? -1 : end;
    }

    /** The name under which a match keeps the rest of the line. */
    static final String REST = "rest";

    /**
     * The addresses of which a text consists.
     *
     * @param content such as {@code <user@example.org>}, {@code user@example.org,} or several of them
     * @return the bare addresses; none where anything but addresses stands there
     */
    static List<String> addresses(String content) {
        if (content.indexOf('@') < 0) {
            return List.of();
        }
        // "Name <user@example.org>", where the name may itself look like an address.
        int open = content.indexOf('<');
        String inner = open > 0 && content.strip().endsWith(">") ? content.substring(open) : content;
        List<String> found = Addresses.findAll(inner);
        if (open > 0 && inner.length() < content.length()) {
            String name = content.substring(0, open).strip();
            return found.size() == 1 && (name.equals(found.get(0)) || name.startsWith("\"") || isAddress(name))
                    ? found
                    : List.of();
        }
        // RFC 5321, appendix C: "@relay.example.org:user@example.org" names the way too.
        String left = content.replaceFirst("^[ <]{0,4}(?:@[\\w.-]{1,255},?){1,8}:", "");
        for (String address : found) {
            left = left.replace(address, "");
        }
        boolean only = left.chars().allMatch(c -> " <>[]()'\",;:.|".indexOf(c) >= 0)
                || left.strip().equalsIgnoreCase("mailto:");
        return only ? found : List.of();
    }

    private static boolean isAddress(String text) {
        return Addresses.findIn(text).equals(Optional.of(text));
    }

    private static int skipBlank(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** {@return the pattern as written} */
    @Override
    public String toString() {
        return source;
    }
}
