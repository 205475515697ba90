package org.whybounce.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whybounce.model.Action;
import org.whybounce.model.Listing;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.RecipientFields;
import org.whybounce.model.Refusal;
import org.whybounce.model.Remedy;
import org.whybounce.model.RemedyCode;

class FactsTest {

    private static Refusal refusal(String text, String remote, String reporting) {
        Refusal bare = Refusal.of(text);
        return new Refusal(
                text,
                bare.reply(),
                bare.status(),
                Optional.empty(),
                Optional.ofNullable(remote),
                Optional.ofNullable(reporting),
                Optional.of("sender.example.org"),
                Optional.of("recipient.example.com"),
                false,
                "diagnostic-code");
    }

    private static Facts full(String text, String remote, String reporting) {
        OriginalMessage original = new OriginalMessage(Map.of(
                "from", List.of("Ann <ann@sender.example.org>"), "return-path", List.of("<bounce@env.example.org>")));
        RecipientFields fields = RecipientFields.builder()
                .finalRecipient("bob@recipient.example.com")
                .action(Action.FAILED)
                .lastAttemptDate("2026-11-16T03:00:09+01:00")
                .build();
        return Facts.of(refusal(text, remote, reporting)).with(Optional.of(original), fields);
    }

    private static Remedy remedy(String code, Facts facts) {
        return RemedyCatalogue.standard().find(new RemedyCode(code), facts).orElseThrow();
    }

    private static String text(Remedy remedy) {
        return String.join(
                "\n",
                Stream.of(
                                remedy.steps().stream(),
                                remedy.guides().stream().flatMap(guide -> guide.steps().stream()),
                                remedy.ifItFails().stream())
                        .flatMap(parts -> parts)
                        .toList());
    }

    @Test
    void theRequestForAPtrRecordIsReadyToBeSent() {
        Facts facts = full(
                "550 5.7.25 Client host rejected: cannot find your reverse hostname, [192.0.2.10]",
                "mx.recipient.example.com",
                "mail.sender.example.org");

        assertThat(text(remedy("RDNS-SET-PTR", facts)))
                .contains(
                        "dig +short -x 192.0.2.10\n",
                        "Please set the reverse DNS (PTR record) of 192.0.2.10 to mail.sender.example.org:\n"
                                + "   10.2.0.192.in-addr.arpa.  IN  PTR  mail.sender.example.org.\n")
                .doesNotContain("<", "{");
    }

    @Test
    void theDnsRecordsCarryTheSendersDomainAndAddress() {
        Facts facts = full(
                "550 5.7.26 SPF [bounce.example.org] with ip: [2001:db8::25] = did not pass",
                "mx.recipient.example.com",
                "mail.sender.example.org");

        assertThat(text(remedy("AUTH-FIX-SPF", facts)))
                .contains("bounce.example.org.  IN  TXT  \"v=spf1 mx ip6:2001:db8::25 ~all\"");
        assertThat(text(remedy("AUTH-FIX-DMARC", facts)))
                .contains("_dmarc.sender.example.org.  IN  TXT  \"v=DMARC1; p=none; rua=mailto:postmaster@");
    }

    @Test
    void theLetterToTheProviderHoldsTheFactsOfTheBounce() {
        Facts facts = full("550 This message was classified as SPAM", "smtp.sender.example.org", null);

        assertThat(text(remedy("SPAM-ASK-OWN-PROVIDER", facts)))
                .contains(
                        "   From:      ann@sender.example.org\n",
                        "   To:        bob@recipient.example.com\n",
                        "   Time:      2026-11-16T03:00:09+01:00\n",
                        "   Server:    smtp.sender.example.org\n",
                        "   Reply:     550 This message was classified as SPAM\n");
    }

    @Test
    void aListingNamesWhatIsListedAndWhereToLook() {
        Listing listing = new Listing(
                "Example List", Optional.of("192.0.2.10"), Optional.of("https://list.example.net/?ip=192.0.2.10"));
        Facts facts = full("554 blocked using list.example.net", "mx.recipient.example.com", null)
                .with(Optional.of(listing));
        Remedy remedy = remedy("SPAM-DELIST-IP", facts);

        assertThat(text(remedy)).contains("192.0.2.10, Example List.", "Please remove 192.0.2.10.");
        assertThat(remedy.links()).contains("https://list.example.net/?ip=192.0.2.10");
    }

    @Test
    void whatTheBounceDoesNotTellIsABlank() {
        Facts facts = Facts.of(Refusal.of("550 no reverse DNS"));
        Remedy remedy = remedy("RDNS-SET-PTR", facts);

        assertThat(text(remedy))
                .contains("dig +short -x <your mail server's IP address>", "550 no reverse DNS")
                .doesNotContain("{");
        assertThat(remedy.links()).allMatch(link -> link.startsWith("https://"));
    }

    @Test
    void whatOnlyNamesAnUnknownFactIsLeftOut() {
        String known = text(remedy("HELO-FIX-DNS", Facts.of(Refusal.of("550 bad HELO (pc-7.example.net)"))));
        String unknown = text(remedy("HELO-FIX-DNS", Facts.of(Refusal.of("550 bad HELO"))));

        assertThat(known).contains("Take the name from the refusal (pc-7.example.net), or");
        assertThat(unknown).contains("Take the name from the refusal, or").doesNotContain("[[");
    }

    @Test
    void theSettingsForALoginNeverNameTheRecipientsServer() {
        Facts remote = full("530 Authentication required", "mx.recipient.example.com", "mail.sender.example.org");
        Facts smartHost = full("530 Authentication required", "smtp.provider.example.net", "mail.sender.example.org");

        assertThat(text(remedy("AUTH-RELAYHOST-CREDENTIALS", remote)))
                .contains("relayhost = [<your provider's outgoing server>]:587")
                .contains("The server that refused: mx.recipient.example.com");
        assertThat(text(remedy("AUTH-RELAYHOST-CREDENTIALS", smartHost)))
                .contains("relayhost = [smtp.provider.example.net]:587");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        550 5.7.25 [192.0.2.10] has no PTR                                              | 192.0.2.10
        554 unknown[192.0.2.10] blocked, see https://list.example.net/192.0.2.99        | 192.0.2.10
        host mx.recipient.example.com[203.0.113.9] said: 550 192.0.2.10 is listed       | 192.0.2.10
        550 mx.recipient.example.com (203.0.113.9) refuses you                          | -
        connect to mx.recipient.example.com[203.0.113.9]:25: Connection timed out       | -
        550 192.0.2.10 is not 192.0.2.11                                                | -
        550 192.168.1.7 is no address for a server                                      | -
        550 listed: 127.0.0.2                                                           | -
        """)
    void onlyTheRefusedServersAddressIsTaken(String words, String address) {
        assertThat(full(words, "mx.recipient.example.com", null).get(Fact.IP)).isEqualTo(Optional.ofNullable(address));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        504 5.5.2 <srv01>: Helo command rejected: need fully-qualified hostname    | srv01
        550 HELO argument "web1.lan" does not resolve                              | web1.lan
        550 bad HELO (pc-7.example.net)                                            | pc-7.example.net
        550 rejected helo=<localhost> from=<a@example.org>                         | localhost
        501 Syntactically invalid EHLO argument(s)                                 | -
        550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)                | -
        550 HELO <user@example.org>                                                | -
        """)
    void theAnnouncedNameIsTakenFromTheReply(String words, String name) {
        assertThat(full(words, null, null).get(Fact.HELO)).isEqualTo(Optional.ofNullable(name));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, 10.2.0.192.in-addr.arpa",
        "2001:db8::25, 5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"
    })
    void aReverseNameIsTheAddressBackwards(String address, String name) {
        assertThat(ReverseNames.of(address)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(reboot).example.org", "a;b.example.org", "x`id`.example.org", "a b.example.org", "|sh"})
    void aNameThatAShellWouldRunIsNoName(String hostile) {
        Refusal refusal = new Refusal(
                "550 HELO <" + hostile + "> no",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(hostile),
                Optional.of(hostile),
                Optional.of(hostile),
                Optional.of(hostile),
                false,
                "text");
        for (Fact fact : Fact.values()) {
            if (fact != Fact.REPLY) {
                assertThat(Facts.of(refusal).get(fact)).as(fact.word()).isEmpty();
            }
        }
    }

    @Test
    void aReplyKeepsToItsLineAndCannotTurnTheText() {
        String reply = Facts.of(Refusal.of("550 one\r\n\n   two\u001b[31m \u202egnirts"))
                .get(Fact.REPLY)
                .orElseThrow();

        assertThat(reply).isEqualTo("550 one two?[31m ?gnirts");
    }

    /** The words of a stranger are for reading only; nothing but names and addresses stands in a command. */
    @ParameterizedTest
    @EnumSource(
            value = Fact.class,
            names = {"REPLY", "TIME", "BLOCKLIST", "PROVIDER"})
    void noCommandHoldsTheWordsOfAStranger(Fact fact) {
        for (Remedy remedy : RemedyCatalogue.standard().all()) {
            String blank = "<" + Language.in("").blanks().get(fact) + ">";
            assertThat(text(remedy).lines())
                    .as(remedy.code().value())
                    .noneMatch(line -> line.contains(blank) && line.matches(".*(?:\\bdig |openssl |nc -|Set-).*"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gmail-smtp-in.l.google.com, Gmail",
        "hotmail-com.olc.protection.outlook.com, Outlook.com",
        "example-com.mail.protection.outlook.com, Microsoft 365",
        "mta7.am0.yahoodns.net, Yahoo and AOL",
        "mx00.t-online.de, Telekom",
    })
    void theRefusingProvidersPagesAreLinked(String host, String provider) {
        Facts facts = full("550 no", host, null);

        assertThat(facts.get(Fact.PROVIDER)).contains(provider);
        assertThat(remedy("SPAM-ASK-POSTMASTER", facts).links())
                .contains(Provider.of(host).orElseThrow().postmaster().orElseThrow());
        assertThat(remedy("SPAM-ASK-POSTMASTER", Facts.none()).links()).noneMatch(link -> link.contains("google"));
    }

    @Test
    void everyProviderHasAPageAndHostsOfItsOwn() {
        List<String> hosts = Provider.all().stream()
                .flatMap(provider -> provider.hosts().stream())
                .toList();
        assertThat(hosts).doesNotHaveDuplicates().allMatch(host -> host.matches("[a-z0-9.-]+\\.[a-z]+"));
        for (Provider provider : Provider.all()) {
            assertThat(Stream.concat(provider.postmaster().stream(), provider.replies().stream()))
                    .as(provider.name())
                    .isNotEmpty()
                    .allMatch(page -> page.startsWith("https://"));
        }
    }
}
