package org.whybounce.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mail addresses as reports write them (RFC 5321, 3464, 6533, X.400, and worse). */
public final class Addresses {

    private static final int MAX_LOCAL = 256;
    private static final int MAX_LENGTH = 600;
    private static final Pattern TYPE = Pattern.compile(
            "^(?:rfc-?822|utf-?8|unknown|x-?400|x-[\\w-]{1,30}|smtp|local|dns|ex|system|notes|internet|mail)\\s*;\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BLANKS_AT = Pattern.compile("\\s{1,80}@\\s{0,80}|@\\s{1,80}");
    // RFC 6533, section 3: \x{5B57} in the forms utf-8-addr-xtext and utf-8-addr-unitext.
    private static final Pattern ESCAPE = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{2,6})\\}");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:\\[(?:[0-9.]{7,15}|IPv6:[0-9A-Fa-f:.]{2,45})\\]|[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}\\p{M}_-]{0,62})(?:\\.[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}\\p{M}_-]{0,62})){0,20})");
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][\\w.-]{0,15}=[^\\v@<>\"=]{0,64}");

    private Addresses() {}

    /**
     * Reads an address that stands alone.
     *
     * @param text exactly an address, such as {@code user@example.org}
     * @return the address
     * @throws IllegalArgumentException where the text is anything else
     */
    public static String parse(String text) {
        List<String> found = findAll(text);
        if (found.size() != 1 || !found.get(0).equals(text)) {
            throw new IllegalArgumentException("not a mail address: \"" + text + "\"");
        }
        return text;
    }

    /**
     * Finds the first address in a text.
     *
     * @param text any text, such as {@code <user@example.org>: no such user}
     * @return the bare address, empty where there is none
     */
    public static Optional<String> findIn(String text) {
        return find(text, 1).stream().findFirst();
    }

    /**
     * Finds every address in a text.
     *
     * @param text any text
     * @return the bare addresses in order, each once
     */
    public static List<String> findAll(String text) {
        return find(text, Integer.MAX_VALUE);
    }

    private static List<String> find(String given, int most) {
        if (given.indexOf('@') < 0) {
            return List.of();
        }
        String text = decode(given);
        Set<String> found = new LinkedHashSet<>();
        Matcher domain = DOMAIN.matcher(text);
        int free = 0;
        for (int at = text.indexOf('@'); at >= 0 && found.size() < most; at = text.indexOf('@', at + 1)) {
            int start = localStart(text, at, free);
            if (start == at || !domain.region(at + 1, text.length()).lookingAt()) {
                continue;
            }
            found.add(text.substring(start, domain.end()));
            free = domain.end();
        }
        return new ArrayList<>(found);
    }

    private static int localStart(String text, int at, int free) {
        int start = at;
        int least = Math.max(free, at - MAX_LOCAL);
        if (at > least && text.charAt(at - 1) == '"') {
            int open = text.lastIndexOf('"', at - 2);
            if (open >= least && text.lastIndexOf('\n', at) < open) {
                return open;
            }
        }
        while (start > least && isLocal(text.charAt(start - 1))) {
            start--;
        }
        if (at > least && text.charAt(at - 1) == '/') {
            start = Math.min(start, attributesStart(text, at, least));
        }
        // "mailto:", "To:user@…", "rfc822;user@…" end before; a leading quote or dot is not part of an address.
        while (start < at && "'.`".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    /** {@return where X.400 attributes begin that end before a place: their values may hold blanks, {@code /S=van Dam/} */
    private static int attributesStart(String text, int at, int least) {
        int start = at;
        int slash = text.lastIndexOf('/', at - 2);
        while (slash >= least
                && ATTRIBUTE.matcher(text.substring(slash + 1, start - 1)).matches()) {
            start = slash + 1;
            slash = text.lastIndexOf('/', slash - 1);
        }
        return start == at ? at : start - 1;
    }

    private static boolean isLocal(char c) {
        if (c < 128) {
            return Character.isLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".indexOf(c) >= 0;
        }
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /**
     * The address in a field such as {@code Final-Recipient}, however it is written.
     *
     * @param field its value, such as {@code rfc822; <user@example.org> (comment)} or {@code LOCAL;<f.b>}
     * @return the bare address, which may be without {@code @} (a screen name, an X.400 address); empty where nothing is
     *     left
     */
    public static Optional<String> bare(String field) {
        String text = field.strip();
        if (text.length() > MAX_LENGTH) {
            text = text.substring(0, MAX_LENGTH);
        }
        // RFC 5322, section 4.4, still knows blanks around it.
        text = BLANKS_AT.matcher(text).replaceAll("@");
        Matcher type = TYPE.matcher(text);
        while (type.find()) {
            text = text.substring(type.end()).strip();
            type = TYPE.matcher(text);
        }
        if (text.startsWith(";")) {
            text = text.substring(1).strip();
        }
        text = decode(text);
        if (text.startsWith("<")) {
            int close = text.lastIndexOf('>');
            text = text.substring(1, close > 0 ? close : text.length()).strip();
        } else if (text.endsWith(">") && text.contains("<")) {
            text = text.substring(text.lastIndexOf('<') + 1, text.length() - 1).strip();
        }
        Optional<String> strict = text.startsWith("/") ? Optional.empty() : findIn(text);
        if (strict.isPresent()) {
            return strict;
        }
        int comment = text.indexOf(" (");
        if (comment > 0) {
            text = text.substring(0, comment).strip();
        }
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        // A domain alone names nobody.
        return text.isEmpty() || text.startsWith("@") || text.equals("<>") ? Optional.empty() : Optional.of(text);
    }

    /**
     * Decodes the escapes of RFC 6533.
     *
     * @param text any text
     * @return the same with {@code \x{E9}} and its like replaced
     */
    public static String decode(String text) {
        if (!text.contains("\\x{")) {
            return text;
        }
        Matcher escape = ESCAPE.matcher(text);
        StringBuilder decoded = new StringBuilder();
        while (escape.find()) {
            int point = Integer.parseInt(escape.group(1), 16);
            escape.appendReplacement(
                    decoded,
                    Matcher.quoteReplacement(Character.isValidCodePoint(point) ? Character.toString(point) : ""));
        }
        return escape.appendTail(decoded).toString();
    }

    /**
     * The domain of an address.
     *
     * @param address a bare address
     * @return what follows the last {@code @}; empty where there is none
     */
    public static Optional<String> domain(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 || at == address.length() - 1 ? Optional.empty() : Optional.of(address.substring(at + 1));
    }
}
