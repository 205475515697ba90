package org.whybounce.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whybounce.mime.MimeReader;
import org.whybounce.model.Kind;
import org.whybounce.model.Limits;

/** Mails that speak of failures, of mail or of something else, and are no report of one. */
final class OrdinaryMailTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            a newsletter     | bounces@news.example.net     | Delivery failure rates rise      | Delivery failed? carol@example.com is not a valid address.
            its own address  | postmaster@news.example.net  | Undeliverable: what it means     | carol@example.com asks: what is 550 5.1.1?
            a person         | bob@example.net              | failure notice                   | carol@example.com is gone: 550 5.1.1 user unknown. She has a new job.
            a person         | bob@example.net              | Mail delivery failed: can you help? | carol@example.com gets 550 when I write to her. What can I do?
            a postmaster     | postmaster@example.net       | Re: 550 5.7.1 blocked            | Your address was blocked; mail to carol@example.com should work now.
            a log            | postmaster@mx.example.net    | Postfix log summaries for Mar 10 | host mx.example.com said: 550 5.1.1 <carol@example.com>: User unknown
            statistics       | postmaster@mx.example.net    | Daily mail statistics            | Bounced: 31, most often carol@example.com
            a full mailbox   | mailer-daemon@example.net    | Quota warning: mailbox 90% full  | Your mailbox anna@example.org is 90% full. When it is full, mail for you will be rejected.
            a filter         | postmaster@example.net       | Warning: E-mail viruses detected | Sender: carol@example.com%nRecipient: anna@example.org%nThe message was blocked.
            a filter's admin | postmaster@mx.example.net    | VIRUS in mail FROM [192.0.2.9]   | The mail originated from: <carol@example.com>%nThe message WAS NOT relayed to:%n<dave@example.net>:%n   250 2.7.0 Ok, discarded, VIRUS
            a list           | LISTSERV@example.net         | FOO: approval required (12AB)    | This message was submitted by carol@example.com. Rejected unless you confirm.
            a recall         | bob@example.net              | Message Recall Failure: Minutes  | Your message to carol@example.com could not be recalled.
            a fax            | fax@example.net              | Fax transmission failed          | Your fax could not be delivered: busy. fax@example.net
            a parcel         | noreply@parcel.example.net   | Returned to sender: your shipment | Recipient refused. help@parcel.example.net
            a payment        | service@pay.example.net      | Undeliverable payout             | We could not deliver your payout to carol@example.com: account unknown.
            spam             | mailer-daemon@pills.example.net | Delivery Status Notification (Failure) | Cheap pills! Write to shop@pills.example.net
            phishing         | postmaster@example.org       | Mail delivery failed: message pending | Your message was not delivered. Verify your account below, http://bad.example.net
            """)
    void isNoBounce(String what, String from, String subject, String body) {
        String mail =
                "Return-Path: <" + from + ">\nFrom: " + from + "\nTo: anna@example.org\nSubject: " + subject + "\n"
                        + (what.equals("its own address") ? "List-Unsubscribe: <mailto:u@news.example.net>\n" : "")
                        + "Date: Tue, 10 Mar 2026 09:15:02 +0000\nMessage-ID: <1@example.net>\n\n"
                        + body.replace("%n", "\n") + "\n";

        Reading reading = Formats.standard()
                .read(new MimeReader(Limits.standard(), HtmlText::of).read(mail.getBytes(StandardCharsets.UTF_8)));

        assertThat(reading.kind()).isEqualTo(Kind.OTHER);
        assertThat(reading.recipients()).isEmpty();
    }
}
