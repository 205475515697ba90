package org.whybounce.classify;

import java.util.Optional;
import org.whybounce.model.EnhancedStatus;
import org.whybounce.model.Permanence;
import org.whybounce.model.Reason;
import org.whybounce.model.Refusal;

/** Whether a condition lasts: the class of the code says so, and where there is none, what the reason usually means. */
final class Permanences {

    private Permanences() {}

    static Permanence of(Refusal refusal, Reason reason) {
        if (reason == Reason.GREYLISTED) {
            return Permanence.TEMPORARY;
        }
        Optional<Integer> reply = refusal.reply().map(found -> found.code() / 100);
        Optional<Integer> status = refusal.status().map(EnhancedStatus::statusClass);
        int digit = reply.filter(value -> value >= 4).or(() -> status).orElse(0);
        if (digit == 4) {
            return Permanence.TEMPORARY;
        }
        return digit >= 5 ? Permanence.PERMANENT : usual(reason);
    }

    private static Permanence usual(Reason reason) {
        return switch (reason) {
            case MAILBOX_FULL,
                    MAILBOX_UNAVAILABLE,
                    RATE_LIMITED,
                    TOO_MANY_CONNECTIONS,
                    TOO_MANY_RECIPIENTS,
                    NETWORK_ERROR,
                    EXPIRED,
                    SYSTEM_ERROR,
                    SYSTEM_FULL,
                    GREYLISTED -> Permanence.TEMPORARY;
            default -> Permanence.PERMANENT;
        };
    }
}
