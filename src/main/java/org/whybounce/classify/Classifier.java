package org.whybounce.classify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whybounce.model.Refusal;
import org.whybounce.text.PhraseMatcher;

/**
 * Says why a mail was refused: by the words of the rules, else by a blocklist that is named, by the enhanced status, or
 * by the reply code, weighed with the samples that the text resembles. Immutable and safe for use by many threads.
 */
public final class Classifier {

    private enum Role {
        TOKEN,
        PHRASE,
        WITH,
        NOT,
        URL
    }

    private record Use(int rule, Role role) {}

    private final List<Rule> rules = new ArrayList<>();
    private final int users;
    private final List<Use> wordUses = new ArrayList<>();
    private final List<Use> urlUses = new ArrayList<>();
    private final List<Integer> wordless = new ArrayList<>();
    private final PhraseMatcher words;
    private final PhraseMatcher urls;
    private final Conclusion conclusion;
    private volatile @Nullable Resemblance resemblance;

    private Classifier(List<RuleFile> own, List<RuleFile> standard, BlocklistCatalogue lists, StatusRegistry registry) {
        own.forEach(file -> rules.addAll(file.rules()));
        users = rules.size();
        standard.forEach(file -> rules.addAll(file.rules()));
        List<String> phrases = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            use(i, Role.TOKEN, rule.tokens(), phrases, wordUses);
            use(i, Role.PHRASE, rule.phrases(), phrases, wordUses);
            use(i, Role.WITH, rule.with(), phrases, wordUses);
            use(i, Role.NOT, rule.not(), phrases, wordUses);
            use(i, Role.URL, rule.urls(), addresses, urlUses);
            if (rule.tokens().isEmpty()
                    && rule.phrases().isEmpty()
                    && rule.urls().isEmpty()) {
                wordless.add(i);
            }
        }
        words = PhraseMatcher.of(phrases);
        urls = PhraseMatcher.of(addresses);
        conclusion = new Conclusion(lists, registry, Resources.sides(), this::resemblance);
    }

    private static void use(int rule, Role role, List<String> phrases, List<String> all, List<Use> uses) {
        for (String phrase : phrases) {
            all.add(phrase);
            uses.add(new Use(rule, role));
        }
    }

    /**
     * The classifier with our own rules.
     *
     * @return a new one; building it takes longer than many classifications
     */
    public static Classifier standard() {
        return of(List.of(), List.of());
    }

    /**
     * A classifier that puts a user's rules and blocklists before our own.
     *
     * @param rules the user's rules, the first file first
     * @param blocklists the user's blocklists, the first file first
     * @return a new one; building it takes longer than many classifications
     */
    public static Classifier of(List<RuleFile> rules, List<BlocklistCatalogue> blocklists) {
        return new Classifier(
                rules, Resources.ruleFiles(), Resources.blocklists().after(blocklists), Resources.statusRegistry());
    }

    /**
     * Whether the catalogue of blocklists has an entry.
     *
     * @param blocklist its name
     * @return whether it is there
     */
    boolean knows(String blocklist) {
        return conclusion.knows(blocklist);
    }

    /** {@return all rules in their order, the user's first} */
    public List<Rule> rules() {
        return Collections.unmodifiableList(rules);
    }

    /**
     * Says why a mail was refused.
     *
     * @param refusal the words and what is known of their circumstances
     * @return the finding; its reason is {@code UNDETERMINED} where nothing tells
     */
    public Finding classify(Refusal refusal) {
        Facts facts = new Facts(refusal);
        List<Candidate> candidates = candidates(facts);
        candidates.sort(Candidate.ORDER);
        return conclusion.of(facts, candidates);
    }

    /** Made when it is first asked for: a vendor's own sign needs none. */
    private Resemblance resemblance() {
        Resemblance known = resemblance;
        if (known == null) {
            known = Resemblance.standard().with(rules.subList(0, users));
            resemblance = known;
        }
        return known;
    }

    private List<Candidate> candidates(Facts facts) {
        Map<Integer, Candidate> byRule = new HashMap<>();
        Set<Integer> with = new HashSet<>();
        Set<Integer> not = new HashSet<>();
        Map<Integer, Candidate> byUrl = new HashMap<>();
        for (PhraseMatcher.Match match : urls.matches(facts.setAside)) {
            int rule = urlUses.get(match.phrase()).rule();
            byUrl.merge(rule, candidate(rule, Candidate.Kind.PHRASE, match, facts, true), Classifier::stronger);
        }
        for (PhraseMatcher.Match match : words.matches(facts.wording)) {
            Use use = wordUses.get(match.phrase());
            switch (use.role()) {
                case WITH -> with.add(use.rule());
                case NOT -> not.add(use.rule());
                default -> {
                    Candidate.Kind kind = use.role() == Role.TOKEN ? Candidate.Kind.TOKEN : Candidate.Kind.PHRASE;
                    byRule.merge(use.rule(), candidate(use.rule(), kind, match, facts, false), Classifier::stronger);
                }
            }
        }
        byUrl.forEach((rule, candidate) -> {
            if (rules.get(rule).tokens().isEmpty() && rules.get(rule).phrases().isEmpty()) {
                byRule.put(rule, candidate);
            }
        });
        List<Candidate> candidates = new ArrayList<>();
        for (Candidate candidate : byRule.values()) {
            Rule rule = candidate.rule();
            int place = candidate.place();
            if ((rule.with().isEmpty() || with.contains(place))
                    && !not.contains(place)
                    && (rule.urls().isEmpty() || byUrl.containsKey(place))
                    && facts.meet(rule)) {
                candidates.add(candidate);
            }
        }
        for (int place : wordless) {
            Rule rule = rules.get(place);
            boolean withdrawn = (!rule.with().isEmpty() && !with.contains(place)) || not.contains(place);
            if (!withdrawn && facts.meet(rule)) {
                Candidate.Kind kind = rule.statuses().isEmpty() ? Candidate.Kind.REPLY : Candidate.Kind.STATUS;
                candidates.add(new Candidate(rule, place, place < users, kind, 0, null, facts.wording, false));
            }
        }
        return candidates;
    }

    private static Candidate stronger(Candidate one, Candidate other) {
        return Candidate.ORDER.compare(one, other) <= 0 ? one : other;
    }

    private Candidate candidate(int rule, Candidate.Kind kind, PhraseMatcher.Match match, Facts facts, boolean url) {
        return new Candidate(
                rules.get(rule),
                rule,
                rule < users,
                kind,
                match.literals(),
                match,
                url ? facts.setAside : facts.wording,
                !url && match.end() > facts.wording.focus());
    }
}
