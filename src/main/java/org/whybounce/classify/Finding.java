package org.whybounce.classify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.whybounce.model.Evidence;
import org.whybounce.model.Listing;
import org.whybounce.model.Permanence;
import org.whybounce.model.Reason;
import org.whybounce.model.RemedyCode;

/**
 * Why a mail was refused: a verdict to which the remedies have not been added yet.
 *
 * @param reason why
 * @param permanence whether the condition lasts
 * @param suppress true where the address itself is dead
 * @param confidence 0 to 1, as in {@link org.whybounce.model.Verdict#confidence()}
 * @param remedies the codes that the deciding rule names, likeliest first; empty: those of the reason
 * @param retryAfter when to come back, where the words say so
 * @param blocklist the list that the words name
 * @param label the deciding rule's label
 * @param evidence what the finding rests on
 */
public record Finding(
        Reason reason,
        Permanence permanence,
        boolean suppress,
        double confidence,
        List<RemedyCode> remedies,
        Optional<Duration> retryAfter,
        Optional<Listing> blocklist,
        Optional<String> label,
        Evidence evidence) {

    /** Keeps an unmodifiable copy. */
    public Finding {
        remedies = List.copyOf(remedies);
    }
}
