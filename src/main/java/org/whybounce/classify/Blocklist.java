package org.whybounce.classify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whybounce.model.Listing;
import org.whybounce.text.Wording;

/**
 * A published blocklist.
 *
 * @param id its name in rules
 * @param origin its file and line
 * @param name its name for people
 * @param zones its DNS zones and the domains of its web pages
 * @param aliases phrases by which replies name it
 * @param listsIps whether it lists IP addresses; otherwise domains
 * @param lookup the page that looks an entry up, {@code {listed}} in it is the entry
 * @param removal the page for removal
 */
record Blocklist(
        String id,
        Optional<String> origin,
        String name,
        List<String> zones,
        List<String> aliases,
        boolean listsIps,
        Optional<String> lookup,
        Optional<String> removal) {

    /** The entry that a text speaks of. */
    Listing listing(Wording wording) {
        Optional<String> listed = listsIps ? Listed.ip(wording) : Listed.domain(wording, this);
        return new Listing(
                name,
                listed,
                lookup.filter(url -> listed.isPresent() || !url.contains("{listed}"))
                        .map(url -> url.replace("{listed}", listed.orElse("")))
                        .or(() -> removal));
    }

    /** Whether a host is one of the list's own. */
    boolean owns(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return zones.stream().anyMatch(zone -> lower.equals(zone) || lower.endsWith("." + zone));
    }
}
