package org.whybounce.classify;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.text.Wording;
import org.whybounce.text.Wording.Thing;

/** What is listed, taken from the text: the IP address or domain that the reply itself speaks of. */
final class Listed {

    private static final Pattern IN_URL = Pattern.compile(
            "(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\d.])|(?<=[?&=/])([0-9a-f]{1,4}(?:(?::|%3a)[0-9a-f]{0,4}){3,7})",
            Pattern.CASE_INSENSITIVE);

    private Listed() {}

    static Optional<String> ip(Wording wording) {
        for (Thing thing : wording.things()) {
            if (thing.kind().equals("url")) {
                Matcher matcher = IN_URL.matcher(thing.text());
                if (matcher.find()) {
                    return Optional.of(matcher.group().replaceAll("(?i)%3a", ":"));
                }
            }
        }
        List<Thing> addresses = wording.things().stream()
                .filter(thing -> thing.kind().equals("ip"))
                .toList();
        int inner = wording.focus() < wording.toString().length() ? wording.start(wording.focus()) : 0;
        return addresses.stream()
                .filter(thing -> thing.start() >= inner)
                .findFirst()
                .or(() -> addresses.stream().reduce((first, last) -> last))
                .map(Thing::text);
    }

    static Optional<String> domain(Wording wording, Blocklist list) {
        int inner = wording.focus() < wording.toString().length() ? wording.start(wording.focus()) : 0;
        return wording.things().stream()
                .filter(thing -> thing.start() >= inner)
                .filter(thing -> thing.kind().equals("host") || thing.kind().equals("address"))
                .map(thing -> thing.text().substring(thing.text().lastIndexOf('@') + 1))
                .filter(host -> !list.owns(host))
                .findFirst();
    }
}
