package org.whybounce.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whybounce.model.Listing;
import org.whybounce.model.Refusal;

class BlocklistCatalogueTest {

    private static final Classifier CLASSIFIER = Classifier.standard();

    private static Optional<Listing> listing(String reply) {
        return CLASSIFIER.classify(Refusal.of(reply)).blocklist();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "554 5.7.1 Client host [192.0.2.9] blocked using zen.spamhaus.org    | Spamhaus ZEN           | 192.0.2.9",
                "550 Mail from 192.0.2.9 refused, see RBL server bl.spamcop.net      | SpamCop                | 192.0.2.9",
                "550 Rejected: 192.0.2.9 is listed at work.drbl.example.net          | work.drbl.example.net  | 192.0.2.9",
                "550 host in DNS list rbl.example.org, 192.0.2.9                     | rbl.example.org        | 192.0.2.9",
                "554 5.7.1 Client host [192.0.2.9] blocked using dnsbl.example.com   | dnsbl.example.com      | 192.0.2.9",
            })
    void theListIsNamedWhetherTheCatalogueKnowsItOrNot(String reply, String name, String listed) {
        assertThat(listing(reply)).get().satisfies(listing -> {
            assertThat(listing.name()).containsIgnoringCase(name);
            assertThat(listing.listed()).contains(listed);
        });
    }

    @Test
    void noListIsMadeOfAHostThatIsNone() {
        assertThat(listing("550 5.7.1 mx.example.net: your IP 192.0.2.9 is blacklisted here"))
                .isEmpty();
        assertThat(listing("550 5.1.1 user unknown via mx.example.net")).isEmpty();
    }

    @Test
    void aListThatIsNotKnownHasNoPageToLookAt() {
        assertThat(listing("554 5.7.1 blocked using dnsbl.example.com"))
                .get()
                .extracting(Listing::lookupUrl)
                .isEqualTo(Optional.empty());
    }

    @Test
    void theCatalogueHoldsFortyListsAtLeast() {
        assertThat(Resources.blocklists().size()).isGreaterThanOrEqualTo(40);
    }
}
