package org.whybounce.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.whybounce.model.Evidence;
import org.whybounce.model.Listing;
import org.whybounce.model.Permanence;
import org.whybounce.model.Phrase;
import org.whybounce.model.Reason;
import org.whybounce.model.Refusal;
import org.whybounce.model.Rival;
import org.whybounce.text.Wording;

/** From the rules that matched, strongest first, to a finding: what wins, how sure, and what else the words say. */
final class Conclusion {

    private static final double TOKEN = 0.97;
    private static final double PHRASE = 0.95;
    private static final double LIST = 0.85;
    private static final double DIVIDED = 0.8;
    private static final double SURE = 0.9;
    // How likely, by the samples, a reason must be for its words to be sure beside words that name another, and beside
    // words that hint at another. Of some 2,100 such verdicts on replies that no rule was written for, those that fall
    // short were right in 6 of 10 cases, the others in 96 of 100.
    private static final double CLEAR = 0.9;
    private static final double UNLIKELY = 0.001;
    // A code that is no surer than this says less than words that are like those of a sample.
    private static final double VAGUE = 0.6;
    // Nor do words that are no surer than this.
    private static final double HINT = 0.45;
    private static final double LIKELY = 0.5;
    private static final double RESEMBLANCE = 0.6;
    private static final int FEWEST_WORDS = 2;
    // "Message not accepted" and "could not be delivered to" are like a hundred samples, and say nothing.
    private static final int FEWEST_WORDS_OF_PROSE = 5;

    private final BlocklistCatalogue lists;
    private final StatusRegistry registry;
    private final SideRemedies sides;
    private final Supplier<Resemblance> resemblance;

    Conclusion(
            BlocklistCatalogue lists, StatusRegistry registry, SideRemedies sides, Supplier<Resemblance> resemblance) {
        this.lists = lists;
        this.registry = registry;
        this.sides = sides;
        this.resemblance = resemblance;
    }

    Finding of(Facts facts, List<Candidate> candidates) {
        Optional<BlocklistCatalogue.Named> named = lists.find(facts.wording);
        Optional<StatusRegistry.Entry> code = registry.find(facts.refusal);
        double known = code.map(StatusRegistry.Entry::confidence).orElse(0.0);
        // Words that doubt themselves yield to a code that says more.
        double own = byWords(candidates) ? candidates.get(0).rule().confidence().orElse(1.0) : 0;
        boolean hint = own < HINT && !candidates.isEmpty() && !candidates.get(0).users();
        if (own > LIST || (own > 0 && !hint && named.isEmpty() && own >= known)) {
            return byRule(facts, candidates, named);
        }
        if (named.isPresent()) {
            BlocklistCatalogue.Named list = named.get();
            Reason reason = list.blocklist().listsIps() ? Reason.IP_BLOCKLISTED : Reason.DOMAIN_BLOCKLISTED;
            return finding(
                    facts,
                    reason,
                    LIST,
                    Optional.of(list.listing(facts.wording)),
                    new Evidence(
                            facts.refusal.field(),
                            "blocklist-" + list.blocklist().id(),
                            list.blocklist().origin(),
                            list.words(),
                            rivals(candidates, Phrase.LOST_TO_LIST)));
        }
        if (!candidates.isEmpty()
                && candidates.get(0).kind().compareTo(Candidate.Kind.PHRASE) > 0
                && candidates.get(0).rule().reason() != Reason.UNDETERMINED) {
            return byRule(facts, candidates, named);
        }
        if (known <= VAGUE) {
            Optional<Finding> likely = byResemblance(facts, candidates);
            boolean same = own > 0
                    && own >= known
                    && likely.map(Finding::reason)
                            .equals(Optional.of(candidates.get(0).rule().reason()));
            if (likely.isPresent() && !same) {
                return likely.get();
            }
        }
        if (own > 0 && own >= known) {
            return byRule(facts, candidates, named);
        }
        return code.map(entry -> finding(
                        facts,
                        entry.reason(),
                        entry.confidence(),
                        Optional.empty(),
                        new Evidence(
                                entry.field(),
                                entry.rule(),
                                Optional.of(entry.origin()),
                                entry.words(),
                                rivals(candidates, Phrase.LOST_TO_CODE))))
                .orElseGet(() -> nothing(facts, candidates));
    }

    /** What no rule has words for is judged by the samples that it resembles, where they are clear. */
    private Optional<Finding> byResemblance(Facts facts, List<Candidate> candidates) {
        // Pasted words are a server's; a report without any code may have told only that it failed.
        boolean prose = facts.refusal.reply().isEmpty()
                && facts.refusal.status().isEmpty()
                && facts.refusal.recipientDomain().isPresent();
        return resemblance
                .get()
                .of(facts.wording, facts.refusal, candidates.isEmpty() && !prose ? FEWEST_WORDS : FEWEST_WORDS_OF_PROSE)
                .filter(like -> like.probability() >= LIKELY && like.reason() != Reason.UNDETERMINED)
                .map(like -> finding(
                        facts,
                        like.reason(),
                        Math.round(RESEMBLANCE * like.probability() * 100) / 100.0,
                        Optional.empty(),
                        new Evidence(
                                facts.refusal.field(),
                                Evidence.RESEMBLANCE,
                                Optional.empty(),
                                like.words(),
                                rivals(candidates, Phrase.LOST_SILENT))));
    }

    boolean knows(String blocklist) {
        return lists.byId(blocklist).isPresent();
    }

    private static boolean byWords(List<Candidate> candidates) {
        return !candidates.isEmpty()
                && candidates.get(0).kind().compareTo(Candidate.Kind.PHRASE) <= 0
                && candidates.get(0).rule().reason() != Reason.UNDETERMINED;
    }

    private Finding nothing(Facts facts, List<Candidate> candidates) {
        if (!candidates.isEmpty()) {
            return byRule(facts, candidates, Optional.empty());
        }
        return finding(
                facts,
                Reason.UNDETERMINED,
                0,
                Optional.empty(),
                new Evidence(facts.refusal.field(), "none", Optional.empty(), "", List.of()));
    }

    private Finding byRule(Facts facts, List<Candidate> candidates, Optional<BlocklistCatalogue.Named> named) {
        Candidate best = candidates.get(0);
        Rule rule = best.rule();
        Reason reason = reason(rule, facts);
        Optional<Listing> listing = rule.blocklist()
                .flatMap(lists::byId)
                .map(list -> list.listing(facts.wording))
                .or(() -> named.map(list -> list.listing(facts.wording)))
                .or(() -> unknownList(reason, facts.wording));
        String words = best.words();
        String field = facts.refusal.field();
        if (best.kind() == Candidate.Kind.STATUS) {
            field = "status";
            words = facts.refusal.status().map(Object::toString).orElse("");
        } else if (best.kind() == Candidate.Kind.REPLY) {
            field = "reply";
            words = facts.refusal
                    .reply()
                    .map(reply -> String.valueOf(reply.code()))
                    .orElse("");
        }
        Permanence permanence = rule.permanence().orElseGet(() -> Permanences.of(facts.refusal, reason));
        double confidence = confidence(best, reason, facts, candidates);
        boolean dead = dead(reason)
                && permanence == Permanence.PERMANENT
                && best.kind().compareTo(Candidate.Kind.PHRASE) <= 0
                && confidence >= SURE;
        return new Finding(
                reason,
                permanence,
                rule.suppress().map(yes -> yes && confidence >= DIVIDED).orElse(dead),
                confidence,
                rule.remedies().isEmpty() ? sides.of(reason, facts) : rule.remedies(),
                RetryTimes.find(facts.wording),
                listing,
                rule.label(),
                new Evidence(field, rule.name(), Optional.of(rule.origin()), words, rivals(candidates)));
    }

    /** What a rule means; where its words leave that open, the reason whose samples the text resembles most. */
    private Reason reason(Rule rule, Facts facts) {
        if (rule.among().isEmpty()) {
            return rule.reason();
        }
        List<Reason> open = new ArrayList<>(rule.among());
        open.add(rule.reason());
        return resemblance.get().among(facts.wording, facts.refusal, open).orElse(rule.reason());
    }

    private static Optional<Listing> unknownList(Reason reason, Wording wording) {
        boolean ips = reason == Reason.IP_BLOCKLISTED || reason == Reason.DYNAMIC_IP;
        return ips || reason == Reason.DOMAIN_BLOCKLISTED || reason == Reason.URL_BLOCKLISTED
                ? BlocklistCatalogue.unknown(wording, ips).map(list -> list.listing(wording))
                : Optional.empty();
    }

    private static boolean dead(Reason reason) {
        return switch (reason) {
            case USER_UNKNOWN, MAILBOX_DISABLED, RECIPIENT_MOVED, DOMAIN_UNKNOWN, NULL_MX, SUPPRESSED -> true;
            default -> false;
        };
    }

    /**
     * Words that name a second cause, apart from the words that decided, divide the confidence, unless the samples speak
     * for the first; any hint at a second cause does where they speak against it. A user's rule needs no samples.
     */
    private double confidence(Candidate best, Reason reason, Facts facts, List<Candidate> candidates) {
        double own = best.rule()
                .confidence()
                .orElse(
                        switch (best.kind()) {
                            case TOKEN -> TOKEN;
                            case PHRASE -> best.rule().reason() == Reason.UNDETERMINED ? 0.3 : PHRASE;
                            case STATUS -> 0.7;
                            case REPLY -> 0.4;
                        });
        List<Candidate> rivals = best.kind() != Candidate.Kind.PHRASE || own <= DIVIDED
                ? List.of()
                : candidates.stream()
                        .filter(other -> other.kind() == Candidate.Kind.PHRASE
                                && other.rule().reason() != reason
                                && Candidate.residual(other.rule().reason()) == 0)
                        .toList();
        if (rivals.isEmpty()) {
            return own;
        }
        boolean divided = rivals.stream().anyMatch(other -> !other.doubtful() && other.apartFrom(best));
        double likelihood = resemblance.get().likelihood(facts.wording, facts.refusal, reason);
        boolean doubted = divided ? best.users() || likelihood < CLEAR : !best.users() && likelihood < UNLIKELY;
        return doubted ? DIVIDED : own;
    }

    private static List<Rival> rivals(List<Candidate> candidates) {
        return candidates.stream()
                .skip(1)
                .map(other -> other.lostTo(candidates.get(0)))
                .toList();
    }

    private static List<Rival> rivals(List<Candidate> candidates, Phrase lost) {
        return candidates.stream().map(other -> other.rival(lost)).toList();
    }

    private Finding finding(
            Facts facts, Reason reason, double confidence, Optional<Listing> listing, Evidence evidence) {
        Refusal refusal = facts.refusal;
        return new Finding(
                reason,
                Permanences.of(refusal, reason),
                false,
                confidence,
                sides.of(reason, facts),
                RetryTimes.find(facts.wording),
                listing,
                Optional.empty(),
                evidence);
    }
}
