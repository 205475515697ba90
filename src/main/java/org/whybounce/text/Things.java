package org.whybounce.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises, at one place of a text, what names a thing and says nothing about it: a URL, an address, an IP address, a
 * host name. Each method looks at a run without blanks and gives the end of what it found, or -1.
 */
final class Things {

    private static final Set<String> LONG_SUFFIXES =
            new HashSet<>(Arrays.asList(("com net org edu gov mil int arpa info"
                            + " biz name pro aero coop museum mobi jobs travel tel cat asia post xxx app dev page blog shop"
                            + " store online site website space tech cloud email mail host hosting press agency company"
                            + " solutions services systems support network digital media group team work works world today"
                            + " news live life zone center club xyz top vip link click win bid loan men icu fun one run bank"
                            + " insurance law legal health care doctor school academy university education institute"
                            + " foundation international global city berlin hamburg koeln bayern wien paris london tokyo"
                            + " nyc moscow swiss example test invalid localhost local localdomain lan internal intranet"
                            + " corp home domain tld")
                    .split(" ")));

    private Things() {}

    private static boolean isAlnum(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isAtom(char c) {
        return isAlnum(c) || "!#$%&'*+-/=?^_`{|}~.".indexOf(c) >= 0 || (c > 0xa0 && Character.isLetter(c));
    }

    /** The end of a URL that begins here. */
    static int url(String text, int from, int to) {
        boolean web = text.regionMatches(true, from, "http://", 0, 7)
                || text.regionMatches(true, from, "https://", 0, 8)
                || text.regionMatches(true, from, "www.", 0, 4);
        if (!web) {
            return -1;
        }
        int end = from;
        while (end < to && "<>\"'\u2019\u201d])}".indexOf(text.charAt(end)) < 0 && text.charAt(end) < 0x2e80) {
            end++;
        }
        while (end > from && ".,;:!?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end - from > 7 ? end : -1;
    }

    /** The end of a mail address that begins here. */
    static int address(String text, int from, int to) {
        int at = from;
        while (at < to && isAtom(text.charAt(at)) && at - from < 256) {
            at++;
        }
        if (at == from || at >= to || text.charAt(at) != '@') {
            return -1;
        }
        int domain = at + 1;
        if (domain < to && text.charAt(domain) == '[') {
            int close = text.indexOf(']', domain);
            return close > 0 && close < to ? close + 1 : -1;
        }
        int end = labels(text, domain, to);
        return end > domain ? end : -1;
    }

    /** The end of an IPv4 or IPv6 address that begins here. */
    static int ip(String text, int from, int to) {
        int end = from;
        int dots = 0;
        int digits = 0;
        while (end < to && dots < 4) {
            char c = text.charAt(end);
            if (c >= '0' && c <= '9' && digits < 3) {
                digits++;
            } else if (c == '.' && digits > 0 && dots < 3) {
                dots++;
                digits = 0;
            } else {
                break;
            }
            end++;
        }
        if (dots == 3 && digits > 0 && (end == to || !isAlnum(text.charAt(end)))) {
            return end;
        }
        return ipv6(text, from, to);
    }

    private static int ipv6(String text, int from, int to) {
        int end = from;
        int colons = 0;
        boolean doubled = false;
        while (end < to && end - from < 46) {
            char c = text.charAt(end);
            if (c == ':') {
                doubled |= end > from && text.charAt(end - 1) == ':';
                colons++;
            } else if (Character.digit(c, 16) < 0 || c > 127) {
                break;
            }
            end++;
        }
        boolean stops = end == to || !isAlnum(text.charAt(end));
        if (stops && end > from && text.charAt(end - 1) == ':' && !text.startsWith("::", end - 2)) {
            end--;
            colons--;
        }
        return stops && end - from > 3 && (colons == 7 || (doubled && colons >= 2 && colons < 8)) ? end : -1;
    }

    /** The end of a host name of at least two labels, the last one a plausible top-level domain. */
    static int host(String text, int from, int to) {
        int end = labels(text, from, to);
        int dot = end < 0 ? -1 : text.lastIndexOf('.', end - 1);
        if (dot <= from) {
            return -1;
        }
        String last = text.substring(dot + 1, end);
        // "rejected.See" and "e.g" are sentences without a blank, not hosts.
        boolean sentence =
                Character.isUpperCase(last.charAt(0)) && last.length() > 1 && Character.isLowerCase(last.charAt(1));
        boolean abbreviation = dot == from + 1 && last.length() == 1;
        return !sentence && !abbreviation && isSuffix(last.toLowerCase(Locale.ROOT)) ? end : -1;
    }

    private static boolean isSuffix(String label) {
        if (label.length() == 2) {
            return Character.isLetter(label.charAt(0)) && Character.isLetter(label.charAt(1));
        }
        return label.startsWith("xn--") || LONG_SUFFIXES.contains(label);
    }

    private static int labels(String text, int from, int to) {
        int end = from;
        while (end < to && end - from < 256) {
            char c = text.charAt(end);
            if (!isAlnum(c) && c != '-' && c != '_' && !(c == '.' && end > from && text.charAt(end - 1) != '.')) {
                break;
            }
            end++;
        }
        while (end > from && !isAlnum(text.charAt(end - 1))) {
            end--;
        }
        return end > from ? end : -1;
    }
}
