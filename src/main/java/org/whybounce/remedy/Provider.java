package org.whybounce.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whybounce.text.DataFile;

/**
 * A provider or filter whose servers refuse mail, and its pages for those whose mail it refuses.
 *
 * @param name what people call it
 * @param hosts the endings of its servers' and users' domains
 * @param postmaster its postmaster page or form
 * @param replies its page that explains its replies
 */
record Provider(String name, List<String> hosts, Optional<String> postmaster, Optional<String> replies) {

    private static final List<Provider> ALL = parse(Resources.file("providers.data"));

    /** {@return every provider of the file} */
    static List<Provider> all() {
        return ALL;
    }

    /** The provider to which a host or a recipient's domain belongs. */
    static Optional<Provider> of(String host) {
        return ALL.stream()
                .filter(provider -> provider.hosts().stream().anyMatch(suffix -> isWithin(host, suffix)))
                .findFirst();
    }

    /** Whether a host is a domain or stands in it. */
    static boolean isWithin(String host, String domain) {
        String name = host.toLowerCase(Locale.ROOT);
        String suffix = domain.toLowerCase(Locale.ROOT);
        return name.equals(suffix) || name.endsWith("." + suffix);
    }

    private static List<Provider> parse(DataFile file) {
        List<Provider> providers = new ArrayList<>();
        for (DataFile.Group group : file.groups()) {
            group.allowOnly(List.of("Provider", "Host", "Postmaster", "Replies"));
            providers.add(new Provider(
                    group.required("Provider").folded(),
                    List.of(group.required("Host").folded().split(" ")),
                    group.optional("Postmaster").map(DataFile.Field::folded),
                    group.optional("Replies").map(DataFile.Field::folded)));
        }
        return List.copyOf(providers);
    }
}
