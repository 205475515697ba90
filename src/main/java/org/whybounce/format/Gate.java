package org.whybounce.format;

import java.util.List;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;

/** Whether a text that sounds like a report may be one. Persons, lists and tickets quote such texts. */
final class Gate {

    private static final Pattern GREETING = Pattern.compile(
            "(?i)^\\s*(?:hello|hi|hey|dear|good (?:morning|day|afternoon|evening)|hallo|guten|sehr geehrte|liebe|moin|servus|grüß|bonjour|salut|cher|hola|buen[oa]s|estimad|querid"
                    + "|ciao|salve|buongiorno|gentil|egregi|ol[áa]|bom dia|boa tarde|prezad|beste|geachte|goede|hej|hei|bästa|kære|cześć|dzień|szanown|dobr|vážen|ahoj|здравст|добрый|привет|уважаем|お世話|こんにちは|您好|你好|안녕)");
    private static final Pattern FIRST_PERSON = Pattern.compile(
            "\\b(?:I|[Mm]y|me|[Ii]ch|[Mm]ein\\p{L}*|mir|[Jj]e|[Jj]'ai|mon|mes|[Yy]o|[Mm]is?|he recibido|[Mm]io|ho ricevuto|[Ee]u|[Mm]eu|recebi|[Ii]k|[Mm]ijn|[Jj]ag|[Mm]in)\\b|(?<!\\p{L})(?:[Яя]|мо[её]|мне)(?!\\p{L})");
    private static final Pattern POINTS = Pattern.compile(
            "(?i)^\\s*(?:please|pls|fyi|see (?:below|attach)|bitte|s\\. ?u\\.|siehe|merci de|voir ci|por favor|ver abajo|per favore|vedi|zie|se nedan)\\b|\\bbelow\\b[^\\n]{0,20}$");
    private static final int EARLY = 2;

    private Gate() {}

    /**
     * Decides for a message that no header field marks as of a certain format.
     *
     * @param message the message
     * @param lines its lines
     * @param start the line with which the report seems to begin
     */
    static boolean open(BounceMessage message, List<Line> lines, int start) {
        if (start >= lines.size() || !BounceSigns.possible(message)) {
            return false;
        }
        return BounceSigns.byServer(message)
                // A person says a few words before.
                || lines.subList(0, start).stream().allMatch(Line::isBlank) && BounceSigns.subjectSuggests(message);
    }

    /** The same where no line in particular begins the report. */
    static boolean open(BounceMessage message) {
        return BounceSigns.byServer(message)
                || BounceSigns.possible(message) && BounceSigns.subjectSuggests(message) && !isLetter(message.text());
    }

    private static boolean isLetter(String text) {
        return text.lines().filter(line -> !line.isBlank()).limit(EARLY).anyMatch(Gate::isSpoken);
    }

    // Programs neither greet nor ask, and of themselves they speak further below.
    private static boolean isSpoken(String line) {
        return GREETING.matcher(line).find()
                || FIRST_PERSON.matcher(line).find()
                || POINTS.matcher(line.strip()).find()
                || line.strip().endsWith("?");
    }
}
