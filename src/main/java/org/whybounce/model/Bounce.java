package org.whybounce.model;

import java.util.List;
import java.util.Optional;

/**
 * A report of a failed delivery.
 *
 * @param fields what the report says of the message as a whole
 * @param recipients every recipient that it names, in its order; also those who are not lost
 * @param original the message that came back, empty where the report neither returns nor mentions it
 */
public record Bounce(MessageFields fields, List<Recipient> recipients, Optional<OriginalMessage> original) {

    /** Keeps an unmodifiable copy. */
    public Bounce {
        recipients = List.copyOf(recipients);
    }

    /** {@return the recipients to whom the mail could not be delivered; at least one} */
    public List<Recipient> failed() {
        return recipients.stream().filter(r -> r.action() == Action.FAILED).toList();
    }

    /** {@return the recipients for whom the server goes on trying} */
    public List<Recipient> delayed() {
        return recipients.stream().filter(r -> r.action() == Action.DELAYED).toList();
    }
}
