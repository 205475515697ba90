package org.whybounce.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Listing;
import org.whybounce.text.DataFile;
import org.whybounce.text.DataFile.Field;
import org.whybounce.text.DataFile.Group;
import org.whybounce.text.PhraseMatcher;
import org.whybounce.text.Wording;

/**
 * The published blocklists. A group: {@code Blocklist:} its name in rules, {@code Name:}, {@code Zone:} (repeatable:
 * DNS zones and web hosts), {@code Alias:} (repeatable: phrases), {@code Listed:} {@code ip} or {@code domain},
 * {@code Lookup:} (with <code>{listed}</code>), {@code Removal:}, {@code Note:}.
 */
public final class BlocklistCatalogue {

    private static final List<String> FIELDS =
            List.of("Blocklist", "Name", "Zone", "Alias", "Listed", "Lookup", "Removal", "Note");

    // What stands before the zone of a list, known or not.
    private static final PhraseMatcher BEFORE_ZONE =
            PhraseMatcher.of(List.of("{using|via|listed ~ at|listed ~ in|listed ~ by|listed ~ on|found in|dns list|rbl"
                    + "|rbl server|dnsbl|dnsbl server|blacklisted by|blacklisted at|blacklisted in} <host>"));

    private final List<Blocklist> lists;
    private final Map<String, Blocklist> byId = new HashMap<>();
    private final Map<String, Blocklist> byZone = new HashMap<>();
    private final List<Blocklist> ofAlias = new ArrayList<>();
    private final PhraseMatcher aliases;

    private BlocklistCatalogue(List<Blocklist> lists) {
        this.lists = List.copyOf(lists);
        List<String> phrases = new ArrayList<>();
        for (Blocklist list : lists) {
            byId.putIfAbsent(list.id(), list);
            list.zones().forEach(zone -> byZone.putIfAbsent(zone, list));
            for (String alias : list.aliases()) {
                phrases.add(alias);
                ofAlias.add(list);
            }
        }
        aliases = PhraseMatcher.of(phrases);
    }

    /**
     * A list that a text names.
     *
     * @param blocklist the list
     * @param words the words that name it
     */
    record Named(Blocklist blocklist, String words) {
        Listing listing(Wording wording) {
            return blocklist.listing(wording);
        }
    }

    /**
     * Reads a catalogue.
     *
     * @param name the file's name, for messages
     * @param text its content
     * @return the catalogue
     * @throws DataFileException at the first thing that is wrong
     */
    public static BlocklistCatalogue parse(String name, String text) {
        List<Blocklist> lists = new ArrayList<>();
        for (Group group : DataFile.parse(name, text).groups()) {
            group.allowOnly(FIELDS);
            Field listed = group.required("Listed");
            if (!listed.folded().equals("ip") && !listed.folded().equals("domain")) {
                throw group.problem(listed, "expected ip or domain, found \"" + listed.folded() + "\"");
            }
            lists.add(new Blocklist(
                    group.required("Blocklist").folded(),
                    Optional.of(name + ":" + group.line()),
                    group.required("Name").folded(),
                    group.all("Zone").stream()
                            .map(zone -> zone.folded().toLowerCase(Locale.ROOT))
                            .toList(),
                    group.all("Alias").stream().map(Field::folded).toList(),
                    listed.folded().equals("ip"),
                    group.optional("Lookup").map(Field::folded),
                    group.optional("Removal").map(Field::folded)));
        }
        return new BlocklistCatalogue(lists);
    }

    /**
     * Puts a user's lists before these: a list with the same name or zone takes the place of ours.
     *
     * @param own the user's lists, the first file first
     * @return a catalogue of them all
     */
    BlocklistCatalogue after(List<BlocklistCatalogue> own) {
        List<Blocklist> all = new ArrayList<>();
        own.forEach(catalogue -> all.addAll(catalogue.lists));
        all.addAll(lists);
        return own.isEmpty() ? this : new BlocklistCatalogue(all);
    }

    /** {@return how many lists it knows} */
    public int size() {
        return lists.size();
    }

    Optional<Blocklist> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The list that a text names: by a zone, else by the longest of its other names. */
    Optional<Named> find(Wording wording) {
        for (Wording.Thing thing : wording.things()) {
            if (thing.kind().equals("host") || thing.kind().equals("url")) {
                Blocklist list = byHost(hostOf(thing.text().toLowerCase(Locale.ROOT)));
                if (list != null) {
                    return Optional.of(new Named(list, thing.text()));
                }
            }
        }
        return aliases.matches(wording).stream()
                .reduce((one, other) -> other.literals() > one.literals() ? other : one)
                .map(match -> new Named(ofAlias.get(match.phrase()), match.quote(wording)));
    }

    /** The list that a text names by a zone which the catalogue does not know: the zone is its name. */
    static Optional<Blocklist> unknown(Wording wording, boolean listsIps) {
        return BEFORE_ZONE.matches(wording).stream()
                .findFirst()
                .flatMap(match -> wording.things().stream()
                        .filter(thing -> thing.kind().equals("host"))
                        .filter(thing -> thing.start() == wording.start(match.end() - 1))
                        .findFirst())
                .map(thing -> thing.text().toLowerCase(Locale.ROOT))
                .map(zone -> new Blocklist(
                        zone,
                        Optional.empty(),
                        zone,
                        List.of(zone),
                        List.of(),
                        listsIps,
                        Optional.empty(),
                        Optional.empty()));
    }

    private @org.jspecify.annotations.Nullable Blocklist byHost(String host) {
        String suffix = host;
        while (true) {
            Blocklist list = byZone.get(suffix);
            int dot = suffix.indexOf('.');
            if (list != null || dot < 0) {
                return list;
            }
            suffix = suffix.substring(dot + 1);
        }
    }

    private static String hostOf(String text) {
        int from = text.indexOf("://");
        String rest = from < 0 ? text : text.substring(from + 3);
        int to = 0;
        while (to < rest.length() && "/:?#".indexOf(rest.charAt(to)) < 0) {
            to++;
        }
        return rest.substring(0, to);
    }
}
