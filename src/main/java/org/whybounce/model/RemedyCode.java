package org.whybounce.model;

import java.util.regex.Pattern;

/**
 * The stable name of a remedy, such as {@code AUTH-FIX-SPF}. A code never changes its meaning.
 *
 * @param value capitals and digits in words joined by hyphens
 */
public record RemedyCode(String value) implements Comparable<RemedyCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)*");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException where the value is no such name
     */
    public RemedyCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a remedy code: \"" + value + "\"");
        }
    }

    @Override
    public int compareTo(RemedyCode other) {
        return value.compareTo(other.value);
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return value;
    }
}
