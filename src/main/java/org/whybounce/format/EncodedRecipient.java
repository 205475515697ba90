package org.whybounce.format;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.RecipientFields;
import org.whybounce.text.Addresses;
import org.whybounce.text.ReturnPath;
import org.whybounce.text.Verp;

/**
 * The recipient whom the sender has put into the envelope sender, to which the report came. What a user's own scheme
 * holds is a fact; what merely looks like one in common use counts only where the report names nobody.
 */
final class EncodedRecipient {

    private static final List<String> HEADERS = List.of(
            "x-original-to", "delivered-to", "envelope-to", "x-envelope-to", "x-delivered-to", "x-rcpt-to", "to");

    private final List<Verp> own;

    EncodedRecipient(List<Verp> own) {
        this.own = List.copyOf(own);
    }

    /** Who is encoded, for a report that names nobody. */
    Optional<String> in(BounceMessage message) {
        return byOwn(message).or(() -> find(message, Verp::inCommonForm));
    }

    /** Adds the address that the sender had used, where the report does not tell it. */
    Reading complete(BounceMessage message, Reading reading) {
        if (reading.recipients().size() != 1) {
            return reading;
        }
        RecipientFields only = reading.recipients().get(0);
        boolean nameless =
                only.finalRecipient().isEmpty() && only.originalRecipient().isEmpty();
        Optional<String> encoded = nameless ? in(message) : byOwn(message);
        boolean news = encoded.filter(address -> only.originalRecipient().isEmpty()
                        && !only.finalRecipient().map(address::equalsIgnoreCase).orElse(false))
                .isPresent();
        return news
                ? reading.withRecipients(List.of(
                        only.toBuilder().originalRecipient(encoded.get()).build()))
                : reading;
    }

    private Optional<String> byOwn(BounceMessage message) {
        return own.isEmpty()
                ? Optional.empty()
                : find(message, address -> own.stream()
                        .flatMap(verp -> verp.recipient(address).stream())
                        .findFirst());
    }

    private static Optional<String> find(BounceMessage message, Function<String, Optional<String>> scheme) {
        return HEADERS.stream()
                .flatMap(name -> message.root().headers(name).stream())
                .flatMap(value -> Addresses.findAll(value).stream())
                .flatMap(address -> scheme.apply(ReturnPath.unwrap(address)).stream())
                .findFirst();
    }
}
