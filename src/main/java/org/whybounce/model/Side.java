package org.whybounce.model;

/** Whose server refused: the question behind "is it our side or the recipient's?". */
public enum Side {
    /** The sender's own outgoing server, or the service it sends through. */
    OWN,
    /** The recipient's server, or one that acts for it. */
    REMOTE,
    /** The report does not tell. */
    UNKNOWN
}
