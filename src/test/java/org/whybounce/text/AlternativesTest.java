package org.whybounce.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlternativesTest {

    @Test
    void eachChoiceOfEachBraceIsWrittenOut() {
        assertThat(Alternatives.of("no such {user|mailbox} {here|}"))
                .containsExactly("no such user here", "no such user ", "no such mailbox here", "no such mailbox ");
    }

    @Test
    void aPhraseWithoutBracesIsItself() {
        assertThat(Alternatives.of("user unknown")).containsExactly("user unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no such {user", "no such user}", "no {such {user}}", "{a}}"})
    void aBraceWithoutItsPartnerIsAnError(String phrase) {
        assertThatThrownBy(() -> Alternatives.of(phrase))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(phrase);
    }

    @Test
    void tooManyChoicesAreAnErrorAndNoMemoryProblem() {
        String tenTimesTen = "{a|b|c|d|e|f|g|h|i|j} ".repeat(9) + "end";
        assertThatThrownBy(() -> Alternatives.of(tenTimesTen)).hasMessageContaining("choices");
    }

    @Test
    void aMatchNamesThePhraseAsItWasGivenAndTheChoiceThatStands() {
        PhraseMatcher matcher = PhraseMatcher.of(List.of("greylisted", "{user|mailbox} * unknown"));
        Wording wording = Wording.of("550 Sorry, mailbox kim is unknown here");
        assertThat(matcher.matches(wording)).singleElement().satisfies(match -> {
            assertThat(match.phrase()).isEqualTo(1);
            assertThat(match.literals()).isEqualTo("mailboxunknown".length());
            assertThat(match.quote(wording)).isEqualTo("mailbox … unknown");
        });
    }
}
