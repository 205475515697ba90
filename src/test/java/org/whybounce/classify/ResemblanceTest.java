package org.whybounce.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whybounce.model.Evidence;
import org.whybounce.model.Phrase;
import org.whybounce.model.Reason;
import org.whybounce.model.Refusal;

/** The samples that a text resembles are weighed against what the rules say, and judge where no rule has words. */
class ResemblanceTest {

    private static final Classifier CLASSIFIER = Classifier.of(List.of(RuleFile.parse("own.rules", """
                    Rule: own-parcels
                    Reason: MESSAGE_TOO_LARGE
                    Phrase: too heavy for the pigeon
                    Sample: 550 this parcel is too heavy for the pigeon, split the parcel
                    Source: a site of our own
                    Phrase: pigeon can not carry
                    Sample: 550 the pigeon cannot carry a parcel of such weight
                    Source: a site of our own
                    """)), List.of());

    private static Finding judged(String text) {
        return CLASSIFIER.classify(Refusal.of(text));
    }

    @Test
    void aTextWithoutAPhraseOfAnyRuleIsLikeTheSamplesThatShareItsWords() {
        Finding finding = judged("550 pigeon parcels of that weight, split them");

        assertThat(finding.reason()).isEqualTo(Reason.MESSAGE_TOO_LARGE);
        assertThat(finding.evidence().rule()).isEqualTo(Evidence.RESEMBLANCE);
        assertThat(finding.evidence().words()).contains("pigeon");
        assertThat(finding.confidence()).isBetween(0.4, 0.95);
        assertThat(finding.suppress()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
            550 quux frobnicated
            550 rejected
            550
            """)
    void whatResemblesNothingStaysUndetermined(String text) {
        assertThat(judged(text).reason()).isEqualTo(Reason.UNDETERMINED);
    }

    @Test
    void aPhraseOfARuleComesBeforeAnyLikeness() {
        assertThat(judged("550 user unknown, said the pigeon with the parcel of such weight")
                        .reason())
                .isEqualTo(Reason.USER_UNKNOWN);
    }

    @Test
    void aWordThatOnlyHintsIsOutweighedByTheSamplesThatSpeakAgainstIt() {
        assertThat(judged("550 blocked").reason()).isEqualTo(Reason.POLICY_REJECTED);

        Finding finding = judged("550 blocked: the parcel is of such weight, the pigeon, split this parcel");

        assertThat(finding.reason()).isEqualTo(Reason.MESSAGE_TOO_LARGE);
        assertThat(finding.evidence().rule()).isEqualTo(Evidence.RESEMBLANCE);
        assertThat(finding.evidence().rivals()).anySatisfy(rival -> {
            assertThat(rival.rule()).isEqualTo("blocked-word");
            assertThat(rival.lost()).isEqualTo(Phrase.LOST_TO_SAMPLES.english());
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
            550 no entry, the mailbox is full, its quota is used up ; MAILBOX_FULL
            550 no entry, there is no such user in our system       ; USER_UNKNOWN
            """)
    void theSamplesChooseAmongTheReasonsOfAUsersRuleToo(String text, Reason reason) {
        Classifier open = Classifier.of(List.of(RuleFile.parse("own.rules", """
                        Rule: own-entry
                        Reason: POLICY_REJECTED
                        Among: USER_UNKNOWN
                        Among: MAILBOX_FULL
                        Phrase: no entry
                        Sample: 550 there is no entry for this message
                        Source: a site of our own
                        """)), List.of());

        Finding finding = open.classify(Refusal.of(text));

        assertThat(finding.evidence().rule()).isEqualTo("own-entry");
        assertThat(finding.reason()).isEqualTo(reason);
    }

    @Test
    void aRuleOfTheUsersOwnYieldsToNoSampleHoweverUnsureItIs() {
        Classifier unsure = Classifier.of(List.of(RuleFile.parse("own.rules", """
                        Rule: own-hint
                        Reason: MAILER_ERROR
                        Phrase: dial up lines
                        Confidence: 0.3
                        Sample: 550 dial up lines are served by our other mailer
                        Source: a site of our own
                        """)), List.of());

        assertThat(unsure.classify(Refusal.of(
                                "550 dial up lines of dynamic addresses, use the smarthost of your provider"))
                        .reason())
                .isEqualTo(Reason.MAILER_ERROR);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
            550 the HELO is odd, the name leads to some other machine than that address ; HELO_MISMATCH
            550 the HELO is odd, we want a whole name, not localhost                    ; HELO_NOT_FQDN
            550 about that HELO                                                         ; HELO_INVALID
            """)
    void whereARuleNamesSeveralReasonsTheSamplesChoose(String text, Reason reason) {
        Finding finding = judged(text);

        assertThat(finding.evidence().rule()).isEqualTo("helo-any");
        assertThat(finding.reason()).isEqualTo(reason);
    }

    @Test
    void sureWordsAreDoubtedWhereTheSamplesSpeakAgainstThem() {
        Classifier standard = Classifier.standard();
        Finding sure = standard.classify(Refusal.of("550 user unknown"));
        Finding doubted = standard.classify(
                Refusal.of("550 user unknown, the message was too large for the recipient's limit of 10 MB"));

        assertThat(sure.reason()).isEqualTo(Reason.USER_UNKNOWN);
        assertThat(sure.confidence()).isGreaterThanOrEqualTo(0.9);
        assertThat(sure.suppress()).isTrue();
        assertThat(doubted.confidence()).isLessThan(0.9);
        assertThat(doubted.suppress()).isFalse();
    }

    @Test
    void aVendorsSignAndAUrlAreOutweighedByNoSample() {
        assertThat(judged("550 5.7.1 the parcel is of such weight, the pigeon, split the parcel [CS01]")
                        .reason())
                .isEqualTo(judged("550 5.7.1 [CS01]").reason());
        assertThat(judged(
                                "550 blocked using a pigeon, parcel of such weight: https://www.spamhaus.org/returnc/pub/192.0.2.1/")
                        .reason())
                .isEqualTo(Reason.SYSTEM_ERROR);
    }

    @Test
    void whatIsJudgedByLikenessIsStillDraftedAsUnknown() {
        assertThat(RuleDraft.of(CLASSIFIER, List.of("550 pigeon parcels of that weight, split them")))
                .contains("Phrase: pigeon parcels of that weight");
    }
}
