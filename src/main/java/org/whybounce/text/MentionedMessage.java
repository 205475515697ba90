package org.whybounce.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.model.OriginalMessage;

/**
 * What a report says of a message that it does not return.
 *
 * <pre>
 * Your message
 *
 *   To:      user@example.org
 *   Subject: Invoice
 *   Sent:    Thu, 5 Mar 2026 10:00:00 +0100
 *
 * did not reach the following recipient(s):
 * </pre>
 */
public final class MentionedMessage {

    private static final int MAX_LINES = 400;
    private static final int MAX_LABEL = 24;
    /** Between two lines of a summary there may be a blank one, or a continued value. */
    private static final int MAX_GAP = 2;

    // The header field, then what servers and mail programs call it in their languages.
    private static final Map<String, String> LABELS = labels(
            "subject|subject|message subject|original subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|tárgy|тема|konu|件名|主题|主旨|主題|제목",
            "from|from|original from|sender|von|absender|de|da|van|från|fra|od|от|отправитель|差出人|发件人|寄件者|보낸 사람|보낸사람",
            "to|to|original to|an|à|para|aan|till|til|do|кому|宛先|收件人|收件者|받는 사람|받는사람",
            "date|date|sent|sent date|date sent|message date|created date|gesendet|datum|envoyé|envoyé le|enviado|enviado el|enviada em|enviado em|inviato|data|data invio|verzonden|skickat|sendt|wysłano|отправлено|дата|送信日時|日時|发送时间|日期|보낸 날짜",
            "message-id|message-id|message id|messageid|internet message id|internet-message-id|original message id|original message-id|original-message-id",
            "return-path|mail from|original sender|sender address|envelope sender|envelope from|return-path");

    private static final Pattern SENTENCE = Pattern.compile(
            "(?i)\\b(?:message|e-?mail)\\b[^\\n\"“”]{0,80}?\\b(?:subject|entitled|titled|titel|betreff)\\b[ :,]{0,3}[\"“]([^\"“”\\n]{1,200})[\"”]");

    private MentionedMessage() {}

    private static Map<String, String> labels(String... rows) {
        Map<String, String> labels = new HashMap<>();
        for (String row : rows) {
            String[] names = row.split("\\|");
            for (int i = 1; i < names.length; i++) {
                labels.put(names[i], names[0]);
            }
        }
        return Map.copyOf(labels);
    }

    /**
     * Reads what a text says.
     *
     * @param report the words of the report, without the returned message
     * @param ownSubject the subject of the report itself, which some programs repeat in its text
     * @return the fields that it mentions; empty where it mentions no subject and no Message-ID
     */
    public static Optional<OriginalMessage> in(String report, String ownSubject) {
        Map<String, List<String>> block = new LinkedHashMap<>();
        int last = 0;
        List<String> lines = report.lines().limit(MAX_LINES).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            int colon = colon(line);
            String field = colon < 0
                    ? null
                    : LABELS.get(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
            if (field == null) {
                continue;
            }
            if (i - last > MAX_GAP && !block.isEmpty()) {
                if (isMessage(block, ownSubject)) {
                    break;
                }
                block.clear();
            }
            last = i;
            String value = line.substring(colon + 1).strip();
            if (!value.isEmpty()) {
                block.computeIfAbsent(field, f -> new ArrayList<>(1)).add(value);
            }
        }
        if (isMessage(block, ownSubject)) {
            return Optional.of(new OriginalMessage(block));
        }
        Matcher sentence = SENTENCE.matcher(report);
        return sentence.find() && !sentence.group(1).strip().equals(ownSubject)
                ? Optional.of(new OriginalMessage(
                        Map.of("subject", List.of(sentence.group(1).strip()))))
                : Optional.empty();
    }

    private static int colon(String line) {
        int end = Math.min(line.length(), MAX_LABEL);
        for (int i = 1; i < end; i++) {
            if (line.charAt(i) == ':' || line.charAt(i) == '：') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isMessage(Map<String, List<String>> block, String ownSubject) {
        boolean own = block.getOrDefault("subject", List.of("")).contains(ownSubject.strip()) && !ownSubject.isBlank();
        return !own && (block.containsKey("subject") && block.size() > 1 || block.containsKey("message-id"));
    }
}
