package org.whybounce.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.whybounce.mime.BounceMessage;
import org.whybounce.mime.MimeReader;
import org.whybounce.model.Action;
import org.whybounce.model.EnhancedStatus;
import org.whybounce.model.Kind;
import org.whybounce.model.Limits;
import org.whybounce.model.RecipientFields;

class ReadersTest {

    private static final String DAEMON =
            "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.org\nTo: anna@example.org\nSubject: failure notice\n";

    @Test
    void severalRecipientsAreReadEachWithItsOwnOutcome() {
        Reading reading = read(report("Reporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; a@example.net\n"
                + "Action: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.example.net [192.0.2.1]\n"
                + "Diagnostic-Code: smtp; 550-no\n 550 such user\n\n"
                + "final-recipient: RFC822;<b@example.net>\naction: Delayed (later)\nstatus: 4.2.2 (full)\n"));

        assertThat(reading.kind()).isEqualTo(Kind.BOUNCE);
        assertThat(reading.format()).isEqualTo("rfc3464");
        assertThat(reading.fields().reportingMta()).contains("mx.example.org");
        RecipientFields a = reading.recipients().get(0);
        assertThat(a.remoteMta()).contains("mx.example.net");
        assertThat(a.reply().orElseThrow().text()).isEqualTo("no such user");
        assertThat(reading.recipients().get(1).action()).isEqualTo(Action.DELAYED);
        assertThat(reading.recipients().get(1).status()).contains(EnhancedStatus.parse("4.2.2"));
    }

    @Test
    void onlyWarningsAreADelayAndOnlySuccessIsDelivered() {
        assertThat(read(report("Final-Recipient: rfc822; a@example.net\nAction: delayed\nStatus: 4.4.1\n"))
                        .kind())
                .isEqualTo(Kind.DELAY);
        assertThat(read(report("Final-Recipient: rfc822; a@example.net\nAction: relayed\nStatus: 2.0.0\n"))
                        .kind())
                .isEqualTo(Kind.DELIVERED);
    }

    @Test
    void anOriginalRecipientAloneIsEnough() {
        assertThat(read(report("Original-Recipient: rfc822; a@example.net\nAction: failed\n"))
                        .recipients()
                        .get(0)
                        .originalRecipient())
                .contains("a@example.net");
    }

    @Test
    void octalEscapesAreDecoded() {
        RecipientFields recipient = read(report("Final-Recipient: rfc822; a@example.net\nAction: failed\n"
                        + "Diagnostic-Code: smtp; 550 Access denied \\342\\200\\223 Invalid HELO name\n"))
                .recipients()
                .get(0);

        assertThat(recipient.diagnosticCode().orElseThrow().text())
                .isEqualTo("550 Access denied \u2013 Invalid HELO name");
    }

    @Test
    void whatTheFieldsLeaveOutComesFromTheText() {
        Reading reading = read(multipart(
                "user@example.net: 550 5.7.1 Access denied\n",
                "Final-Recipient: rfc822; user@example.net\nAction: failed\nStatus: 5.0.0\n"));

        assertThat(reading.recipients().get(0).reply().orElseThrow().code()).isEqualTo(550);
        assertThat(reading.recipients().get(0).status()).contains(EnhancedStatus.parse("5.0.0"));
    }

    @Test
    void aTranscriptGivesTheFurtherLinesOfAReply() {
        Reading reading = read(multipart(
                "... while talking to mx.example.net.:\n>>> DATA\n<<< 554-go away\n<<< 554 for ever\n",
                "Final-Recipient: rfc822; user@example.net\nAction: failed\nDiagnostic-Code: smtp; 554-go away\n"));

        RecipientFields recipient = reading.recipients().get(0);
        assertThat(recipient.reply().orElseThrow().text()).isEqualTo("go away for ever");
        assertThat(recipient.smtpCommand()).contains("DATA");
        assertThat(recipient.remoteMta()).contains("mx.example.net");
    }

    @Test
    void fieldsMayHaveBeenFlattenedIntoTheText() {
        Reading reading = read(DAEMON + "\nReporting-MTA: dns; mx.example.org\n\n"
                + "Final-Recipient: rfc822; a@example.net\nAction: failed\nStatus: 5.1.1\n");

        assertThat(reading.recipients().get(0).finalRecipient()).contains("a@example.net");
    }

    @Test
    void fieldsRightBelowTheTextAreNoPartOfItsWords() {
        Reading reading =
                read(DAEMON + "\n<a@example.net>: 550 no such user here\nReporting-MTA: dns; mx.example.org\n\n"
                        + "Final-Recipient: rfc822; a@example.net\nAction: failed\nStatus: 5.1.1\n"
                        + "Diagnostic-Code: smtp; 550 no such user\n");

        assertThat(words(reading.recipients().get(0))).isEqualTo("550 no such user here");
    }

    @Test
    void whoIsNamedOnTheNextLineInTheSameMannerHasWordsOfHisOwn() {
        String fields = "Final-Recipient: rfc822; a@example.net\nAction: failed\nStatus: 5.0.0\n\n"
                + "Final-Recipient: rfc822; b@example.net\nAction: failed\nStatus: 5.0.0\n";
        for (String manner : List.of("%s: %s\n", "- \"%s\" (EMAIL) failed permanently with error:\n    %s\n")) {
            String list = manner.formatted("a@example.net", "550 no such user")
                    + manner.formatted("b@example.net", "552 mailbox full");

            assertThat(read(multipart(list, fields)).recipients())
                    .extracting(ReadersTest::words)
                    .containsExactly("550 no such user", "552 mailbox full");
        }
    }

    @Test
    void aStatusPartOfNoTypeIsKnownByItsFields() {
        Reading reading = read("From: MAILER-DAEMON@example.org\nContent-Type: multipart/report; boundary=b\n\n--b\n"
                + "Content-Type: application/octet-stream\n\nReporting-MTA: dns; mx.example.org\n\n"
                + "Final-Recipient: rfc822; a@example.net\nAction: failed\nStatus: 5.1.1\n\n--b--\n");

        assertThat(reading.format()).isEqualTo("rfc3464");
        assertThat(reading.recipients().get(0).finalRecipient()).contains("a@example.net");
    }

    @Test
    void addressesBeyondAsciiAreDecoded() {
        Reading reading = read(
                "From: MAILER-DAEMON@example.org\nContent-Type: multipart/report; boundary=b\n\n--b\n"
                        + "Content-Type: message/global-delivery-status\nContent-Transfer-Encoding: quoted-printable\n\n"
                        + "Reporting-MTA: dns; mx.example.org\n\nOriginal-Recipient: utf-8; J=C3=B6rg@b=C3=BCcher.example\n"
                        + "Final-Recipient: utf-8;J\\x{F6}rg@b\\x{FC}cher.example\nAction: failed\nStatus: 5.6.7\n\n--b\n"
                        + "Content-Type: message/global-headers\n\nSubject: Gr\u00fc\u00dfe\nTo: J\u00f6rg@b\u00fccher.example\n\n--b--\n");

        assertThat(reading.recipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.finalRecipient()).contains("J\u00f6rg@b\u00fccher.example");
            assertThat(recipient.originalRecipient()).contains("J\u00f6rg@b\u00fccher.example");
        });
        assertThat(reading.original().flatMap(original -> original.subject())).contains("Gr\u00fc\u00dfe");
    }

    @Test
    void aPersonWhoQuotesAReportWritesNone() {
        String body = "\nFinal-Recipient: rfc822; a@example.net\nAction: failed\nStatus: 5.1.1\n";

        assertThat(read("From: anna@example.org\nSubject: Re: failure notice\n" + body)
                        .kind())
                .isEqualTo(Kind.OTHER);
        assertThat(read("From: anna@example.org\nSubject: failure notice\n" + body)
                        .kind())
                .isEqualTo(Kind.OTHER);
        assertThat(read("From: desk@example.org\nSubject: [Ticket #12] failure notice\n" + body)
                        .kind())
                .isEqualTo(Kind.OTHER);
    }

    @Test
    void complaintsReceiptsAndAnswersAreToldApart() {
        String head = "From: a@example.net\nSubject: hello\nContent-Type: multipart/report; boundary=b; report-type=";
        Reading complaint = read(head + "feedback-report\n\n--b\nContent-Type: message/feedback-report\n\n"
                + "Feedback-Type: abuse\nSource-IP: 192.0.2.1\nOriginal-Rcpt-To: <b@example.net>\n\n--b--\n");
        Reading receipt = read(head + "disposition-notification\n\n--b\n\nNot read: hello\n--b\n"
                + "Content-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; a@example.net\n"
                + "Disposition: automatic-action/MDN-sent-automatically; deleted\n\n--b--\n");

        assertThat(complaint.kind()).isEqualTo(Kind.COMPLAINT);
        assertThat(complaint.complaint().orElseThrow().sourceIp()).contains("192.0.2.1");
        assertThat(complaint.recipients().get(0).finalRecipient()).contains("b@example.net");
        assertThat(receipt.kind()).isEqualTo(Kind.READ_RECEIPT);
        assertThat(read("From: a@example.net\nSubject: Automatische Antwort: hallo\n\nUrlaub\n")
                        .kind())
                .isEqualTo(Kind.AUTO_REPLY);
        assertThat(read("From: a@example.net\nSubject: x\nAuto-Submitted: auto-replied\n\n550 no such user\n")
                        .kind())
                .isEqualTo(Kind.AUTO_REPLY);
    }

    @Test
    void aRejectionInTheFormOfAReceiptIsABounce() {
        Reading reading = read("From: postmaster@example.net\nSubject: Rejected\n"
                + "Content-Type: multipart/report; boundary=b; report-type=disposition-notification\n\n--b\n\n"
                + "Your message to <a@example.net> was automatically rejected:\nQuota exceeded\n--b\n"
                + "Content-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; a@example.net\n"
                + "Disposition: automatic-action/MDN-sent-automatically; deleted\n\n--b--\n");

        assertThat(reading.kind()).isEqualTo(Kind.BOUNCE);
        assertThat(reading.recipients().get(0).diagnosticCode().orElseThrow().text())
                .isEqualTo("Quota exceeded");
    }

    @Test
    void aReportOfNoKnownFormatIsReadByItsSigns() {
        Reading reading = read(DAEMON + "\nalas, we could not deliver to\n\n  b@example.net\n  550 no such user\n");

        assertThat(reading.kind()).isEqualTo(Kind.BOUNCE);
        assertThat(reading.recipients())
                .extracting(RecipientFields::finalRecipient)
                .containsExactly(Optional.of("b@example.net"));
    }

    @Test
    void everyReaderIsInTheListOnce() {
        List<FormatReader> readers = Formats.standard().readers();

        assertThat(readers).doesNotHaveDuplicates();
        assertThat(readers.get(readers.size() - 1)).isInstanceOf(GenericReader.class);
    }

    @Test
    void hostileTextsAreReadWithoutHarm() {
        for (String piece : List.of("\t\n", "<", "Final-Recipient:", "(", "550 ", ">>> ", "a@", "\"", "Re: ", " \n")) {
            assertThat(read(DAEMON + "\n" + piece.repeat(20_000))).isNotNull();
            assertThat(read(report(piece.repeat(5_000)))).isNotNull();
        }
        assertThat(read("")).isNotNull();
    }

    private static String words(RecipientFields recipient) {
        return recipient.diagnosticCode().orElseThrow().text();
    }

    private static String report(String fields) {
        return multipart("It failed.\n", fields);
    }

    private static String multipart(String text, String fields) {
        return DAEMON + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\n" + text
                + "\n--b\nContent-Type: message/delivery-status\n\n" + fields + "\n--b--\n";
    }

    private static Reading read(String message) {
        BounceMessage read =
                new MimeReader(Limits.standard(), HtmlText::of).read(message.getBytes(StandardCharsets.UTF_8));
        return Formats.standard().read(read);
    }
}
