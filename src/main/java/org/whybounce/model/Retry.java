package org.whybounce.model;

/** Whether sending the same mail again helps. */
public enum Retry {
    /** Sending again does not help. */
    NO("no"),
    /** It may go through later without anyone acting. */
    LATER("later"),
    /** Send again once the remedy has been carried out. */
    AFTER_FIX("after-fix");

    private final String word;

    Retry(String word) {
        this.word = word;
    }

    /**
     * The word used in data files and in printed results.
     *
     * @return the word, such as {@code after-fix}
     */
    public String word() {
        return word;
    }
}
