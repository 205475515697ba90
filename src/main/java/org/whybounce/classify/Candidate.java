package org.whybounce.classify;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whybounce.model.Phrase;
import org.whybounce.model.Reason;
import org.whybounce.model.Rival;
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

    /** What decides between two rules, and what is said of the one that loses. */
    private record Criterion(Phrase lost, Comparator<Candidate> order) {}

    private static final List<Criterion> CRITERIA = List.of(
            new Criterion(Phrase.LOST_OWN, Comparator.comparing(c -> !c.users)),
            new Criterion(Phrase.LOST_WEAKER, Comparator.comparing(Candidate::kind)),
            new Criterion(Phrase.LOST_SUBJECT, Comparator.comparing(Candidate::doubtful)),
            new Criterion(
                    Phrase.LOST_UNSURE,
                    Comparator.comparing(
                            c -> c.doubtful() ? -c.rule.confidence().orElse(0.0) : 0.0)),
            new Criterion(Phrase.LOST_RESIDUAL, Comparator.comparing(c -> residual(c.rule.reason()))),
            new Criterion(Phrase.LOST_OUTSIDE, Comparator.comparing(c -> !c.inner)),
            new Criterion(Phrase.LOST_CONDITIONS, Comparator.comparing(c -> -c.rule.conditions())),
            new Criterion(Phrase.LOST_LETTERS, Comparator.comparing(c -> -c.literals)),
            new Criterion(Phrase.LOST_LATER, Comparator.comparing(Candidate::place)));

    /** The strongest first. */
    static final Comparator<Candidate> ORDER = CRITERIA.stream()
            .map(Criterion::order)
            .reduce(Comparator::thenComparing)
            .orElseThrow();

    /** This candidate as one that lost to another. */
    Rival lostTo(Candidate winner) {
        return CRITERIA.stream()
                .filter(criterion -> criterion.order().compare(this, winner) > 0)
                .findFirst()
                .map(criterion -> rival(criterion.lost()))
                .orElseGet(() -> new Rival(rule.name(), rule.origin(), rule.reason(), ""));
    }

    Rival rival(Phrase lost) {
        return new Rival(rule.name(), rule.origin(), rule.reason(), lost.english());
    }

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
