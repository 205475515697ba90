package org.whybounce.classify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.whybounce.model.Refusal;
import org.whybounce.model.Side;
import org.whybounce.text.PhraseMatcher;
import org.whybounce.text.Wording;

/** What every rule must show: for each phrase a sample that the rule itself decides, with its source. */
final class RuleSamples {

    private RuleSamples() {}

    /** All that is wrong, one line each. */
    static List<String> problems(Classifier classifier) {
        List<String> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Rule rule : classifier.rules()) {
            if (!names.add(rule.name())) {
                problems.add(rule.origin() + ": the name " + rule.name() + " is taken");
            }
            rule(classifier, rule, problems);
        }
        return problems;
    }

    private static void rule(Classifier classifier, Rule rule, List<String> problems) {
        for (Rule.Sample sample : rule.samples()) {
            if (sample.source().isBlank()) {
                problems.add(sample.origin() + ": " + rule.name() + ": a sample without a source");
            }
            Finding finding = classifier.classify(refusal(rule, sample.text()));
            if (!finding.evidence().rule().equals(rule.name())) {
                problems.add(sample.origin() + ": " + rule.name() + ": its sample is decided by "
                        + finding.evidence().rule() + " (" + finding.reason() + ", "
                        + finding.evidence().origin().orElse("-") + ", \""
                        + finding.evidence().words() + "\"; also "
                        + finding.evidence().alsoMatched() + ")\n        "
                        + sample.text().replaceAll("\\s+", " "));
            }
        }
        if (rule.samples().isEmpty()) {
            problems.add(rule.origin() + ": " + rule.name() + ": no sample");
            return;
        }
        phrases(rule, rule.tokens(), false, problems);
        phrases(rule, rule.phrases(), false, problems);
        phrases(rule, rule.urls(), true, problems);
    }

    private static void phrases(Rule rule, List<String> phrases, boolean urls, List<String> problems) {
        for (String phrase : phrases) {
            PhraseMatcher matcher = PhraseMatcher.of(List.of(phrase));
            boolean covered = false;
            boolean repeated = true;
            for (Rule.Sample sample : rule.samples()) {
                Facts facts = new Facts(refusal(rule, sample.text()));
                Wording wording = urls ? facts.setAside : facts.wording;
                if (!matcher.matches(wording).isEmpty()) {
                    covered = true;
                    repeated &= sample.text().strip().toLowerCase(Locale.ROOT).equals(phrase.toLowerCase(Locale.ROOT));
                }
            }
            if (!covered) {
                problems.add(rule.origin() + ": " + rule.name() + ": no sample for \"" + phrase + "\"");
            } else if (repeated) {
                problems.add(rule.origin() + ": " + rule.name() + ": the sample merely repeats \"" + phrase + "\"");
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
