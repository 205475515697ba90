package org.whybounce.model;

import java.util.Optional;

/**
 * RFC 3464, section 2.3.6: the words in which the failure was reported.
 *
 * @param type the diagnostic type in lower case, such as {@code smtp}, {@code x-postfix} or {@code dns}; empty where
 *     the report has no Diagnostic-Code field and the words come from its text
 * @param text the words, unfolded and decoded; never empty
 */
public record DiagnosticCode(Optional<String> type, String text) {}
