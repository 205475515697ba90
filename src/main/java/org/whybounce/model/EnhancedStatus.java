package org.whybounce.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * RFC 3463, section 2: an enhanced mail system status code, such as {@code 5.1.1}.
 *
 * @param statusClass 2 (success), 4 (persistent transient failure) or 5 (permanent failure)
 * @param subject 0 to 999: what the code is about, such as 1 for addresses and 7 for security or policy
 * @param detail 0 to 999: the condition within the subject
 */
public record EnhancedStatus(int statusClass, int subject, int detail) {

    // Neither inside a longer dotted number (an IP address, a version) nor inside a word.
    private static final Pattern CODE = Pattern.compile(
            "(?<![\\w.@-])(?<!(?i:exim|version|release) )([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d@]|[.-]\\d|\\.[a-z][\\w-]*\\.[a-z])");

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a number is outside its range
     */
    public EnhancedStatus {
        if (statusClass != 2 && statusClass != 4 && statusClass != 5) {
            throw new IllegalArgumentException("status class must be 2, 4 or 5: " + statusClass);
        }
        if (subject < 0 || subject > 999 || detail < 0 || detail > 999) {
            throw new IllegalArgumentException("subject and detail must be 0 to 999: " + subject + "." + detail);
        }
    }

    /**
     * Reads a code that stands alone.
     *
     * @param text exactly a code, such as {@code 5.7.26}
     * @return the code
     * @throws IllegalArgumentException where the text is anything else
     */
    public static EnhancedStatus parse(String text) {
        Matcher matcher = CODE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an enhanced status code: \"" + text + "\"");
        }
        return of(matcher);
    }

    /**
     * Finds the first code in a text.
     *
     * @param text any text, such as {@code 550-5.1.1 no such user} or {@code 5.0.0 (undefined status)}
     * @return the first code in it, or empty where there is none
     */
    public static Optional<EnhancedStatus> findIn(String text) {
        if (text.indexOf('.') < 0) {
            return Optional.empty();
        }
        Matcher matcher = CODE.matcher(text.replaceAll("(?<=\\b\\d{3})-(?=[245]\\.)", " "));
        return matcher.find() ? Optional.of(of(matcher)) : Optional.empty();
    }

    private static EnhancedStatus of(Matcher matcher) {
        return new EnhancedStatus(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /**
     * Whether the code says nothing beyond its class: {@code x.0.0}.
     *
     * @return true for {@code 2.0.0}, {@code 4.0.0} and {@code 5.0.0}
     */
    public boolean isUndefined() {
        return subject == 0 && detail == 0;
    }

    /** {@return the code as it is written on the wire, such as {@code 5.1.1}} */
    @Override
    public String toString() {
        return statusClass + "." + subject + "." + detail;
    }
}
