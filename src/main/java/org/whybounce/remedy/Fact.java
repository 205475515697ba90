package org.whybounce.remedy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a bounce may tell that a remedy speaks of: {@code {sender-domain}} in a step stands for SENDER_DOMAIN. */
enum Fact {
    /** The address in From. */
    SENDER,
    /** The domain of the address in From. */
    SENDER_DOMAIN,
    /** The domain whose SPF record was asked: that of the envelope sender. */
    ENVELOPE_DOMAIN,
    /** The address that did not get the mail. */
    RECIPIENT,
    /** Its domain. */
    RECIPIENT_DOMAIN,
    /** The server that refused. */
    RECEIVER,
    /** The server to which mail is handed with a login: the sender's provider's. */
    OUTGOING_SERVER,
    /** The mail server that was refused. */
    OWN_SERVER,
    /** The IP address from which that one connected. */
    IP,
    /** The type of its address record: A or AAAA. */
    ADDRESS_TYPE,
    /** The name in DNS under which its PTR record stands. */
    REVERSE_NAME,
    /** The address as SPF writes it, such as {@code ip4:192.0.2.25}. */
    SPF_IP,
    /** The name it announced in HELO or EHLO. */
    HELO,
    /** What is on a blocklist. */
    LISTED,
    /** The blocklist. */
    BLOCKLIST,
    /** Where to look it up. */
    LOOK_UP,
    /** The words of the refusal. */
    REPLY,
    /** When it was refused. */
    TIME,
    /** The provider whose server refused. */
    PROVIDER,
    /** That provider's page for those whose mail it refuses. */
    POSTMASTER,
    /** That provider's page that explains its replies. */
    REPLY_CODES;

    // Each remedy asks for dozens.
    private static final Map<String, Fact> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Fact::word, fact -> fact));

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The fact of a word in braces, such as {@code sender-domain}. */
    static Optional<Fact> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    String word() {
        return word;
    }
}
