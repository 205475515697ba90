package org.whybounce.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * RFC 5321, section 4.2: a server's answer to an SMTP command.
 *
 * @param code the three digits, 200 to 699; servers use more than the RFC defines
 * @param enhancedStatus the enhanced status code that follows the digits or stands in or before the words, empty where the
 *     reply has none
 * @param text the words of all lines, joined by one blank, without codes; may be empty
 */
public record SmtpReply(int code, Optional<EnhancedStatus> enhancedStatus, String text) {

    private static final int MAX_TEXT = 8 * 1024;
    private static final int LOOK_BACK = 40;
    private static final String STATUS = "#?[245]\\.\\d{1,3}\\.\\d{1,3}(?![\\d.]*\\d)";
    // Three digits that stand alone: no part of a longer number, an address, a port, a time, a decimal.
    private static final Pattern CODE = Pattern.compile(
            "(?<![\\p{L}\\p{N}_.@&/\\\\|%+*$-])(?<!\\d[:,])(?!(?<=:)(?:465|587)\\b)([2-6]\\d\\d)(?=-(?![\\d]{2}\\b)|[\\s:,;)\\]>\"'#\\u2019\\u201d]|\\.(?!\\d)|$)");
    private static final Pattern COUNTED = Pattern.compile(
            "^\\s?(?:bytes?|octets?|[kmg]i?b\\b|kilobytes?|megabytes?|seconds?\\b|secs?\\b|minutes?\\b|mins?\\b|hours?\\b|days?\\b|recipients\\b|messages\\b|e-?mails\\b|mails\\b|users\\b|times|percent|%|lines\\b|connections\\b|attempts\\b|or more|per\\b|/)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS_OPEN = Pattern.compile(
            "(?:^|@[\\w.-]{1,40}|[:>(\"'\\[;,=<\\u2018\\u201c\\u2013\\u2014\\u00bb\\uff1a]|->|=>|<--?|\\.\\.\\.|\\([0-9A-F]{8}\\)|[\\n\\r])\\s*$");
    private static final Pattern ENDS_NAMED = Pattern.compile(
            "(?:\\b(?:errors?|codes?|repl(?:y|ied)|respon(?:se|d|ded)|status|smtp|with|returned|said|got|failure|result|was|fehler|fehlercode|erreur|antwort|errore|erro|ошибка|dsn)|エラー)\\s*(?:with|is|was|code|no\\.?|number|nr\\.?)?\\s*[:=#]?\\s*$",
            Pattern.CASE_INSENSITIVE);
    // Words after which one server repeats what another one said.
    private static final Pattern QUOTES = Pattern.compile(
            "(?:\\b(?:said|says|replied|answered|responded|respond|returned|response|reply|error|errors|with|was)\\b(?: with)?\\s*[:=]|->|=>|<<<|\\bsaid|\\bresponded(?: with)?|\\breturned|\\breplied(?: with)?|respond|(?<=[\\w.!?]\\s?)<)\\s*[\"'<(]?\\s*(?:smtp;\\s*)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_CODE_BEFORE = Pattern.compile(
            "\\b(?:port|line|rfc|section|article|kb|id|limit|max|maximum|size|than|of|over|only|event|page|room|box|bug|ticket|case|number)\\s*[:=]?\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STATUS_NEXT = Pattern.compile("^[\\s:,;(-]{0,3}" + STATUS);
    // What the reporting server adds behind the reply that it quotes.
    private static final Pattern NOT_THE_SERVERS =
            Pattern.compile("\\s?\\((?:in reply to [^()]{0,80}|delivery attempts: \\d{1,6})\\)\\s*$");
    private static final Pattern LEADING_STATUS =
            Pattern.compile("^[\\s:,;'\"-]*(?:[(\\[]?(" + STATUS + ")[)\\]]?)[\\s:-]*");

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
        Matcher matcher = CODE.matcher(text);
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException("not an SMTP reply: \"" + text + "\"");
        }
        return read(text, matcher);
    }

    /**
     * Finds the refusal (a code from 400 on) that a text quotes. Where one server repeats what another one said, the
     * innermost quotation counts. Where there is no refusal, a reply of another kind counts if it stands first or is
     * plainly quoted.
     *
     * @param text any text that quotes a reply, such as {@code host mx.example.org said: 550 5.1.1 no such user}
     * @return the reply, its text running to the end of the given text; empty where none is quoted
     */
    public static Optional<SmtpReply> findIn(String text) {
        String searched = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        Matcher matcher = CODE.matcher(searched);
        int best = -1;
        int other = -1;
        boolean named = false;
        while (matcher.find()) {
            String before = searched.substring(Math.max(0, matcher.start() - LOOK_BACK), matcher.start());
            String after = searched.substring(matcher.end(), Math.min(searched.length(), matcher.end() + LOOK_BACK));
            boolean atStart = searched.substring(0, matcher.start()).isBlank();
            boolean quoted = QUOTES.matcher(before).find();
            if (matcher.group(1).charAt(0) < '4') {
                other = other < 0
                                && (atStart || quoted)
                                && !COUNTED.matcher(after).find()
                        ? matcher.start()
                        : other;
            } else if (best < 0 || quoted && !repeats(searched, best, matcher.start())) {
                if (stands(before, after, atStart)) {
                    best = matcher.start();
                    named = quoted;
                }
            } else if (named && quoted) {
                best = matcher.start();
            }
        }
        int chosen = best >= 0 ? best : other;
        return chosen >= 0 && matcher.find(chosen) ? Optional.of(read(searched, matcher)) : Optional.empty();
    }

    // "550 550 5.1.1 …" and the further lines of one reply are no quotation within it.
    private static boolean repeats(String text, int first, int next) {
        return text.substring(first + 3, next).isBlank() || next - first < 5;
    }

    private static boolean stands(String before, String after, boolean atStart) {
        if (STATUS_NEXT.matcher(after).find()) {
            return true;
        }
        if (COUNTED.matcher(after).find() || before.endsWith("#")) {
            return false;
        }
        if (atStart) {
            return true;
        }
        if (NO_CODE_BEFORE.matcher(before).find()) {
            return false;
        }
        return ENDS_OPEN.matcher(before).find()
                || ENDS_NAMED.matcher(before).find()
                || after.startsWith("-") && after.length() > 1 && "0123456789 ".indexOf(after.charAt(1)) < 0;
    }

    private static SmtpReply read(String text, Matcher start) {
        String code = start.group(1);
        @Nullable EnhancedStatus status = null;
        List<String> words = new ArrayList<>();
        // Postfix joins the lines of a reply and leaves the codes in: "550-5.1.1 no 550 5.1.1 such user".
        String rest = NOT_THE_SERVERS.matcher(text.substring(start.end(1))).replaceFirst("");
        String joined = rest.replaceAll("(?<=\\s)" + code + "(?=[ -])", "\n" + code);
        for (String line : joined.split("\\R")) {
            String content = line.replaceFirst("^[\\s:-]*" + code + "(?=[\\s-]|$)", "");
            Matcher leading = LEADING_STATUS.matcher(content);
            if (leading.find()) {
                status = status != null
                        ? status
                        : EnhancedStatus.findIn(leading.group(1).replace("#", ""))
                                .orElse(null);
                content = content.substring(leading.end());
            }
            content = content.replaceFirst("^[-:,;\\s]+", "").strip();
            if (!content.isEmpty()) {
                words.add(content);
            }
        }
        String said = unquoted(text, start.start(1), String.join(" ", words).replaceAll("\\s+", " "));
        Optional<EnhancedStatus> known = Optional.ofNullable(status)
                .or(() -> within(said, code))
                .or(() -> within(text.substring(0, start.start(1)), code));
        return new SmtpReply(Integer.parseInt(code), known, said);
    }

    // Some servers put the status in the middle of their words, and some relays before the reply.
    private static Optional<EnhancedStatus> within(String words, String code) {
        return EnhancedStatus.findIn(words).filter(status -> status.statusClass() == code.charAt(0) - '0');
    }

    private static String unquoted(String text, int start, String said) {
        boolean behind = text.startsWith("-'", start + 3) || text.startsWith("-\"", start + 3);
        char before = behind ? text.charAt(start + 4) : start > 0 ? text.charAt(start - 1) : ' ';
        boolean quoted = (before == '\'' || before == '"') && said.indexOf(before) == said.length() - 1;
        return quoted && !said.isEmpty() ? said.substring(0, said.length() - 1) : said;
    }
}
