package org.whybounce.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names and addresses of hosts as they stand in reports. */
public final class HostNames {

    private static final String LABEL = "[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,62})";
    private static final Pattern HOST =
            Pattern.compile("(?<![\\w@.-])" + LABEL + "(?:\\." + LABEL + "){1,20}(?![\\w@-])");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\w.-])(?:\\d{1,3}(?:\\.\\d{1,3}){3}|(?:IPv6:)?[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7})(?![\\w-]|\\.\\d)");

    private HostNames() {}

    /**
     * The host in a field such as {@code Remote-MTA}.
     *
     * @param field its value, such as {@code dns; mx.example.org [192.0.2.1]} or {@code 192.0.2.1}
     * @return the name, or where there is none the address, without type, brackets, comment and closing dot; empty where
     *     nothing is left
     */
    public static Optional<String> bare(String field) {
        String text = field.strip();
        int semicolon = text.indexOf(';');
        if (semicolon >= 0 && semicolon < 20) {
            text = text.substring(semicolon + 1).strip();
        }
        int end = 0;
        while (end < text.length() && " \t\n(,;".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String host = text.substring(0, end);
        int bracket = host.indexOf('[');
        if (bracket > 0) {
            host = host.substring(0, bracket);
        }
        host = unwrap(host);
        return host.isEmpty() || host.equals("(") ? Optional.empty() : Optional.of(host);
    }

    private static String unwrap(String host) {
        int from = 0;
        int to = host.length();
        while (from < to && "[<\"'`(".indexOf(host.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "]>\"'`).,:;".indexOf(host.charAt(to - 1)) >= 0) {
            to--;
        }
        return host.substring(from, to);
    }

    /**
     * Finds the first host in a text.
     *
     * @param text any text
     * @return a dotted name or an IP address, whichever comes first; empty where there is none
     */
    public static Optional<String> findIn(String text) {
        Matcher host = HOST.matcher(text);
        Matcher address = ADDRESS.matcher(text);
        boolean hasAddress = address.find();
        while (host.find()) {
            if (hasAddress && address.start() <= host.start()) {
                break;
            }
            if (looksLikeHost(host.group())) {
                return Optional.of(host.group());
            }
        }
        return hasAddress ? Optional.of(address.group()) : Optional.empty();
    }

    /**
     * Whether a word can be the name of a host: dotted, with a top-level domain of letters.
     *
     * @param word a word
     * @return true where it can
     */
    public static boolean looksLikeHost(String word) {
        int dot = word.lastIndexOf('.');
        if (dot <= 0 || word.length() - dot < 3 || word.length() > 255) {
            return false;
        }
        String top = word.substring(dot + 1).toLowerCase(Locale.ROOT);
        return HOST.matcher(word).matches()
                && (top.startsWith("xn--") || top.chars().allMatch(Character::isLetter));
    }

    /**
     * Whether a word is an IP address.
     *
     * @param word a word
     * @return true for a dotted or colon-separated address
     */
    public static boolean looksLikeIp(String word) {
        return ADDRESS.matcher(word).matches();
    }
}
