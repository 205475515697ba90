package org.whybounce.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * RFC 5321, section 4.2: a server's answer to an SMTP command.
 *
 * @param code the three digits, 200 to 699; servers use more than the RFC defines
 * @param enhancedStatus the enhanced status code that follows the digits, empty where the reply has none
 * @param text the words of all lines, joined by one blank, without codes; may be empty
 */
public record SmtpReply(int code, Optional<EnhancedStatus> enhancedStatus, String text) {

    private static final String STATUS = "#?[245]\\.\\d{1,3}\\.\\d{1,3}";
    // A code at the start of the text, of a line, or after punctuation that ends what came before.
    private static final Pattern START = Pattern.compile(
            "(?:^|[\\n\\r]|(?<=[:>(\"'\\[;,\\u2018\\u201c=])|(?<=\\s))\\s*(?:smtp;\\s*)?([2-6]\\d\\d)(?=([ -])|[:,;.]?\\s|$|\\n)");
    private static final Pattern LINE_CODE = Pattern.compile("^\\s*([2-6]\\d\\d)(?:[ -]+|$)(.*)$", Pattern.DOTALL);
    private static final Pattern LEADING_STATUS =
            Pattern.compile("^[\\s:-]*(?:\\(?(" + STATUS + ")\\)?)(?![\\d.])[\\s:-]*");

    /**
     * Checks the range of the code.
     *
     * @throws IllegalArgumentException where it is outside 200 to 699
     */
    public SmtpReply {
        if (code < 200 || code > 699) {
            throw new IllegalArgumentException("not an SMTP reply code: " + code);
        }
    }

    /**
     * Reads a reply that the text begins with.
     *
     * @param text a reply of one or more lines, such as {@code 550-5.1.1 no\n550 5.1.1 such user}
     * @return the reply
     * @throws IllegalArgumentException where the text does not begin with a code
     */
    public static SmtpReply parse(String text) {
        Matcher matcher = START.matcher(text);
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException("not an SMTP reply: \"" + text + "\"");
        }
        return read(text, matcher);
    }

    /**
     * Finds the first refusal (a code from 400 on) in a text; where there is none, the first reply of any kind.
     *
     * @param text any text that quotes a reply, such as {@code host mx.example.org said: 550 5.1.1 no such user}
     * @return the reply, its text running to the end of the given text; empty where none is quoted
     */
    public static Optional<SmtpReply> findIn(String text) {
        Matcher matcher = START.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).charAt(0) >= '4') {
                return Optional.of(read(text, matcher));
            }
        }
        return Optional.empty();
    }

    private static SmtpReply read(String text, Matcher start) {
        int code = Integer.parseInt(start.group(1));
        Optional<EnhancedStatus> status = Optional.empty();
        List<String> words = new ArrayList<>();
        String rest = text.substring(start.end(1));
        // Postfix joins the lines of a reply and leaves the codes in: "550-5.1.1 no 550 5.1.1 such user".
        String continued = rest.replaceAll("(?<=\\s)" + start.group(1) + "(?=[ -])", "\n" + start.group(1));
        for (String line : (start.group(1) + continued).split("\\R")) {
            Matcher coded = LINE_CODE.matcher(line);
            String content = coded.matches() && coded.group(1).equals(start.group(1)) ? coded.group(2) : line;
            Matcher leading = LEADING_STATUS.matcher(content);
            if (leading.find()) {
                if (status.isEmpty()) {
                    status = EnhancedStatus.findIn(leading.group(1).replace("#", ""));
                }
                content = content.substring(leading.end());
            }
            if (!content.isBlank()) {
                words.add(content.strip());
            }
        }
        return new SmtpReply(code, status, String.join(" ", words).replaceAll("\\s+", " "));
    }
}
