package org.whybounce.model;

import java.util.Optional;

/**
 * An entry on a blocklist that a reply names.
 *
 * @param name the list, such as {@code Spamhaus ZEN}
 * @param listed the IP address or domain that is listed, empty where the reply does not say
 * @param lookupUrl where to look the entry up and ask for removal, empty where none is known
 */
public record Listing(String name, Optional<String> listed, Optional<String> lookupUrl) {}
