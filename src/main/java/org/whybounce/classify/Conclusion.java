package org.whybounce.classify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

/**
 * From the rules that matched, strongest first, to a finding. The evidence claims a reason, with a confidence: the
 * words of a rule, else a list that is named, else a code. Then the samples that the text resembles are weighed against
 * the claim, odds against odds, and may outweigh it; but not a user's rule, nor a vendor's own sign.
 */
final class Conclusion {

    private static final double TOKEN = 0.97;
    private static final double PHRASE = 0.95;
    private static final double LIST = 0.85;
    private static final double DIVIDED = 0.8;
    private static final double SURE = 0.9;
    // The samples decide where a category is more likely than not, and one of its reasons stands out.
    private static final double LIKELY = 0.5;
    private static final double STANDING_OUT = 0.3;
    private static final int FEWEST_WORDS = 2;
    private static final int FEWEST_WORDS_AGAINST_A_CLAIM = 3;
    // "Message not accepted" and "could not be delivered to" are like a hundred samples, and say nothing.
    private static final int FEWEST_WORDS_OF_PROSE = 5;

    /**
     * What the evidence says.
     *
     * @param reasons those that it leaves open, the likeliest first; none where it says nothing
     * @param confidence how sure it is that it is one of them
     * @param settled whether no samples can outweigh it
     * @param found what is found, given which of the reasons it is, and how sure that is
     */
    private record Claim(List<Reason> reasons, double confidence, boolean settled, Found found) {

        /** The finding where no samples speak. */
        Finding alone() {
            return found.of(reasons.isEmpty() ? Reason.UNDETERMINED : reasons.get(0), confidence);
        }
    }

    private interface Found {
        Finding of(Reason reason, double confidence);
    }

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
        Claim claim = claim(facts, candidates, named);
        return claim.settled() ? settled(facts, claim) : weighed(facts, named, claim);
    }

    /** Where no samples can outweigh a claim, they still choose among the reasons that it leaves open. */
    private Finding settled(Facts facts, Claim claim) {
        if (claim.reasons().size() < 2) {
            return claim.alone();
        }
        Resemblance.Likeness likeness = resemblance.get().of(facts.wording, facts.refusal);
        Reason likeliest = Collections.max(claim.reasons(), Comparator.comparingDouble(likeness::of));
        return claim.found().of(likeliest, claim.confidence());
    }

    /** What the words of the rules, a list or the codes say, the strongest of them. */
    private Claim claim(Facts facts, List<Candidate> candidates, Optional<BlocklistCatalogue.Named> named) {
        Optional<StatusRegistry.Entry> code = registry.find(facts.refusal);
        double known = code.map(StatusRegistry.Entry::confidence).orElse(0.0);
        // Words that doubt themselves yield to a code that says more.
        double own = byWords(candidates) ? candidates.get(0).rule().confidence().orElse(1.0) : 0;
        if (own > LIST || (own > 0 && named.isEmpty() && own >= known)) {
            return byRule(facts, candidates, named);
        }
        if (named.isPresent()) {
            return byList(facts, candidates, named.get());
        }
        if (!candidates.isEmpty()
                && candidates.get(0).kind().compareTo(Candidate.Kind.PHRASE) > 0
                && candidates.get(0).rule().reason() != Reason.UNDETERMINED) {
            return byRule(facts, candidates, named);
        }
        if (code.isPresent()) {
            return byCode(facts, candidates, code.get());
        }
        return candidates.isEmpty() ? nothing(facts) : byRule(facts, candidates, named);
    }

    /** The claim and the samples together. */
    private Finding weighed(Facts facts, Optional<BlocklistCatalogue.Named> named, Claim claim) {
        Resemblance.Likeness likeness = resemblance.get().of(facts.wording, facts.refusal);
        if (likeness.words() < fewestWords(facts, claim)) {
            return claim.alone();
        }
        Scales scales = Scales.of(claim.reasons(), claim.confidence(), likeness::of);
        double confidence = Math.round(Math.min(PHRASE, scales.confidence()) * 100) / 100.0;
        if (claim.reasons().contains(scales.reason())) {
            return claim.found().of(scales.reason(), confidence);
        }
        if (scales.category() < LIKELY
                || scales.confidence() < STANDING_OUT
                || scales.reason() == Reason.UNDETERMINED) {
            return claim.alone();
        }
        return finding(
                facts,
                scales.reason(),
                confidence,
                listing(scales.reason(), named, facts.wording),
                new Evidence(
                        facts.refusal.field(),
                        Evidence.RESEMBLANCE,
                        Optional.empty(),
                        likeness.telling(scales.reason()),
                        outweighed(claim.alone())));
    }

    /** What the samples outweigh: what decided until then, and what it had won against. */
    private static List<Rival> outweighed(Finding finding) {
        Evidence evidence = finding.evidence();
        List<Rival> rivals = new ArrayList<>();
        evidence.origin()
                .ifPresent(origin -> rivals.add(
                        new Rival(evidence.rule(), origin, finding.reason(), Phrase.LOST_TO_SAMPLES.english())));
        rivals.addAll(evidence.rivals());
        return rivals;
    }

    private static int fewestWords(Facts facts, Claim claim) {
        // Pasted words are a server's; a report without any code may have told only that it failed.
        boolean prose = facts.refusal.reply().isEmpty()
                && facts.refusal.status().isEmpty()
                && facts.refusal.recipientDomain().isPresent();
        if (prose) {
            return FEWEST_WORDS_OF_PROSE;
        }
        return claim.reasons().isEmpty() ? FEWEST_WORDS : FEWEST_WORDS_AGAINST_A_CLAIM;
    }

    boolean knows(String blocklist) {
        return lists.byId(blocklist).isPresent();
    }

    private static boolean byWords(List<Candidate> candidates) {
        return !candidates.isEmpty()
                && candidates.get(0).kind().compareTo(Candidate.Kind.PHRASE) <= 0
                && candidates.get(0).rule().reason() != Reason.UNDETERMINED;
    }

    private Claim nothing(Facts facts) {
        Evidence none = new Evidence(facts.refusal.field(), "none", Optional.empty(), "", List.of());
        return new Claim(
                List.of(),
                0,
                false,
                (reason, confidence) -> finding(facts, reason, confidence, Optional.empty(), none));
    }

    private Claim byList(Facts facts, List<Candidate> candidates, BlocklistCatalogue.Named named) {
        Reason claimed = named.blocklist().listsIps() ? Reason.IP_BLOCKLISTED : Reason.DOMAIN_BLOCKLISTED;
        Evidence evidence = new Evidence(
                facts.refusal.field(),
                "blocklist-" + named.blocklist().id(),
                named.blocklist().origin(),
                named.words(),
                rivals(candidates, Phrase.LOST_TO_LIST));
        Optional<Listing> listing = Optional.of(named.listing(facts.wording));
        return new Claim(
                List.of(claimed),
                LIST,
                false,
                (reason, confidence) -> finding(facts, reason, confidence, listing, evidence));
    }

    private Claim byCode(Facts facts, List<Candidate> candidates, StatusRegistry.Entry code) {
        Evidence evidence = new Evidence(
                code.field(),
                code.rule(),
                Optional.of(code.origin()),
                code.words(),
                rivals(candidates, Phrase.LOST_TO_CODE));
        return new Claim(
                List.of(code.reason()),
                code.confidence(),
                false,
                (reason, confidence) -> finding(facts, reason, confidence, Optional.empty(), evidence));
    }

    private Claim byRule(Facts facts, List<Candidate> candidates, Optional<BlocklistCatalogue.Named> named) {
        Candidate best = candidates.get(0);
        List<Reason> reasons = new ArrayList<>(best.rule().among());
        reasons.add(0, best.rule().reason());
        reasons.remove(Reason.UNDETERMINED);
        return new Claim(
                reasons,
                confidence(best, candidates),
                best.users() || best.kind() == Candidate.Kind.TOKEN || bySetAside(best),
                (reason, confidence) -> byRule(facts, candidates, named, reason, confidence));
    }

    /** Whether a rule is sure by what the samples do not see: a URL or the answering host. */
    private static boolean bySetAside(Candidate best) {
        return !best.doubtful()
                && (!best.rule().urls().isEmpty() || !best.rule().hosts().isEmpty());
    }

    private Finding byRule(
            Facts facts,
            List<Candidate> candidates,
            Optional<BlocklistCatalogue.Named> named,
            Reason reason,
            double confidence) {
        Candidate best = candidates.get(0);
        Rule rule = best.rule();
        Optional<Listing> listing = rule.blocklist()
                .flatMap(lists::byId)
                .map(list -> list.listing(facts.wording))
                .or(() -> named.map(list -> list.listing(facts.wording)))
                .or(() -> listing(reason, named, facts.wording));
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

    /** Where a reason is that something is listed, by which list. */
    private static Optional<Listing> listing(Reason reason, Optional<BlocklistCatalogue.Named> named, Wording wording) {
        boolean ips = reason == Reason.IP_BLOCKLISTED || reason == Reason.DYNAMIC_IP;
        boolean listed = ips || reason == Reason.DOMAIN_BLOCKLISTED || reason == Reason.URL_BLOCKLISTED;
        return listed
                ? named.map(list -> list.listing(wording))
                        .or(() -> BlocklistCatalogue.unknown(wording, ips).map(list -> list.listing(wording)))
                : Optional.empty();
    }

    private static boolean dead(Reason reason) {
        return switch (reason) {
            case USER_UNKNOWN, MAILBOX_DISABLED, RECIPIENT_MOVED, DOMAIN_UNKNOWN, NULL_MX, SUPPRESSED -> true;
            default -> false;
        };
    }

    /** How sure a rule is; words that name a second cause, apart from the words that decided, divide its confidence. */
    private static double confidence(Candidate best, List<Candidate> candidates) {
        double own = best.rule()
                .confidence()
                .orElse(
                        switch (best.kind()) {
                            case TOKEN -> TOKEN;
                            case PHRASE -> best.rule().reason() == Reason.UNDETERMINED ? 0.3 : PHRASE;
                            case STATUS -> 0.7;
                            case REPLY -> 0.4;
                        });
        boolean divided = best.kind() == Candidate.Kind.PHRASE
                && own > DIVIDED
                && candidates.stream()
                        .anyMatch(other -> other.kind() == Candidate.Kind.PHRASE
                                && other.rule().reason() != best.rule().reason()
                                && Candidate.residual(other.rule().reason()) == 0
                                && !other.doubtful()
                                && other.apartFrom(best));
        return divided ? DIVIDED : own;
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
