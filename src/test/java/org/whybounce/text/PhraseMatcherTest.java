package org.whybounce.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The syntax of phrases, a line for each sentence of {@link PhraseMatcher}. */
final class PhraseMatcherTest {

    @ParameterizedTest(name = "{0} finds {2} in {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', nullValues = "nothing", textBlock = """
            user unknown           ; 550 User unknown                                      ; User unknown
            user unknown           ; 550 Superuser unknown                                 ; nothing
            user unknown           ; 550 user-unknown                                      ; user-unknown
            user * unknown         ; 550 user kim is unknown                               ; user … unknown
            user * unknown         ; 550 user kim unknown                                  ; user kim unknown
            user ~ unknown         ; 550 user kim is still unknown                         ; user … unknown
            user ~ unknown         ; 550 user kim is here and now unknown                  ; nothing
            block* by              ; 554 blocked by us                                     ; blocked by
            too many # times       ; 421 too many 12 times                                 ; too many 12 times
            [ph#]                  ; 554 on lists [ph][mw]                                  ; nothing
            {user|mailbox} unknown ; 550 Mailbox unknown                                   ; Mailbox unknown
            no {such|} user        ; 550 no user                                           ; no user
            <addr> unknown         ; 550 <kim@example.org> unknown                         ; <kim@example.org> unknown
            is not known           ; 550 it isn't known                                    ; isn't known
            you are not            ; 550 you're not known                                  ; you're not
            no mailbox here        ; Sorry,_no_mailbox_here_by_that_name._(#5.1.1)         ; no_mailbox_here
            my_host                ; 550 <my_host> is no name                              ; nothing
            inconnu                ; 550 Utilisateur INCONNU                               ; INCONNU
            配信                     ; 配信できません                                           ; 配信
            """)
    void findsPhrases(String phrase, String text, String words) {
        Wording wording = Wording.of(text);

        assertThat(PhraseMatcher.of(List.of(phrase)).matches(wording))
                .extracting(match -> match.quote(wording))
                .isEqualTo(words == null ? List.of() : List.of(words));
    }

    @Test
    void whatAServerSaysIsNotJoinedWithTheWordsThatQuoteIt() {
        PhraseMatcher matcher = PhraseMatcher.of(List.of("<ip> * blocked", "host ~ unknown"));

        assertThat(matcher.matches(
                        Wording.of("host mx.example.net[192.0.2.7] said: 550 5.2.1 This mailbox has been blocked")))
                .isEmpty();
        assertThat(matcher.matches(Wording.of("host mx.example.net[192.0.2.7] said: 554 192.0.2.8 is blocked")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5.7.1 Blocked; from=<> to=<kim@example.org> proto=ESMTP helo=<mx.example>",
                "5.7.1 <mx.example[192.0.2.7]>: Client host rejected: Access denied; proto=SMTP helo=<mx.example>",
                "5.7.1 <kim@example.org>: Relay access denied; to=<kim@example.org> proto=SMTP helo=<mx.example>"
            })
    void whatALogTellsOfTheSessionIsNoPartOfTheReply(String logged) {
        assertThat(PhraseMatcher.of(List.of("helo")).matches(Wording.of(logged)))
                .isEmpty();
    }

    @Test
    void aPhraseWithoutWordsOrWithAnOpenBraceIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PhraseMatcher.check("*"));
        assertThatIllegalArgumentException().isThrownBy(() -> PhraseMatcher.check("{user|} *"));
        assertThatIllegalArgumentException().isThrownBy(() -> PhraseMatcher.check("{user|mailbox unknown"));
    }
}
