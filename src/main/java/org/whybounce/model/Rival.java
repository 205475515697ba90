package org.whybounce.model;

/**
 * A rule that matched too, and why another decided.
 *
 * @param rule its name
 * @param origin its file and line, such as {@code helo.rules:12}
 * @param reason what it would have meant
 * @param lost why it lost, in a few words
 */
public record Rival(String rule, String origin, Reason reason, String lost) {}
