package org.whybounce.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.whybounce.mime.BounceMessage;
import org.whybounce.mime.MimeReader;
import org.whybounce.model.Kind;
import org.whybounce.model.Limits;
import org.whybounce.model.RecipientFields;
import org.whybounce.text.Verp;

final class EncodedRecipientTest {

    private static final Formats OWN =
            Formats.standard().withVerp(List.of(Verp.of("news-*-{user}={domain}@example.net")));
    private static final String NOBODY = "Your message could not be delivered: the mailbox is full.\n";
    private static final String SOMEBODY =
            "This is the mail system at host mx.example.com.\n\n<jo@example.com>: mailbox is full\n";

    private static Reading read(Formats formats, String to, String text) {
        String mail = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.com\n" + to
                + "\nSubject: Undelivered Mail Returned to Sender\n\n" + text;
        BounceMessage message =
                new MimeReader(Limits.standard(), HtmlText::of).read(mail.getBytes(StandardCharsets.UTF_8));
        return formats.read(message);
    }

    @Test
    void aFormInCommonUseSaysWhomAReportMeansThatNamesNobody() {
        Reading reading = read(Formats.standard(), "To: <bounces+ada=example.org@lists.example.net>", NOBODY);
        assertThat(reading.kind()).isEqualTo(Kind.BOUNCE);
        assertThat(reading.recipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.finalRecipient()).contains("ada@example.org");
            assertThat(recipient.diagnosticCode()).isPresent();
        });
    }

    @Test
    void aFormInCommonUseSaysNothingWhereTheReportNamesSomebody() {
        Reading reading = read(Formats.standard(), "To: <bounces+ada=example.org@lists.example.net>", SOMEBODY);
        assertThat(reading.recipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.finalRecipient()).contains("jo@example.com");
            assertThat(recipient.originalRecipient()).isEmpty();
        });
    }

    @Test
    void aSchemeOfOnesOwnTellsTheOriginalRecipientToo() {
        Reading reading = read(OWN, "Delivered-To: news-7-ada=example.org@example.net\nTo: x@example.net", SOMEBODY);
        assertThat(reading.recipients())
                .extracting(RecipientFields::finalRecipient, RecipientFields::originalRecipient)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Optional.of("jo@example.com"), Optional.of("ada@example.org")));
    }

    @Test
    void aSchemeOfOnesOwnIsFoundBehindAForwarder() {
        Reading reading = read(
                OWN, "X-Original-To: SRS0=x1y2=77=example.net=news-7-ada=example.org@forwarder.example.com", NOBODY);
        assertThat(reading.recipients())
                .singleElement()
                .extracting(RecipientFields::finalRecipient)
                .isEqualTo(Optional.of("ada@example.org"));
    }

    @Test
    void withoutASchemeNothingIsMadeOfAnAddressThatIsNone() {
        assertThat(read(Formats.standard(), "To: <ada=example.org@lists.example.net>", NOBODY)
                        .recipients())
                .singleElement()
                .satisfies(nobody -> assertThat(nobody.finalRecipient()).isEmpty());
    }

    @Test
    void anOrdinaryMailToSuchAnAddressIsNoBounce() {
        Reading reading = read(OWN, "To: news-7-ada=example.org@example.net", "See you at lunch.\n");
        assertThat(reading.kind()).isEqualTo(Kind.OTHER);
    }
}
