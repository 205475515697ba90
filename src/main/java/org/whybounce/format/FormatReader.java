package org.whybounce.format;

import java.util.Optional;
import org.whybounce.mime.BounceMessage;

/** Reads the reports of one kind of software. Recognising and reading are one act, so that they cannot drift apart. */
interface FormatReader {

    /** {@return the name of the format as printed in results, such as {@code exim}} */
    String name();

    /**
     * Reads a message.
     *
     * @param message the message
     * @return what it says, or empty: not mine
     */
    Optional<Reading> read(BounceMessage message);
}
