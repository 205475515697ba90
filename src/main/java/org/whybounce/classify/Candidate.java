package org.whybounce.classify;

import java.util.Comparator;
import org.whybounce.model.Reason;

/**
 * A rule that matched, with its evidence.
 *
 * @param rule the rule
 * @param place its place among all rules
 * @param users whether it is a user's own
 * @param kind the kind of evidence
 * @param literals how many literal characters matched
 * @param start where the evidence begins in the wording; -1 where it is not in the words
 * @param end where it ends, exclusive
 * @param words what matched, as it stands in the text
 * @param inner whether it stands in the innermost quoted reply
 */
record Candidate(
        Rule rule, int place, boolean users, Kind kind, int literals, int start, int end, String words, boolean inner) {

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
            .thenComparing(c -> residual(c.rule.reason()))
            .thenComparing(c -> !c.inner)
            .thenComparing(c -> -c.rule.conditions())
            .thenComparing(c -> -c.literals)
            .thenComparing(Candidate::place);

    /** Reasons that by their definition hold only where no other is named. */
    static boolean residual(Reason reason) {
        return switch (reason) {
            case EXPIRED, UNDETERMINED -> true;
            default -> false;
        };
    }
}
