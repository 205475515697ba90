package org.whybounce.remedy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.text.HostNames;
import org.whybounce.text.Wording;

/** What the words of a refusal tell of the server that was refused. Nothing is taken that could be another's. */
final class Said {

    // "<name>: Helo command rejected", "HELO <name>", "helo=name", "EHLO mail.example.org"
    private static final Pattern HELO = Pattern.compile(
            "<([^\\s<>@]{1,255})>: helo command rejected"
                    + "|\\b(?:helo|ehlo)=[<\"'\\[]?([^\\s\"'<>()\\[\\],;@]{1,255})"
                    + "|\\b(?:helo|ehlo)(?:/ehlo| name| argument| command| string| greeting| was| as|:){0,3} "
                    + "[\"'<(\\[]{1,2}([^\\s\"'<>()\\[\\]@]{1,255})[\"'>)\\]]"
                    + "|\\b(?:helo|ehlo) ((?:[\\w-]{1,63}\\.){1,20}[a-z]{2,24})\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL_FROM = Pattern.compile(
            "smtp\\.mailfrom=(?:[^\\s@;]{0,255}@)?([\\w.-]{1,255})"
                    + "|\\bdomain of (?:[^\\s@]{0,255}@)?([\\w.-]{1,255}) does not designate"
                    + "|\\bspf (?:record )?\\[([\\w.-]{1,255})\\]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PRIVATE = Pattern.compile(
            "(?:0|10|127|192\\.168|169\\.254|172\\.(?:1[6-9]|2\\d|3[01]))\\..*|::1|f[cd].*|fe[89ab].*",
            Pattern.CASE_INSENSITIVE);

    private Said() {}

    /**
     * The address of the server that was refused: the only public one in the innermost reply, unless it is that of the
     * server which refused.
     */
    static Optional<String> ip(String text, Optional<String> receiver) {
        if (text.regionMatches(true, 0, "connect", 0, 7)) {
            return Optional.empty();
        }
        Wording wording = Wording.of(text);
        int inner = wording.focus() < wording.toString().length() ? wording.start(wording.focus()) : 0;
        List<String> addresses = wording.things().stream()
                .filter(thing -> thing.kind().equals("ip") && thing.start() >= inner)
                .filter(thing -> !follows(text, thing.start(), receiver))
                .map(Wording.Thing::text)
                .filter(Said::isPublic)
                .filter(address -> !receiver.filter(address::equals).isPresent())
                .distinct()
                .toList();
        return addresses.size() == 1 ? Optional.of(addresses.get(0)) : Optional.empty();
    }

    /** Whether an address is one that others on the net can see. */
    static boolean isPublic(String address) {
        return HostNames.looksLikeIp(address) && !PRIVATE.matcher(address).matches();
    }

    /** "mx.example.net[192.0.2.1]": the address belongs to the name before it. */
    private static boolean follows(String text, int start, Optional<String> receiver) {
        String before = text.substring(Math.max(0, start - 260), start).toLowerCase(Locale.ROOT);
        return receiver.filter(host -> before.replaceAll("[\\s(\\[]+$", "").endsWith(host.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /** The name that the refused server announced. */
    static Optional<String> helo(String text) {
        return first(HELO, text).filter(name -> !name.matches("(?i)rfc.*|\\d+"));
    }

    /** The domain of the envelope sender. */
    static Optional<String> envelopeDomain(String text) {
        return first(MAIL_FROM, text);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    return Optional.of(matcher.group(group));
                }
            }
        }
        return Optional.empty();
    }
}
