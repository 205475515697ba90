package org.whybounce.mime;

/**
 * RFC 5322, section 2.2: one header field.
 *
 * @param name its name as written
 * @param value its value, unfolded and decoded (RFC 2047)
 */
public record HeaderField(String name, String value) {}
