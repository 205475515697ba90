package org.whybounce.classify;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.whybounce.model.Reason;
import org.whybounce.text.PhraseMatcher;
import org.whybounce.text.Wording;

/**
 * A rule that matched, with its evidence.
 *
 * @param rule the rule
 * @param place its place among all rules
 * @param users whether it is a user's own
 * @param kind the kind of evidence
 * @param literals how many literal characters matched
 * @param match where the words stand; null where a code decides
 * @param where the wording in which they stand
 * @param inner whether it stands in the innermost quoted reply
 */
record Candidate(
        Rule rule,
        int place,
        boolean users,
        Kind kind,
        int literals,
        PhraseMatcher.@Nullable Match match,
        Wording where,
        boolean inner) {

    /** The kinds of evidence, the strongest first. */
    enum Kind {
        TOKEN,
        PHRASE,
        STATUS,
        REPLY
    }

    /** The strongest first. */
    static final Comparator<Candidate> ORDER = Comparator.comparing((Candidate c) -> !c.users)
            .thenComparing(Candidate::kind)
            .thenComparing(Candidate::doubtful)
            .thenComparing(c -> c.doubtful() ? -c.rule.confidence().orElse(0.0) : 0.0)
            .thenComparing(c -> residual(c.rule.reason()))
            .thenComparing(c -> !c.inner)
            .thenComparing(c -> -c.rule.conditions())
            .thenComparing(c -> -c.literals)
            .thenComparing(Candidate::place);

    /** {@return what matched, as it stands in the text; empty where a code decides} */
    String words() {
        return match == null ? "" : match.quote(where);
    }

    /** Whether another rule's words stand apart from these. */
    boolean apartFrom(Candidate other) {
        return match == null
                || other.match == null
                || where != other.where
                || match.end() <= other.match.start()
                || match.start() >= other.match.end();
    }

    /** Whether the rule itself says that its words do not settle it; such words yield to any that do. */
    boolean doubtful() {
        return rule.reason() == Reason.UNDETERMINED || rule.confidence().orElse(1.0) < 0.9;
    }

    /** Some reasons hold, by their definition, only where the words name no other: the later, the higher. */
    static int residual(Reason reason) {
        return switch (reason) {
            case HELO_REJECTED -> 1;
            case POLICY_REJECTED, RECIPIENT_REFUSED -> 2;
            case EXPIRED, UNDETERMINED -> 3;
            default -> 0;
        };
    }
}
