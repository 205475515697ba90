package org.whybounce.model;

import java.util.Optional;

/**
 * RFC 5965, section 3: the fields of a complaint. Each is empty where the report does not state it.
 *
 * @param feedbackType {@code abuse}, {@code fraud}, {@code virus}, {@code not-spam}, {@code opt-out} …
 * @param userAgent the program that wrote the report
 * @param sourceIp the address from which the mail had come
 * @param originalMailFrom the envelope sender of the mail
 * @param arrivalDate when the mail had arrived, ISO 8601 with offset where it could be read, else as written
 */
public record FeedbackReport(
        Optional<String> feedbackType,
        Optional<String> userAgent,
        Optional<String> sourceIp,
        Optional<String> originalMailFrom,
        Optional<String> arrivalDate) {}
