package org.whybounce.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rfc822; user@example.org | user@example.org",
                "RFC822;<user@example.org> | user@example.org",
                "rfc822; user@example.org (a comment) | user@example.org",
                "utf-8; us\\x{E9}r@example.org | us\u00e9r@example.org",
                "unknown; rfc822; user@example.org | user@example.org",
                "LOCAL;<f.b> | f.b",
                "rfc822;screenname | screenname",
                "x400; /G=Anna/S=Berg/O=Example/C=DE/ | /G=Anna/S=Berg/O=Example/C=DE/",
                "rfc822; \"a..b\"@example.org | \"a..b\"@example.org",
                "RFC822; <user @example.org> | user@example.org",
                "Anna Berg <anna@example.org> | anna@example.org",
            })
    void aFieldIsReducedToItsAddress(String field, String address) {
        assertThat(Addresses.bare(field)).contains(address);
    }

    @Test
    void aDomainAloneNamesNobody() {
        assertThat(Addresses.bare("rfc822; @mx.example.org")).isEmpty();
        assertThat(Addresses.bare("rfc822; <>")).isEmpty();
    }

    @Test
    void addressesAreFoundInRunningTextOnceEach() {
        assertThat(Addresses.findAll("<a@example.org>: gone; mailto:b@example.net, 'a@example.org'."))
                .containsExactly("a@example.org", "b@example.net");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> Addresses.parse("<a@example.org>")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTextOfAtSignsIsReadWithoutHarm() {
        assertThat(Addresses.findAll("@".repeat(200_000))).isEmpty();
        assertThat(Addresses.findAll("\"@".repeat(100_000))).isEmpty();
    }
}
