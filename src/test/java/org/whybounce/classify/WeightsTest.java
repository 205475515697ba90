package org.whybounce.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whybounce.classify.Weights.Lesson;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Reason;

/** From lessons weights are learnt, and from weights it follows how likely each reason is. */
class WeightsTest {

    private static final List<Lesson> LESSONS = Replies.parse("some.replies", """
            # Two reasons.
            Reason: MAILBOX_FULL
            Reply: 552 the mailbox is full
            Reply: 452 no room in the mailbox
            Reply: 552 this box has no room left

            Reason: USER_UNKNOWN
            Reply: 550 no such user
            Reply: 550 there is nobody of that name
             in this house
            Reply: 550 the user is not known
            """);

    private static double likelihood(Weights weights, String reply, Reason reason) {
        return weights.likelihoods(Lesson.of(reply, reason).features())[reason.ordinal()];
    }

    @Test
    void whatWasLearntIsLikely() {
        Weights weights = Weights.learnt(LESSONS, 30);

        assertThat(LESSONS).hasSize(6).allSatisfy(lesson -> assertThat(
                        weights.likelihoods(lesson.features())[lesson.reason().ordinal()])
                .isGreaterThan(0.8));
    }

    @Test
    void whatSharesItsWordsIsLikelyToo() {
        Weights weights = Weights.learnt(LESSONS, 30);

        assertThat(likelihood(weights, "452 your mailboxes have no room", Reason.MAILBOX_FULL))
                .isGreaterThan(0.5);
        assertThat(likelihood(weights, "550 that user, there is nobody", Reason.USER_UNKNOWN))
                .isGreaterThan(0.5);
    }

    @Test
    void aTextOfUnknownWordsTellsLittle() {
        Weights weights = Weights.learnt(LESSONS, 30);

        assertThat(likelihood(weights, "zyxw vutsrq ponmlk", Reason.MAILBOX_FULL))
                .isLessThan(0.2);
        assertThat(likelihood(weights, "", Reason.MAILBOX_FULL)).isLessThan(0.2);
    }

    @Test
    void allLikelihoodsAddUpToOne() {
        double[] likelihoods = Weights.learnt(LESSONS, 5)
                .likelihoods(
                        Lesson.of("550 the user is full", Reason.USER_UNKNOWN).features());

        assertThat(likelihoods).hasSize(Reason.values().length);
        assertThat(java.util.Arrays.stream(likelihoods).sum()).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void furtherLessonsAddTheirWordsAndKeepTheOthers() {
        Weights weights = Weights.learnt(LESSONS, 30);
        List<Lesson> further = List.of(Lesson.of("550 the pigeon lost its parcel", Reason.SYSTEM_ERROR));

        Weights more = weights.learntFurther(further, 30);

        double before = likelihood(weights, "550 a pigeon with a parcel", Reason.SYSTEM_ERROR);
        assertThat(likelihood(more, "550 a pigeon with a parcel", Reason.SYSTEM_ERROR))
                .isGreaterThan(5 * before);
        assertThat(likelihood(more, "552 the mailbox is full", Reason.MAILBOX_FULL))
                .isGreaterThan(0.8);
    }

    @Test
    void theSameLessonsGiveTheSameBytesAndWhatIsWrittenCanBeRead() throws IOException {
        byte[] once = bytes(Weights.learnt(LESSONS, 10));
        byte[] again = bytes(Weights.learnt(LESSONS, 10));

        assertThat(once).isEqualTo(again);
        assertThat(bytes(Weights.read(new ByteArrayInputStream(once)))).isEqualTo(once);
    }

    @Test
    void bytesOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> Weights.read(new ByteArrayInputStream(new byte[100])))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("100 bytes");
    }

    @Test
    void aMistakeInAFileOfRepliesIsNamedWithItsLine() {
        assertThatThrownBy(() -> Replies.parse("some.replies", "Reason: MAILBOX_FUL\nReply: 552 full\n"))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("some.replies:1")
                .hasMessageContaining("MAILBOX_FULL");
    }

    private static byte[] bytes(Weights weights) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        weights.write(out);
        return out.toByteArray();
    }
}
