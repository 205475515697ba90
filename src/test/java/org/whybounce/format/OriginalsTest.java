package org.whybounce.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whybounce.mime.MimeReader;
import org.whybounce.model.Limits;
import org.whybounce.model.OriginalMessage;

final class OriginalsTest {

    private static final String HEAD = "From: MAILER-DAEMON@mx.example.net\nSubject: Undelivered mail\n";
    private static final String RETURNED =
            "Received: from a.example.net by mx.example.net; Tue, 3 Mar 2026 09:00:00 +0000\n"
                    + "Return-Path: <bounces-7@example.org>\nMessage-ID: <1@example.org>\nFrom: Ada <ada@example.org>\n"
                    + "To: jo@example.net\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\nDate: Tue, 3 Mar 2026 08:59:00 +0000\n"
                    + "List-Id: News <news.example.org>\nX-Campaign: spring\n";

    private static OriginalMessage original(String mail) {
        return Originals.in(new MimeReader(Limits.standard(), HtmlText::of).read(mail.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();
    }

    private static String report(String type, String body) {
        return HEAD + "Content-Type: multipart/report; boundary=b\n\n--b\n\nno such user\n--b\nContent-Type: " + type
                + "\n\n" + body;
    }

    private static void assertWhole(OriginalMessage original) {
        assertThat(original.messageId()).contains("<1@example.org>");
        assertThat(original.from()).contains("Ada <ada@example.org>");
        assertThat(original.to()).containsExactly("jo@example.net");
        assertThat(original.subject()).contains("Grüße");
        assertThat(original.date()).contains("Tue, 3 Mar 2026 08:59:00 +0000");
        assertThat(original.returnPath()).contains("<bounces-7@example.org>");
        assertThat(original.listId()).contains("News <news.example.org>");
        assertThat(original.header("x-campaign")).contains("spring");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message/rfc822",
                "message/global",
                "message/partial",
                "text/rfc822-headers",
                "text/rfc822-header",
                "message/rfc822-headers",
                "message/global-headers"
            })
    void aPartOfItsOwnHoldsTheOriginal(String type) {
        assertWhole(original(report(type, RETURNED + "\nhello\n--b--\n")));
        assertWhole(original(report(type, RETURNED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "> ", ">", "   "})
    void theTextHoldsTheOriginalQuotedOrNot(String mark) {
        String quoted = (RETURNED + "\nhello\n").indent(0).replaceAll("(?m)^", mark);
        assertWhole(original(HEAD + "\nno such user\n\n--- Original message follows ---\n\n" + quoted));
        assertWhole(original(HEAD + "\nno such user\n\n" + quoted));
    }

    @Test
    void aPartThatForgotItsOwnHeaderHoldsTheOriginalToo() {
        assertWhole(original(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nno such user\n--b\n" + RETURNED
                + "\nhello\n--b--\n"));
    }

    @Test
    void anOriginalThatIsCutOffKeepsWhatIsWhole() {
        String cut = RETURNED.substring(0, RETURNED.indexOf("<1@") + 5);
        OriginalMessage original = original(report("message/rfc822", cut));
        assertThat(original.returnPath()).contains("<bounces-7@example.org>");
        assertThat(original.messageId()).isEmpty();
        assertThat(original.subject()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your message\n\n  To:      jo@example.net\n  Subject: Invoice 7\n  Sent:    Tue, 3 Mar 2026\n\ndid not reach:",
                "Ihre Nachricht\n\n  An: jo@example.net\n  Betreff: Invoice 7\n  Gesendet: Tue, 3 Mar 2026\n\nkam nicht an:",
                "Su mensaje\n\n  Para: jo@example.net\n\n  Asunto: Invoice 7\n\n  Enviado: Tue, 3 Mar 2026\n\nno llegó:",
                "Message details:\n  Subject: Invoice 7\n  Sent date: Tue, 3 Mar 2026\n  To: jo@example.net\n",
                "次のメールは届きませんでした。\n宛先：jo@example.net\n件名：Invoice 7\n送信日時：Tue, 3 Mar 2026\n"
            })
    void whatTheTextSaysOfTheOriginalIsKnown(String text) {
        OriginalMessage original = original(HEAD + "\n" + text + "\n\njo@example.net: no such user\n");
        assertThat(original.subject()).contains("Invoice 7");
        assertThat(original.to()).containsExactly("jo@example.net");
        assertThat(original.date()).contains("Tue, 3 Mar 2026");
    }

    @Test
    void aSentenceMayNameTheSubject() {
        assertThat(original(HEAD + "\nYour message with the subject \"Invoice 7\" could not be delivered.\n")
                        .subject())
                .contains("Invoice 7");
    }

    @Test
    void theReportsOwnHeaderInItsTextIsNotTheOriginals() {
        assertThat(Originals.in(new MimeReader(Limits.standard(), HtmlText::of)
                        .read((HEAD + "\nTo: ada@example.org\nDate: today\nSubject: Undelivered mail\n\nno such user\n")
                                .getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void fieldsOfTheReportTellTheMessageIdAndTheEnvelopeSender() {
        String mail = report(
                "message/delivery-status",
                "Reporting-MTA: dns; mx.example.net\nX-Postfix-Sender: rfc822; ada@example.org\n"
                        + "X-Original-Message-ID: <1@example.org>\n\nFinal-Recipient: rfc822; jo@example.net\n--b--\n");
        assertThat(original(mail).messageId()).contains("<1@example.org>");
        assertThat(original(mail).returnPath()).contains("<ada@example.org>");
    }

    @Test
    void aServerAnswersTheOriginal() {
        assertThat(original(HEAD + "In-Reply-To: <1@example.org>\n\nno such user\n")
                        .messageId())
                .contains("<1@example.org>");
    }
}
