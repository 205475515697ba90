package org.whybounce.source;

/** What a place that should hold mail gave: a message, or the reason why there is none. */
public sealed interface MailItem {

    /** {@return the path as given or found; for a message inside an mbox file {@code path#N}, N from 1} */
    String source();

    /**
     * The bytes of one message.
     *
     * @param source where it lies
     * @param bytes its bytes, at most as many as the source's limit
     * @param ignored how many further bytes were left out
     */
    record Message(String source, byte[] bytes, long ignored) implements MailItem {}

    /**
     * A place without mail.
     *
     * @param source the place
     * @param problem what is wrong there and what to do, one line without a full stop
     */
    record Problem(String source, String problem) implements MailItem {}
}
