package org.whybounce.model;

/** Whether the condition that stopped the mail lasts; not whether the server has given up. */
public enum Permanence {
    /** Sending the same message again will fail again (5.x.x, 5yz). */
    PERMANENT,
    /** The condition may pass (4.x.x, 4yz), also where the server gave up after days of it. */
    TEMPORARY
}
