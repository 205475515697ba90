package org.whybounce.model;

import java.io.Serial;

/** A rule, remedy, template or blocklist file that cannot be used; the message names file, line and what was expected. */
public final class DataFileException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception for one place in a file.
     *
     * @param file the file's name
     * @param line the line, from 1
     * @param problem what is wrong there and what was expected
     */
    public DataFileException(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
