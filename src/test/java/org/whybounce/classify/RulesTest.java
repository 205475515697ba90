package org.whybounce.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {

    @Test
    void everyPhraseHasASampleThatItsOwnRuleDecides() {
        Classifier classifier = Classifier.standard();
        List<String> problems = RuleProblems.of(classifier, classifier.rules());

        assertThat(problems).as("%s", String.join("\n", problems)).isEmpty();
    }

    @Test
    void everySampleHasItsSource() {
        assertThat(Classifier.standard().rules()).allSatisfy(rule -> assertThat(rule.samples())
                .allSatisfy(sample ->
                        assertThat(sample.source()).as(sample.origin()).isNotBlank()));
    }

    @Test
    void everyReasonThatWordsCanNameHasARule() {
        List<String> without = java.util.Arrays.stream(org.whybounce.model.Reason.values())
                .filter(reason -> reason != org.whybounce.model.Reason.UNDETERMINED)
                .filter(reason -> Classifier.standard().rules().stream().noneMatch(rule -> rule.reason() == reason))
                .map(Enum::name)
                .toList();

        assertThat(without).isEmpty();
    }
}
