package org.whybounce.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.whybounce.model.SmtpReply;
import org.whybounce.text.Addresses;
import org.whybounce.text.Lines;

/** What a text of no known format says of an address: beside it, below it, or above it. */
final class Surroundings {

    /** Brackets and a full stop may stand round an address that stands alone, or a date beside it. */
    private static final int ALONE = 5;

    private static final int DATED = 50;
    private static final int REFUSED = 400;
    private static final List<String> DESKS = List.of("postmaster@", "abuse@", "support@");

    // "Recipient: user@example.org"
    private static final Pattern LABELLED =
            Pattern.compile("^\\s{0,20}[\\p{L} -]{2,30}[:：]\\s{0,20}<?\\S{1,256}@[\\w.-]{1,255}>?[.;]?\\s*$");
    private static final Pattern ADVICE = Pattern.compile(
            "(?i)\\b(?:please|we hope|sorry|apolog\\w+|contact|help ?desk|support|if (?:you|the|this)|questions?|bitte|falls|veuillez|si (?:vous|usted)|por favor|per favore|neem)\\b|お問い合わせ|请");

    private static final Pattern SENDER = Pattern.compile(
            "(?i)^\\s{0,20}(?:(?:envelope )?sender|from|(?:mail|message|posted|submitted) (?:from|by)|(?:the )?(?:mail|message) originated from|von|absender|exp[ée]diteur|remitente|mittente|afzender|avsändare|nadawca|отправитель|送信者|差出人|发件人)\\s{0,9}[:：]");
    // What companies put below every mail.
    private static final Pattern FOOTER = Pattern.compile(
            "(?i)\\b(?:confidential(?:ity)?|intended recipient|legally privileged|virus[- ]free|vertraulich\\p{L}{0,4}|confidentiel\\p{L}{0,3}|confidencial\\p{L}{0,5}|riservat\\p{L}{1,6})\\b");

    private final Lines lines;
    private final Paragraphs paragraphs;
    /** The first line that names an address in lower case. */
    private final Map<String, Integer> first = new HashMap<>();
    /** By the line of an address, what announced it. */
    private final Map<Integer, String> announcements = new HashMap<>();

    Surroundings(Lines lines) {
        this.lines = lines;
        this.paragraphs = new Paragraphs(lines);
        for (int i = 0; i < lines.size(); i++) {
            for (String address : Addresses.findAll(lines.get(i))) {
                first.putIfAbsent(address.toLowerCase(Locale.ROOT), i);
            }
        }
    }

    /** The words that tell of a failure, empty where none do or where the address is one to ask. */
    Optional<String> of(String address) {
        String wanted = address.toLowerCase(Locale.ROOT);
        int at = first.getOrDefault(wanted, -1);
        if (at < 0 || Trouble.isContact(lines.get(at), wanted) || DESKS.stream().anyMatch(wanted::startsWith)) {
            return Optional.empty();
        }
        String words = paragraphs.entry(at);
        if (FOOTER.matcher(words).find() || SENDER.matcher(lines.get(at)).find()) {
            return Optional.empty();
        }
        int around = lines.get(at).strip().length() - address.length();
        boolean alone = around < ALONE;
        if ((alone || LABELLED.matcher(lines.get(at)).matches())
                && SmtpReply.findIn(words).isEmpty()) {
            String before = paragraphs.before(at);
            if (SmtpReply.findIn(before).isPresent()
                    || alone && !tells(words) && !isReason(paragraphs.below(at), address)) {
                words = tells(before) ? before : words;
            }
        }
        if (alone && !tells(words) && isReason(paragraphs.below(at), address)) {
            words = paragraphs.below(at);
        }
        if (SmtpReply.findIn(words).filter(reply -> reply.code() < REFUSED).isPresent()) {
            return Optional.empty();
        }
        return tells(words) ? Optional.of(words) : announced(at, around);
    }

    private static boolean tells(String words) {
        String without = words;
        for (String address : Addresses.findAll(words)) {
            without = without.replace(address, "");
        }
        return Trouble.isIn(without);
    }

    // Advice and what is said of somebody else explain nothing.
    private static boolean isReason(String words, String address) {
        return tells(words)
                && (SmtpReply.findIn(words).isPresent()
                        || !ADVICE.matcher(words).find()
                                && Addresses.findAll(words).stream().allMatch(address::equalsIgnoreCase));
    }

    // "… could not be delivered to:", and a list below it.
    private Optional<String> announced(int at, int around) {
        String above = announcements.getOrDefault(at - 1, "");
        if (above.isEmpty()) {
            above = paragraphs.above(at);
            boolean may = around < ALONE || around < DATED && above.endsWith(":");
            above = may && Trouble.announces(above) ? above : "";
        }
        if (!above.isEmpty()) {
            announcements.put(at, above);
        }
        return Optional.of(above).filter(words -> !words.isEmpty());
    }
}
