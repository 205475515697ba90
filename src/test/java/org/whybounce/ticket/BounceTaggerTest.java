package org.whybounce.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whybounce.BounceParser;
import org.whybounce.model.ParseResult;

class BounceTaggerTest {

    private static final String SPF = "550 5.7.23 SPF validation failed: the domain's record forbids this host";
    private static final String UNKNOWN = "550 5.1.1 <jo@example.com>: user unknown";

    private static ParseResult parse(String mail) {
        return BounceParser.standard().parse(mail.getBytes(StandardCharsets.UTF_8));
    }

    private static ParseResult report(String... recipients) {
        return parse("From: MAILER-DAEMON@example.org\nSubject: Undelivered Mail\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                + "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
                + String.join("\n", recipients) + "\n--b--\n");
    }

    private static String recipient(String action, String words) {
        return "Final-Recipient: rfc822; jo@example.com\nAction: " + action + "\nDiagnostic-Code: smtp; " + words
                + "\n";
    }

    @Test
    void aBounceIsTaggedFromItsKindToItsRemedy() {
        assertThat(BounceTagger.tags(report(recipient("failed", SPF))))
                .containsExactly(
                        "bounce",
                        "bounce-permanent",
                        "bounce-auth",
                        "reason-spf-failed",
                        "act-sender-admin",
                        "remedy-auth-fix-spf");
    }

    @Test
    void aDeadAddressIsTaggedForSuppression() {
        assertThat(BounceTagger.tags(report(recipient("failed", UNKNOWN))))
                .contains("bounce-suppress", "bounce-recipient", "reason-user-unknown");
    }

    @Test
    void theOrderOfTheRecipientsDoesNotMatterAndNothingIsRepeated() {
        List<String> tags = BounceTagger.tags(
                report(recipient("failed", SPF), recipient("failed", UNKNOWN), recipient("failed", SPF)));
        assertThat(tags)
                .doesNotHaveDuplicates()
                .contains("bounce-auth", "bounce-recipient")
                .isEqualTo(BounceTagger.tags(report(recipient("failed", UNKNOWN), recipient("failed", SPF))));
    }

    @Test
    void recipientsWhoAreNotLostAddNothingToABounce() {
        assertThat(BounceTagger.tags(report(
                        recipient("delayed", "451 4.7.1 greylisted, try again"),
                        recipient("delivered", "250 ok"),
                        recipient("failed", SPF))))
                .isEqualTo(BounceTagger.tags(report(recipient("failed", SPF))));
    }

    @Test
    void eachRecipientHasTagsOfItsOwn() {
        ParseResult result = report(
                recipient("failed", SPF),
                recipient("delayed", "451 4.7.1 Greylisted, please try again later"),
                recipient("relayed", "250 ok"));
        assertThat(BounceTagger.tags(result.recipients().get(0))).startsWith("bounce", "bounce-permanent");
        assertThat(BounceTagger.tags(result.recipients().get(1)))
                .startsWith("delay", "delay-spam-filter", "reason-greylisted")
                .noneMatch(tag -> tag.startsWith("bounce"));
        assertThat(BounceTagger.tags(result.recipients().get(2))).containsExactly("delivered");
    }

    @Test
    void aWarningIsNoBounce() {
        assertThat(BounceTagger.tags(report(recipient("delayed", "452 4.2.2 mailbox full"))))
                .startsWith("delay", "delay-mailbox", "reason-mailbox-full")
                .noneMatch(tag -> tag.startsWith("bounce"));
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({
        "abuse, complaint complaint-abuse",
        "FRAUD, complaint complaint-fraud",
        "x-made-up, complaint",
        "'abuse; drop table', complaint"
    })
    void aComplaintIsTaggedWithAKnownType(String type, String tags) {
        ParseResult result = parse("From: fbl@example.com\nSubject: complaint\n"
                + "Content-Type: multipart/report; report-type=feedback-report; boundary=b\n\n"
                + "--b\nContent-Type: message/feedback-report\n\nFeedback-Type: " + type
                + "\nUser-Agent: x/1\nVersion: 1\n\n--b--\n");
        assertThat(BounceTagger.tags(result)).containsExactly(tags.split(" "));
    }

    @Test
    void anAutomaticAnswerIsTaggedAndOrdinaryMailIsNot() {
        assertThat(BounceTagger.tags(
                        parse("From: a@example.com\nSubject: Away\nAuto-Submitted: auto-replied\n\nBack on Monday.\n")))
                .containsExactly("auto-reply");
        assertThat(BounceTagger.tags(parse("From: a@example.com\nSubject: Lunch\n\nToday?\n")))
                .isEmpty();
    }
}
