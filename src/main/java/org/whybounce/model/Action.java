package org.whybounce.model;

import java.util.Locale;
import java.util.Optional;

/** RFC 3464, section 2.3.3: what became of the message for one recipient. */
public enum Action {
    /** It could not be delivered, and the reporting server has given up. */
    FAILED("failed"),
    /** It could not be delivered yet; the reporting server goes on trying. */
    DELAYED("delayed"),
    /** It was delivered. */
    DELIVERED("delivered"),
    /** It was handed to a system that may not report on it. */
    RELAYED("relayed"),
    /** It was delivered to a list or alias, and passed on to its members. */
    EXPANDED("expanded");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    /**
     * The word that stands in the {@code Action} field.
     *
     * @return the word in lower case
     */
    public String word() {
        return word;
    }

    /**
     * Finds the action that a field's text begins with; comments and letter case do not matter.
     *
     * @param text the body of an {@code Action} field, such as {@code Failed (no such user)}
     * @return the action, or empty where the text begins with none of the five words
     */
    public static Optional<Action> findIn(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        for (Action action : values()) {
            if (lower.startsWith(action.word)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
