package org.whybounce.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whybounce.model.Refusal;

/** The refusals that have two or three readings: what the report tells decides whose turn it is. */
class SituationsTest {

    private static final Classifier CLASSIFIER = Classifier.standard();

    private static Refusal refusal(String text, String remote, String reporting, boolean program) {
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
                program,
                "diagnostic-code");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        bare words of cPanel do not tell              | 550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1) | - | - | false | HELO_NOT_FQDN | AUTH-ENABLE-SMTP-AUTH | HELO-SET-FQDN
        a mail program's report                       | 550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1) | - | - | true | HELO_NOT_FQDN | AUTH-ENABLE-SMTP-AUTH | HELO-SET-FQDN
        Outlook names the server response             | Server response: '550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)', 0x800CCC79 | - | - | false | HELO_NOT_FQDN | AUTH-ENABLE-SMTP-AUTH | HELO-SET-FQDN
        a Java program                                | com.sun.mail.smtp.SMTPSendFailedException: 550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1) | - | - | false | HELO_NOT_FQDN | AUTH-ENABLE-SMTP-AUTH | HELO-SET-FQDN
        a Jakarta program                             | jakarta.mail.MessagingException: 550 Access denied - Invalid HELO name (See RFC2821 4.1.3) | - | - | false | HELO_INVALID | AUTH-ENABLE-SMTP-AUTH | HELO-SET-FQDN
        PHPMailer                                     | PHPMailer: SMTP Error: 550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1) | - | - | false | HELO_NOT_FQDN | AUTH-ENABLE-SMTP-AUTH | HELO-SET-FQDN
        SwiftMailer                                   | Swift_TransportException: Expected response code 250 but got code "550", with message "550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)" | - | - | false | HELO_NOT_FQDN | AUTH-ENABLE-SMTP-AUTH | HELO-SET-FQDN
        Roundcube                                     | Roundcube: SMTP Error (550): Access denied - Invalid HELO name (See RFC2821 4.1.1.1) | - | - | false | HELO_NOT_FQDN | AUTH-ENABLE-SMTP-AUTH | HELO-SET-FQDN
        .NET                                          | System.Net.Mail.SmtpException: The server response was: 550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1) | - | - | false | HELO_NOT_FQDN | AUTH-ENABLE-SMTP-AUTH | HELO-SET-FQDN
        Python                                        | smtplib.SMTPRecipientsRefused: 550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1) | - | - | false | HELO_NOT_FQDN | AUTH-ENABLE-SMTP-AUTH | HELO-SET-FQDN
        a mail server was refused by a remote one     | host mx.recipient.example.com[192.0.2.1] said: 550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1) (in reply to RCPT TO command) | - | - | false | HELO_NOT_FQDN | HELO-SET-FQDN | HELO-FIX-DNS
        Reporting-MTA and Remote-MTA differ           | 550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1) | mx.recipient.example.com | mail.sender.example.org | false | HELO_NOT_FQDN | HELO-SET-FQDN | HELO-FIX-DNS
        the only server is the sender's own           | 550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1) | smtp.sender.example.org | - | false | HELO_NOT_FQDN | AUTH-ENABLE-SMTP-AUTH | HELO-SET-FQDN
        Postfix, nothing known                        | 504 5.5.2 <mailhost.example>: Helo command rejected: need fully-qualified hostname | - | - | false | HELO_NOT_FQDN | HELO-SET-FQDN | AUTH-ENABLE-SMTP-AUTH
        the name is localhost                         | 504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname | - | - | false | HELO_NOT_FQDN | AUTH-ENABLE-SMTP-AUTH | HELO-SET-FQDN
        the name is a PC's                            | 504 5.5.2 <johns-pc>: Helo command rejected: need fully-qualified hostname | - | - | false | HELO_NOT_FQDN | AUTH-ENABLE-SMTP-AUTH | HELO-SET-FQDN
        the name is a private address                 | 501 5.5.2 <[192.168.1.20]>: Helo command rejected: invalid ip address | - | - | false | HELO_INVALID | AUTH-ENABLE-SMTP-AUTH | HELO-SET-FQDN
        localhost, but a remote server refused        | host mx.recipient.example.com[192.0.2.1] said: 504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname (in reply to RCPT TO command) | - | - | false | HELO_NOT_FQDN | HELO-SET-FQDN | HELO-FIX-DNS
        a bare address                                | 550 Access denied - Invalid HELO name (See RFC2821 4.1.3) | mx.recipient.example.com | mail.sender.example.org | false | HELO_INVALID | HELO-SET-FQDN | HELO-FIX-DNS
        no reverse DNS, remote                        | 550 5.7.25 Client host rejected: cannot find your reverse hostname, [192.0.2.10] | mx.recipient.example.com | mail.sender.example.org | false | REVERSE_DNS_MISSING | RDNS-SET-PTR | -
        no reverse DNS, own                           | 550 5.7.25 Client host rejected: cannot find your reverse hostname, [192.0.2.10] | - | - | true | REVERSE_DNS_MISSING | AUTH-ENABLE-SMTP-AUTH | RDNS-SET-PTR
        relaying, nothing known                       | 554 5.7.1 <user@recipient.example.com>: Relay access denied | - | - | false | RELAY_DENIED | AUTH-ENABLE-SMTP-AUTH | RECIPIENT-FIX-MX
        relaying, own server                          | 554 5.7.1 <user@recipient.example.com>: Relay access denied | - | - | true | RELAY_DENIED | AUTH-ENABLE-SMTP-AUTH | AUTH-RELAYHOST-CREDENTIALS
        relaying, the recipient's server              | 554 5.7.1 <user@recipient.example.com>: Relay access denied | mx.recipient.example.com | mail.sender.example.org | false | RELAY_DENIED | RECIPIENT-FIX-MX | AUTH-RELAYHOST-CREDENTIALS
        """)
    void theReportTellsWhoseTurnItIs(
            String situation,
            String text,
            String remote,
            String reporting,
            boolean program,
            String reason,
            String first,
            String second) {
        Finding finding = CLASSIFIER.classify(refusal(text, remote, reporting, program));

        assertThat(finding.reason().name()).isEqualTo(reason);
        assertThat(finding.remedies().get(0).value()).isEqualTo(first);
        if (second != null) {
            assertThat(finding.remedies().get(1).value()).isEqualTo(second);
        }
    }

    @Test
    void aNameInAnAddressIsNotTheCause() {
        Finding finding = CLASSIFIER.classify(Refusal.of("550 5.1.1 <spam-helo@dkim.example.com>: unheard of"));

        assertThat(finding.reason().name()).isEqualTo("USER_UNKNOWN");
        assertThat(finding.evidence().field()).isEqualTo("status");
        assertThat(finding.suppress()).isFalse();
    }

    @Test
    void usersRulesComeBeforeOurs() {
        RuleFile own = RuleFile.parse("own.rules", "Rule: ours\nReason: GREYLISTED\nPhrase: invalid helo\n");

        Finding finding = Classifier.of(java.util.List.of(own), java.util.List.of())
                .classify(Refusal.of("550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)"));

        assertThat(finding.evidence().rule()).isEqualTo("ours");
        assertThat(finding.evidence().origin()).contains("own.rules:1");
        assertThat(finding.evidence().words()).isEqualTo("Invalid HELO");
    }
}
