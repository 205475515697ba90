package org.whybounce.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why a recipient's mail was refused, and what to do.
 *
 * @param reason why
 * @param permanence whether the condition lasts
 * @param suppress true where the address itself is dead and should leave a mailing list
 * @param confidence 0 to 1: 1 for words that name the reason, lower for a bare enhanced status, lowest for a bare
 *     reply code; 0 where nothing tells
 * @param remedy the likeliest cure
 * @param otherRemedies further cures in order of likelihood, where the report does not tell which applies
 * @param retryAfter when to come back, where the reply says so
 * @param blocklist the list that the reply names, empty where it names none
 * @param label what the deciding rule calls the case, a site's own word; empty where it gives none
 * @param evidence what the verdict rests on
 */
public record Verdict(
        Reason reason,
        Permanence permanence,
        boolean suppress,
        double confidence,
        Remedy remedy,
        List<RemedyCode> otherRemedies,
        Optional<Duration> retryAfter,
        Optional<Listing> blocklist,
        Optional<String> label,
        Evidence evidence) {

    /**
     * Keeps an unmodifiable copy and checks the range.
     *
     * @throws IllegalArgumentException where the confidence is outside 0 to 1
     */
    public Verdict {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be 0 to 1: " + confidence);
        }
        otherRemedies = List.copyOf(otherRemedies);
    }

    /** {@return the family of the reason} */
    public Category category() {
        return reason.category();
    }
}
