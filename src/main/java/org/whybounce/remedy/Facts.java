package org.whybounce.remedy;

import java.util.Optional;
import java.util.regex.Pattern;
import org.whybounce.model.Listing;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.RecipientFields;
import org.whybounce.model.Refusal;
import org.whybounce.model.Side;
import org.whybounce.text.Addresses;
import org.whybounce.text.HostNames;

/**
 * What one bounce tells, for the blanks of a remedy. A person copies these into a zone file or a shell, and the words
 * come from strangers: a name or address holds nothing but what names and addresses are made of. Immutable.
 */
public final class Facts {

    private static final int LONGEST_REPLY = 800;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]{1,63}(?:\\.[\\p{L}\\p{N}_-]{1,63}){0,30}");
    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._+=~/#-]{1,255}@[\\p{L}\\p{N}._-]{1,255}");
    private static final Pattern URL = Pattern.compile("https?://[\\w./?&=%:#+~@-]{1,500}");

    private final Optional<Refusal> refusal;
    private final Optional<Listing> listing;
    private final Optional<OriginalMessage> original;
    private final Optional<RecipientFields> recipient;

    private Facts(
            Optional<Refusal> refusal,
            Optional<Listing> listing,
            Optional<OriginalMessage> original,
            Optional<RecipientFields> recipient) {
        this.refusal = refusal;
        this.listing = listing;
        this.original = original;
        this.recipient = recipient;
    }

    /** {@return that nothing is known} */
    public static Facts none() {
        return new Facts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * What is known of a refusal.
     *
     * @param refusal the refusal
     * @return its facts
     */
    public static Facts of(Refusal refusal) {
        return new Facts(Optional.of(refusal), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Adds what the report tells beside the refusal.
     *
     * @param message the message that came back
     * @param fields what the report says of the recipient
     * @return these facts and those
     */
    public Facts with(Optional<OriginalMessage> message, RecipientFields fields) {
        return new Facts(refusal, listing, message, Optional.of(fields));
    }

    /**
     * Adds the blocklist that the refusal names.
     *
     * @param entry the entry on it
     * @return these facts and that
     */
    public Facts with(Optional<Listing> entry) {
        return new Facts(refusal, entry, original, recipient);
    }

    Optional<String> get(Fact fact) {
        return switch (fact) {
            case SENDER -> original.flatMap(OriginalMessage::from).flatMap(Facts::address);
            case SENDER_DOMAIN -> senderDomain();
            case ENVELOPE_DOMAIN -> envelopeDomain().or(this::senderDomain);
            case RECIPIENT ->
                recipient
                        .flatMap(fields -> fields.finalRecipient().or(fields::originalRecipient))
                        .flatMap(Facts::address);
            case RECIPIENT_DOMAIN -> refusal.flatMap(Refusal::recipientDomain).flatMap(Facts::name);
            case RECEIVER -> receiver();
            case OUTGOING_SERVER ->
                receiver()
                        .filter(host -> refusal.filter(Facts::byOutgoingServer).isPresent());
            case OWN_SERVER -> ownServer();
            case IP -> ip();
            case ADDRESS_TYPE -> ip().map(address -> address.contains(":") ? "AAAA" : "A");
            case REVERSE_NAME -> ip().flatMap(ReverseNames::of);
            case SPF_IP -> ip().map(address -> (address.contains(":") ? "ip6:" : "ip4:") + address);
            case HELO -> refusal.flatMap(r -> Said.helo(r.text())).flatMap(Facts::name);
            case LISTED -> listing.flatMap(Listing::listed).flatMap(Facts::name).or(this::listedIp);
            case BLOCKLIST -> listing.map(Listing::name);
            case LOOK_UP ->
                listing.flatMap(Listing::lookupUrl)
                        .filter(url -> URL.matcher(url).matches());
            case REPLY -> refusal.map(Refusal::text).flatMap(Facts::oneLine);
            case TIME -> recipient.flatMap(RecipientFields::lastAttemptDate).flatMap(Facts::oneLine);
            case PROVIDER -> provider().map(Provider::name);
            case POSTMASTER -> provider().flatMap(Provider::postmaster);
            case REPLY_CODES -> provider().flatMap(Provider::replies);
        };
    }

    private static boolean byOutgoingServer(Refusal refusal) {
        return refusal.side() == Side.OWN || refusal.bySmartHost();
    }

    private Optional<String> senderDomain() {
        return original.flatMap(OriginalMessage::from)
                .flatMap(Facts::address)
                .flatMap(Addresses::domain)
                .or(() -> refusal.flatMap(Refusal::senderDomain))
                .flatMap(Facts::name);
    }

    private Optional<String> envelopeDomain() {
        return refusal.flatMap(r -> Said.envelopeDomain(r.text()))
                .or(() -> original.flatMap(OriginalMessage::returnPath)
                        .flatMap(Facts::address)
                        .flatMap(Addresses::domain))
                .flatMap(Facts::name);
    }

    private Optional<String> receiver() {
        return refusal.flatMap(Refusal::remoteMta)
                .flatMap(host -> HostNames.looksLikeIp(host) ? Optional.of(host) : name(host));
    }

    /** The server that wrote the report, unless that one stands on the recipient's side or refused the mail itself. */
    private Optional<String> ownServer() {
        Optional<String> receiver = receiver();
        Optional<String> domain = get(Fact.RECIPIENT_DOMAIN);
        return refusal.flatMap(Refusal::reportingMta)
                .flatMap(Facts::name)
                .filter(HostNames::looksLikeHost)
                .filter(host -> receiver.isPresent() && !receiver.get().equalsIgnoreCase(host))
                .filter(host -> domain.filter(d -> Provider.isWithin(host, d)).isEmpty());
    }

    private Optional<String> listedIp() {
        return listing.flatMap(Listing::listed).filter(Said::isPublic);
    }

    private Optional<String> ip() {
        return listedIp().or(() -> refusal.flatMap(r -> Said.ip(r.text(), receiver())));
    }

    private Optional<Provider> provider() {
        return receiver()
                .flatMap(Provider::of)
                .or(() -> receiver().isPresent()
                        ? Optional.empty()
                        : get(Fact.RECIPIENT_DOMAIN).flatMap(Provider::of));
    }

    private static Optional<String> name(String host) {
        String bare = host.strip().replaceAll("\\.$", "");
        return bare.length() <= 255 && NAME.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
    }

    private static Optional<String> address(String field) {
        return Addresses.bare(field).filter(value -> ADDRESS.matcher(value).matches());
    }

    private static Optional<String> oneLine(String text) {
        // Format characters could turn the order of what is read; control characters could act on a terminal.
        String line = text.replaceAll("\\s+", " ")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}]", "?")
                .strip();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(line.length() > LONGEST_REPLY ? line.substring(0, LONGEST_REPLY) + " …" : line);
    }
}
