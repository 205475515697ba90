package org.whybounce.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Variable envelope return paths: a sender that holds the recipient, so that a report which names nobody still says whom
 * it is about.
 *
 * <pre>{@code
 * bounces+{user}={domain}@lists.example.net
 * news-*-{user}={domain}@example.net
 * }</pre>
 *
 * <p>{@code {user}} and {@code {domain}} are the recipient's, {@code *} is anything and {@code #} a number or a
 * hexadecimal id. Before {@code {user}} a hole takes as little as it can, and so it does behind, counted from the end;
 * {@code {user}} takes what is left. Letter case does not matter, and each piece is sought once.
 */
public final class Verp {

    private static final String USER = "{user}";
    private static final String DOMAIN = "{domain}";
    private static final Pattern PIECE = Pattern.compile("\\{[^}]*\\}?|[*#]|[^{*#]+");
    private static final Pattern ID = Pattern.compile("(?i)[0-9a-f.]*[0-9][0-9a-f.]*");
    private static final Pattern BEGINS_WITH_ID = Pattern.compile("(?i)(?:\\d[0-9a-f.]*|[0-9a-f.]{6,})[-+_.].*");

    private static final List<Verp> COMMON = List.of(
            // Services that count their messages.
            of("bounces+#-#-{user}={domain}@*"),
            of("bounce+#.#-{user}={domain}@*"),
            of("sentto-#-#-#-{user}={domain}@*"),
            // ezmlm
            of("*-return-#-{user}={domain}@*"),
            // Sympa, old and new
            of("bounce+{user}==a=={domain}==*==*@*"),
            of("bounce+{user}==a=={domain}==*@*"),
            // LISTSERV
            of("owner-*\\*{user}\\*\\*{domain}@*"),
            // Mailman, then qmail and Postfix's examples, then the bare words
            of("*-bounces+{user}={domain}@*"),
            of("*-owner-{user}={domain}@*"),
            of("*-owner+{user}={domain}@*"),
            of("owner-*+{user}={domain}@*"),
            of("bounces+{user}={domain}@*"),
            of("bounces-{user}={domain}@*"),
            of("bounce+{user}={domain}@*"),
            of("bounce-{user}={domain}@*"),
            of("return+{user}={domain}@*"),
            of("returns+{user}={domain}@*"),
            of("verp+{user}={domain}@*"));

    private record Piece(boolean hole, String text) {}

    private final String pattern;
    private final List<Piece> before;
    private final List<Piece> after;

    private Verp(String pattern, List<Piece> before, List<Piece> after) {
        this.pattern = pattern;
        this.before = List.copyOf(before);
        this.after = List.copyOf(after);
    }

    /**
     * Compiles a pattern.
     *
     * @param pattern such as {@code bounces+{user}={domain}@lists.example.net}; a backslash takes the meaning from an
     *     asterisk or a number sign
     * @return the scheme
     * @throws IllegalArgumentException where {@code {user}} or {@code {domain}} is not there once, a hole has another
     *     name, or nothing parts two holes
     */
    public static Verp of(String pattern) {
        List<Piece> pieces = pieces(pattern);
        for (String hole : List.of(USER, DOMAIN)) {
            if (pieces.stream().filter(p -> p.hole() && p.text().equals(hole)).count() != 1) {
                throw new IllegalArgumentException("expected " + hole + " once in \"" + pattern + "\"");
            }
        }
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.text().startsWith("{")
                    && !piece.text().equals(USER)
                    && !piece.text().equals(DOMAIN)) {
                throw new IllegalArgumentException(
                        "unknown hole " + piece.text() + " in \"" + pattern + "\"; expected {user} or {domain}");
            }
            if (i > 0 && piece.hole() && pieces.get(i - 1).hole()) {
                throw new IllegalArgumentException("two holes side by side in \"" + pattern + "\"");
            }
        }
        int user = pieces.indexOf(new Piece(true, USER));
        List<Piece> after = new ArrayList<>(pieces.subList(user + 1, pieces.size()));
        Collections.reverse(after);
        return new Verp(pattern, pieces.subList(0, user), after);
    }

    private static List<Piece> pieces(String pattern) {
        List<Piece> pieces = new ArrayList<>();
        // Private characters stand for the escaped ones while the pattern is cut.
        String cut = pattern.replace("\\*", "\ue000").replace("\\#", "\ue001");
        PIECE.matcher(cut).results().forEach(found -> {
            String text = found.group();
            boolean hole = "{*#".indexOf(text.charAt(0)) >= 0;
            pieces.add(new Piece(
                    hole, text.replace('\ue000', '*').replace('\ue001', '#').toLowerCase(Locale.ROOT)));
        });
        return pieces;
    }

    /**
     * The recipient that an envelope sender holds in this scheme.
     *
     * @param address a bare address
     * @return the recipient's address, empty where the address does not follow the scheme
     */
    public Optional<String> recipient(String address) {
        Walk walk = new Walk(address);
        return walk.forward(before) && walk.backward(after) ? walk.recipient() : Optional.empty();
    }

    /**
     * The recipient that an envelope sender holds in one of the schemes in common use.
     *
     * @param address a bare address
     * @return the recipient's address; empty where the address does not show beyond doubt where the recipient begins
     */
    public static Optional<String> inCommonForm(String address) {
        for (Verp form : COMMON) {
            Optional<String> recipient = form.recipient(address);
            if (recipient.isPresent()) {
                return recipient.filter(r -> !BEGINS_WITH_ID.matcher(r).matches());
            }
        }
        return Optional.empty();
    }

    /** {@return the pattern as written} */
    @Override
    public String toString() {
        return pattern;
    }

    /** What of an address is not yet spoken for. */
    private static final class Walk {
        private final String address;
        private final String lower;
        private int from;
        private int to;
        private @Nullable String domain;

        Walk(String address) {
            this.address = address;
            this.lower = address.toLowerCase(Locale.ROOT);
            this.to = lower.length() == address.length() ? lower.length() : 0;
        }

        boolean forward(List<Piece> pieces) {
            for (int i = 0; i < pieces.size(); i++) {
                Piece piece = pieces.get(i);
                if (!piece.hole()) {
                    if (!lower.startsWith(piece.text(), from)) {
                        return false;
                    }
                    from += piece.text().length();
                } else {
                    int end = i + 1 < pieces.size()
                            ? lower.indexOf(pieces.get(i + 1).text(), from)
                            : -1;
                    if (end < 0 || !take(piece, from, end)) {
                        return false;
                    }
                    from = end;
                }
            }
            return true;
        }

        boolean backward(List<Piece> pieces) {
            for (int i = 0; i < pieces.size(); i++) {
                Piece piece = pieces.get(i);
                if (!piece.hole()) {
                    int start = to - piece.text().length();
                    if (start < from || !lower.startsWith(piece.text(), start)) {
                        return false;
                    }
                    to = start;
                } else {
                    String next = i + 1 < pieces.size() ? pieces.get(i + 1).text() : "";
                    int at = next.isEmpty() || to < next.length() ? -1 : lower.lastIndexOf(next, to - next.length());
                    if (at < from || !take(piece, at + next.length(), to)) {
                        return false;
                    }
                    to = at + next.length();
                }
            }
            return true;
        }

        private boolean take(Piece hole, int start, int end) {
            if (hole.text().equals(DOMAIN)) {
                domain = address.substring(start, end);
            }
            return !hole.text().equals("#")
                    || ID.matcher(lower.substring(start, end)).matches();
        }

        Optional<String> recipient() {
            String user = from < to ? address.substring(from, to) : "";
            return domain == null || user.isEmpty() || user.indexOf('@') >= 0 || !HostNames.looksLikeHost(domain)
                    ? Optional.empty()
                    : Optional.of(user + "@" + domain);
        }
    }
}
