package org.whybounce.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.whybounce.model.OriginalMessage;

/**
 * A report in plain text, parted into what the server says and the message that it returns.
 *
 * @param report the server's words
 * @param returned the returned message, its marker left out; empty where nothing came back
 */
public record ReturnedMessage(String report, Optional<String> returned) {

    // Few words decide: a line that announces the original, dressed in dashes or not. Only looked at line by line.
    private static final List<Pattern> MARKERS = List.of(
            Pattern.compile(
                    "^[-=*_ >]*(?:this is|below (?:this line )?is|here is|following is|(?:what follows|the following) is|included (?:below )?is|attached is)?[: ]*(?:a|the|your)? ?(?:copy|copies|headers?|text|start|beginning|contents?|first \\d+ lines) (?:of|from) (?:the|your) (?:original |returned |undelivered |undeliverable |unsent |failed |bounced )?(?:e-?mail |mail )?(?:message|mail|e-?mail|letter)\\b.{0,60}$"),
            Pattern.compile(
                    "^[-=*_ >]{2,}.{0,12}(?:original|returned|undelivered|unsent|undeliverable|failed|bounced|rejected)(?: e-?mail)? (?:message|mail|e-?mail|text|headers?|letter)\\b.{0,50}[-=*_: ]*$"),
            Pattern.compile(
                    "^[-=*_ >]*(?:the )?(?:original|returned|undelivered|unsent) (?:message|mail|e-?mail)(?: (?:follows|headers?(?: follow)?|text follows|as follows|is attached|below|is included|was as follows|was))?[ .:-]*$"),
            Pattern.compile(
                    "^[-=*_ >]{2,}(?:message|mail|headers?|text|returned)(?: (?:header|text|contents?|body))? ?(?:follows?|follow|of message|from message|for the original message)[-=*_ :.]*$"),
            Pattern.compile(
                    "^[-=*_ >]*(?:your (?:original )?(?:message|mail)|the (?:text|headers?|message)|(?:message|original) headers?) (?:follows?|was|reads|begins|is below|is (?:attached|included|reproduced) below)[ .:-]*$"),
            Pattern.compile(
                    "^[-=*_ >]{2,}(?:message header follows|message contents follow|body of message generated|failed message|forwarded message|ursprüngliche nachricht|mensaje original|mensagem original|message (?:d.)?origin(?:e|al)|messaggio originale|oorspronkelijk bericht).{0,30}$"),
            Pattern.compile("^-+ ?(?:begin )?(?:returned|attached|message) ?(?:message|mail|text)? ?-+$"));
    private static final Pattern BLOCK = Pattern.compile(
            "^ {0,4}(?:return-path|received|delivered-to|x-envelope-from|message-id|mime-version|dkim-signature|from|date|x-[a-z-]+):.*");
    private static final List<String> PLAIN =
            List.of("original", "copy", "follow", "---", "returned", "unsent", "header");
    private static final int MAX_MARKER = 160;
    private static final int MAX_BLOCK = 60;

    /**
     * Parts a text.
     *
     * @param text the text of a message, its lines ended by {@code \n}
     * @return its two parts
     */
    public static ReturnedMessage in(String text) {
        return in(Lines.of(text));
    }

    /**
     * Parts a text.
     *
     * @param lines its lines
     * @return its two parts
     */
    public static ReturnedMessage in(Lines lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (isMarker(line)) {
                int start = headersAfter(lines, i + 1);
                if (start >= 0 && (isPlain(line) || isTraced(lines, start))) {
                    return new ReturnedMessage(lines.join(0, i), Optional.of(lines.join(start, lines.size())));
                }
            } else if (i > 0 && lines.get(i - 1).isBlank() && beginsHeaders(lines, i) && !isSummary(lines, i)) {
                return new ReturnedMessage(lines.join(0, i), Optional.of(lines.join(i, lines.size())));
            }
        }
        return new ReturnedMessage(lines.join(0, lines.size()), Optional.empty());
    }

    private static boolean isMarker(String line) {
        String lower = line.strip().toLowerCase(Locale.ROOT);
        if (lower.length() < 8 || lower.length() > MAX_MARKER) {
            return false;
        }
        return MARKERS.stream().anyMatch(marker -> marker.matcher(lower).matches());
    }

    private static boolean isPlain(String marker) {
        String lower = marker.toLowerCase(Locale.ROOT);
        return PLAIN.stream().anyMatch(lower::contains);
    }

    // "Your message:" also stands above a few words about the original, with the report going on below them.
    private static boolean isTraced(Lines lines, int from) {
        int end = Math.min(lines.endOfParagraph(from), from + MAX_BLOCK);
        return Fields.read(lines, from, end)
                .hasAny("received", "return-path", "message-id", "mime-version", "content-type", "delivered-to");
    }

    // An indented list of a few fields tells what the report is about, and the report goes on below it.
    private static boolean isSummary(Lines lines, int from) {
        int end = Math.min(lines.endOfParagraph(from), from + MAX_BLOCK);
        return lines.get(from).startsWith(" ")
                && lines.skipBlank(end) < lines.size()
                && !Fields.read(lines, from, end)
                        .hasAny("received", "return-path", "mime-version", "content-type", "delivered-to");
    }

    // Between a marker and the headers there may be a sentence, a rule and some blank lines.
    private static int headersAfter(Lines lines, int from) {
        for (int i = from; i < Math.min(lines.size(), from + 12); i++) {
            if (Fields.nameEnd(bare(lines.get(i))) > 0 && headerCount(lines, i) >= 1) {
                return i;
            }
        }
        return -1;
    }

    // A block of headers that no marker announces must look like one: trace fields, and several known ones.
    private static boolean beginsHeaders(Lines lines, int at) {
        String lower = bare(lines.get(at)).toLowerCase(Locale.ROOT);
        if (!BLOCK.matcher(lower).matches() && !lower.startsWith("return-path")) {
            return false;
        }
        return headerCount(lines, at) >= 3;
    }

    private static int headerCount(Lines lines, int from) {
        int end = Math.min(lines.endOfParagraph(from), from + MAX_BLOCK);
        int known = 0;
        for (int i = from; i < end; i++) {
            String line = bare(lines.get(i));
            int colon = Fields.nameEnd(line);
            if (colon > 0 && KNOWN.contains(line.substring(0, colon).strip().toLowerCase(Locale.ROOT))) {
                known++;
            }
        }
        return known;
    }

    /** A line without the mark of a quotation. */
    private static String bare(String line) {
        return line.startsWith("> ") ? line.substring(2) : line.startsWith(">") ? line.substring(1) : line;
    }

    private static final List<String> KNOWN = List.of(
            "return-path",
            "received",
            "from",
            "to",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "content-type",
            "x-mailer",
            "reply-to",
            "cc",
            "sender",
            "content-transfer-encoding",
            "dkim-signature",
            "list-id",
            "delivered-to",
            "in-reply-to",
            "references",
            "x-priority",
            "user-agent",
            "precedence");

    /** {@return the headers of what came back; where nothing did, those that the report lists} */
    public Optional<OriginalMessage> original() {
        return returned.flatMap(ReturnedMessage::headers).or(this::summarized);
    }

    private Optional<OriginalMessage> summarized() {
        Lines lines = Lines.of(report);
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i - 1).isBlank() && beginsHeaders(lines, i)) {
                return headers(lines.join(i, lines.size()));
            }
        }
        return Optional.empty();
    }

    /**
     * Reads the headers that a returned message begins with.
     *
     * @param text a message or its headers, perhaps indented or quoted
     * @return its headers; empty where there is no From, To, Subject, Date, Message-ID or Received among them
     */
    public static Optional<OriginalMessage> headers(String text) {
        Lines lines = Lines.of(unquoted(text));
        int start = lines.skipBlank(0);
        return original(Fields.read(lines, start, lines.endOfParagraph(start)));
    }

    /**
     * The original whose header fields these are.
     *
     * @param fields fields
     * @return it, or empty where they are not those of a message
     */
    public static Optional<OriginalMessage> original(Fields fields) {
        if (!fields.hasAny("from", "to", "subject", "date", "message-id", "received", "return-path")) {
            return Optional.empty();
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : fields.names()) {
            headers.computeIfAbsent(name, fields::all);
        }
        return Optional.of(new OriginalMessage(headers));
    }

    private static String unquoted(String text) {
        List<String> plain = new ArrayList<>();
        Lines lines = Lines.of(text);
        int first = lines.skipBlank(0);
        if (first == lines.size()) {
            return text;
        }
        String mark =
                lines.get(first).startsWith("> ") ? "> " : lines.get(first).startsWith(">") ? ">" : "";
        int indent = indentOf(lines.get(first).substring(mark.length()));
        if (mark.isEmpty() && indent == 0) {
            return text;
        }
        for (String line : lines.asList()) {
            String rest = line.startsWith(mark) ? line.substring(mark.length()) : line.equals(mark.strip()) ? "" : line;
            plain.add(rest.substring(Math.min(indent, indentOf(rest))));
        }
        return String.join("\n", plain);
    }

    private static int indentOf(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
