package org.whybounce.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VerpTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            bounces+{user}={domain}@lists.example.net,      bounces+ada=example.org@lists.example.net,          ada@example.org
            bounces+{user}={domain}@lists.example.net,      Bounces+Ada=Example.org@LISTS.example.net,          Ada@Example.org
            bounces+{user}={domain}@lists.example.net,      bounces+ada=example.org@lists.example.com,
            bounces+{user}={domain}@lists.example.net,      bounces+a=b=example.org@lists.example.net,          a=b@example.org
            bounces+{user}={domain}@lists.example.net,      bounces+ada=localhost@lists.example.net,
            bounces+{user}={domain}@lists.example.net,      bounces+=example.org@lists.example.net,
            news-*-{user}={domain}@example.net,             news-2026-ada-lovelace=example.org@example.net,     ada-lovelace@example.org
            news-#-{user}={domain}@example.net,             news-4f6e.9b-ada=example.org@example.net,           ada@example.org
            news-#-{user}={domain}@example.net,             news-summer-ada=example.org@example.net,
            {domain}_{user}@bounces.example.net,            example.org_ada_l@bounces.example.net,              ada_l@example.org
            b\\*{user}\\*{domain}@example.net,              b*ada*example.org@example.net,                      ada@example.org
            {user}#{domain}@example.net,                    ada7example.org@example.net,
            """)
    void aPatternFindsTheRecipientInASender(String pattern, String sender, String recipient) {
        if (pattern.startsWith("{user}#")) {
            assertThatThrownBy(() -> Verp.of(pattern)).hasMessageContaining("side by side");
            return;
        }
        assertThat(Verp.of(pattern).recipient(sender).orElse(null)).isEqualTo(recipient);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            bounces+ada=example.org@lists.example.net,                      ada@example.org
            bounces-ada=example.org@lists.example.net,                      ada@example.org
            bounces-summer-news-1=example.org@lists.example.net,            summer-news-1@example.org
            town-bounces+ada=example.org@lists.example.net,                 ada@example.org
            town-owner-ada=example.org@lists.example.net,                   ada@example.org
            owner-town+ada=example.org@lists.example.net,                   ada@example.org
            town-return-1234-ada=example.org@lists.example.net,             ada@example.org
            bounce+ada==a==example.org==town@lists.example.net,             ada@example.org
            bounce+ada==a==example.org==town==w@lists.example.net,          ada@example.org
            owner-TOWN*ada**example.org@lists.example.net,                  ada@example.org
            bounces+1234-4f6e-ada=example.org@mail.example.net,             ada@example.org
            bounce+4f6e2a.9b1c44-ada=example.org@mail.example.net,          ada@example.org
            sentto-1234-5678-91011-ada=example.org@returns.example.net,     ada@example.org
            bounces-1234-ada=example.org@lists.example.net,
            ada=example.org@lists.example.net,
            bounces+ada@lists.example.net,
            newsletter+ada=example.org@lists.example.net,
            """)
    void formsInCommonUseAreKnownWhereTheyLeaveNoDoubt(String sender, String recipient) {
        assertThat(Verp.inCommonForm(sender).orElse(null)).isEqualTo(recipient);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            {user}@example.net,            expected {domain} once in "{user}@example.net"
            {user}={domain}={user}@x,      expected {user} once in "{user}={domain}={user}@x"
            {name}-{user}={domain}@x,      unknown hole {name} in "{name}-{user}={domain}@x"; expected {user} or {domain}
            *{user}={domain}@x,            two holes side by side in "*{user}={domain}@x"
            """)
    void aPatternThatCannotBeUsedSaysWhy(String pattern, String problem) {
        assertThatThrownBy(() -> Verp.of(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(problem);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            SRS0=x1y2=77=example.org=ada@forwarder.example.net,                                ada@example.org
            SRS0+x1y2=77=example.org=bounces+jo=example.com@forwarder.example.net,             bounces+jo=example.com@example.org
            SRS1=z9=forwarder.example.net==x1y2=77=example.org=ada@other.example.net,          ada@example.org
            prvs=0123456789=ada@example.org,                                                   ada@example.org
            btv1==0123456789a==ada@example.org,                                                ada@example.org
            msprvs1=17345Abc=bounces-12@example.org,                                           bounces-12@example.org
            SRS0=x1y2=77=example.org=prvs=0123456789=ada@forwarder.example.net,                ada@example.org
            ada=x@example.org,                                                                 ada=x@example.org
            """)
    void whatForwardersAndTagsHaveWrappedIsUnwrapped(String address, String within) {
        assertThat(ReturnPath.unwrap(address)).isEqualTo(within);
    }

    @Test
    void anAddressAsLongAsAMessageIsNoTrouble() {
        String huge = "bounces+" + "a=".repeat(100_000) + "@example.net";
        assertThat(Verp.inCommonForm(huge)).isEmpty();
        assertThat(ReturnPath.unwrap(huge)).isEqualTo(huge);
    }
}
