package org.whybounce.model;

/** The families of reasons. The first three are what a sender can most often cure. */
public enum Category {
    /** The receiving server refused the name or the reverse DNS with which the sending host presented itself. */
    HELO("The receiving server refused the name or the reverse DNS with which the sending host presented itself."),

    /** The sender, its login or its domain could not be authenticated, or was not allowed to send this way. */
    AUTH("The sender, its login or its domain could not be authenticated, or was not allowed to send this way."),

    /** A filter judged the content, the address or the reputation of the sender to be unwanted. */
    SPAM_FILTER("A filter judged the content, the address or the reputation of the sender to be unwanted."),

    /** The recipient's address does not exist, is closed, has moved or does not take this mail. */
    RECIPIENT("The recipient's address does not exist, is closed, has moved or does not take this mail."),

    /** The mailbox exists but cannot take the message now. */
    MAILBOX("The mailbox exists but cannot take the message now."),

    /** The recipient's domain cannot be found or routed to. */
    DOMAIN("The recipient's domain cannot be found or routed to."),

    /** The sender's address itself is not acceptable (its domain does not exist, it fails a call-back, it is empty). */
    SENDER(
            "The sender's address itself is not acceptable (its domain does not exist, it fails a call-back, it is empty)."),

    /** This message is too large, malformed or not convertible. */
    MESSAGE("This message is too large, malformed or not convertible."),

    /** Too much, too fast: connections, messages or recipients. */
    RATE("Too much, too fast: connections, messages or recipients."),

    /** The connection, the TLS layer or the SMTP dialogue failed, or the time ran out. */
    TRANSPORT("The connection, the TLS layer or the SMTP dialogue failed, or the time ran out."),

    /** A mail system on the way is broken, full, misconfigured or loops. */
    SYSTEM("A mail system on the way is broken, full, misconfigured or loops."),

    /** Nothing in the message tells why. */
    UNDETERMINED("Nothing in the message tells why.");

    private final String meaning;

    Category(String meaning) {
        this.meaning = meaning;
    }

    /**
     * What failures of this category have in common.
     *
     * @return one plain sentence
     */
    public String meaning() {
        return meaning;
    }
}
