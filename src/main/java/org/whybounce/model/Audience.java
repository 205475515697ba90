package org.whybounce.model;

/** Who must act for a remedy to work. */
public enum Audience {
    /** Whoever wrote the mail, at their mail program or account. */
    SENDER("sender"),
    /** Whoever runs the sender's mail server, domain or DNS; for many senders their provider. */
    SENDER_ADMIN("sender-admin"),
    /** Whoever the mail was for. */
    RECIPIENT("recipient"),
    /** Whoever runs the recipient's mail server or domain. */
    RECIPIENT_ADMIN("recipient-admin");

    private final String word;

    Audience(String word) {
        this.word = word;
    }

    /**
     * The word used in data files and in printed results.
     *
     * @return the word, such as {@code sender-admin}
     */
    public String word() {
        return word;
    }
}
