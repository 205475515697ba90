package org.whybounce.model;

/** What sort of mail a message is. */
public enum Kind {
    /** A report of at least one recipient to whom the mail could not be delivered. */
    BOUNCE("bounce"),
    /** A report that the mail is late; it may still arrive. */
    DELAY("delay"),
    /** A report that the mail was delivered, relayed or expanded. */
    DELIVERED("delivered"),
    /** An automatic answer, such as a vacation notice (RFC 3834). */
    AUTO_REPLY("auto-reply"),
    /** A recipient's complaint (RFC 5965 and its older kin). */
    COMPLAINT("complaint"),
    /** A disposition notification: the mail was displayed or deleted (RFC 8098). */
    READ_RECEIPT("read-receipt"),
    /** None of these, and so no failure. */
    OTHER("other");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /**
     * The word used in printed results.
     *
     * @return the word, such as {@code auto-reply}
     */
    public String word() {
        return word;
    }
}
