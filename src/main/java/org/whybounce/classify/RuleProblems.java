package org.whybounce.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whybounce.model.Refusal;
import org.whybounce.model.Side;
import org.whybounce.text.PhraseMatcher;
import org.whybounce.text.Wording;

/**
 * What is wrong with rules, beside their syntax: samples that another rule decides, phrases without a sample, phrases
 * that can never decide, and rules that say two things of the same words. One line for each problem, with file and line.
 */
public final class RuleProblems {

    private final Classifier classifier;
    private final List<String> problems = new ArrayList<>();

    private RuleProblems(Classifier classifier) {
        this.classifier = classifier;
    }

    /**
     * Checks rules among all others.
     *
     * @param classifier the classifier that holds them
     * @param rules the rules to check
     * @return the problems, each a line that begins with file and line; empty where there is none
     */
    public static List<String> of(Classifier classifier, List<Rule> rules) {
        RuleProblems check = new RuleProblems(classifier);
        check.names();
        check.contradictions(rules);
        rules.forEach(check::samples);
        return List.copyOf(check.problems);
    }

    private void problem(String origin, Rule rule, String words) {
        problems.add(origin + ": " + rule.name() + ": " + words);
    }

    private void names() {
        Map<String, Rule> first = new HashMap<>();
        for (Rule rule : classifier.rules()) {
            Rule other = first.putIfAbsent(rule.name(), rule);
            if (other != null) {
                problem(rule.origin(), rule, "the name is taken by " + other.origin());
            }
        }
    }

    /** The same words under the same conditions: the rule that comes first decides, the other is dead. */
    private void contradictions(List<Rule> rules) {
        Map<String, Rule> first = new HashMap<>();
        for (Rule rule : classifier.rules()) {
            for (String phrase : new LinkedHashSet<>(rule.phrases())) {
                String key = String.join(
                        "\n",
                        phrase.toLowerCase(Locale.ROOT),
                        rule.with().toString(),
                        rule.not().toString(),
                        rule.urls().toString(),
                        rule.statuses().toString(),
                        rule.replies().toString(),
                        rule.hosts().toString(),
                        rule.commands().toString(),
                        rule.side().toString());
                Rule other = first.putIfAbsent(key, rule);
                if (other != null && (rules.contains(rule) || rules.contains(other))) {
                    String what = rule.reason() == other.reason() ? "is dead, for " : "contradicts ";
                    problem(
                            rule.origin(),
                            rule,
                            "\"" + phrase + "\" " + what + other.name() + " (" + other.reason() + ", " + other.origin()
                                    + ") decides it");
                }
            }
        }
    }

    private void samples(Rule rule) {
        rule.blocklist()
                .filter(name -> !classifier.knows(name))
                .ifPresent(name -> problem(rule.origin(), rule, "no such Blocklist: " + name));
        for (Rule.Sample sample : rule.samples()) {
            Finding finding = classifier.classify(refusal(rule, sample.text()));
            if (!finding.evidence().rule().equals(rule.name())) {
                problem(
                        sample.origin(),
                        rule,
                        "its sample is decided by " + finding.evidence().rule() + " (" + finding.reason() + ", "
                                + finding.evidence().origin().orElse("-") + ", \""
                                + finding.evidence().words() + "\"; also "
                                + finding.evidence().alsoMatched() + "): "
                                + sample.text().replaceAll("\\s+", " "));
            }
        }
        if (rule.samples().isEmpty()) {
            problem(rule.origin(), rule, "no sample; give it a Sample: and where it is from as its Source:");
            return;
        }
        phrases(rule, rule.tokens(), false);
        phrases(rule, rule.phrases(), false);
        phrases(rule, rule.urls(), true);
    }

    private void phrases(Rule rule, List<String> phrases, boolean urls) {
        for (String phrase : phrases) {
            PhraseMatcher matcher = PhraseMatcher.of(List.of(phrase));
            boolean covered = false;
            boolean repeated = true;
            for (Rule.Sample sample : rule.samples()) {
                Facts facts = new Facts(refusal(rule, sample.text()));
                Wording wording = urls ? facts.setAside : facts.wording;
                if (!matcher.matches(wording).isEmpty()) {
                    covered = true;
                    repeated &= sample.text().strip().equalsIgnoreCase(phrase);
                }
            }
            if (!covered) {
                problem(rule.origin(), rule, "no sample for \"" + phrase + "\"");
            } else if (repeated) {
                problem(rule.origin(), rule, "the sample merely repeats \"" + phrase + "\"");
            }
        }
    }

    /** A refusal in the circumstances that the rule asks for. */
    static Refusal refusal(Rule rule, String text) {
        Refusal bare = Refusal.of(text);
        boolean own = rule.side().filter(side -> side == Side.OWN).isPresent();
        boolean remote = rule.side().filter(side -> side == Side.REMOTE).isPresent();
        Optional<String> host = rule.hosts().stream()
                .findFirst()
                .map(suffix -> suffix.startsWith(".") ? "mx" + suffix : suffix)
                .or(() -> remote ? Optional.of("mx.example.net") : Optional.empty());
        Optional<String> command = bare.smtpCommand().or(() -> Wording.of(text).command());
        return new Refusal(
                text,
                bare.reply(),
                bare.status(),
                command.or(() -> rule.commands().stream().findFirst()),
                host,
                remote ? Optional.of("mail.example.org") : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                own,
                "diagnostic-code");
    }
}
