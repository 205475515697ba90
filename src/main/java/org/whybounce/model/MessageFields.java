package org.whybounce.model;

import java.util.Optional;

/**
 * RFC 3464, section 2.2: the per-message fields of a delivery status notification. Each is empty where the report does
 * not state it.
 *
 * @param reportingMta the server that wrote the report, without its {@code dns;} type
 * @param receivedFromMta the server from which that one had taken the message
 * @param dsnGateway the gateway that translated the report
 * @param arrivalDate when the message reached the reporting server, ISO 8601 with offset where it could be read, else
 *     as written
 * @param originalEnvelopeId the ENVID that the sender gave
 */
public record MessageFields(
        Optional<String> reportingMta,
        Optional<String> receivedFromMta,
        Optional<String> dsnGateway,
        Optional<String> arrivalDate,
        Optional<String> originalEnvelopeId) {

    private static final MessageFields NONE =
            new MessageFields(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * The fields of a report that states none of them.
     *
     * @return fields that are all empty
     */
    public static MessageFields none() {
        return NONE;
    }
}
