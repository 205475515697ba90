package org.whybounce.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Kind;

/** RFC 3834: automatic answers, told by their headers or by what vacation programs put into the subject. */
final class AutoReplyReader implements FormatReader {

    private static final String[] HEADERS = {
        "x-autoreply",
        "x-autorespond",
        "x-autoresponder",
        "x-mail-autoreply",
        "x-vacation",
        "x-autoreply-from",
        "x-auto-reply"
    };
    // Lower case; few words decide, since each program and language puts its own round them.
    private static final Pattern SUBJECT = Pattern.compile(
            "^\\W{0,4}(?:auto(?:matic|mated|matische)?[- ]?(?:reply|response|responder|answer|replied|antwoord|respuesta)\\b|auto ?: |autosvar|automati(?:sche antwort|sches? antwoord|skt svar|sk svar|c reply|sch antwort)"
                    + "|abwesenheits?(?:notiz|nachricht|assistent|mitteilung|meldung)|abwesenheit\\s*[:(!]|abwesend\\b|out[- ]of[- ](?:the[- ])?office|ooo\\b|vacation(?: (?:reply|message|notice|response)|\\s*[:!]|\\s*$)|on (?:vacation|holiday|leave)(?:\\s*[:!]|\\s*$| (?:until|till|re:))|(?:away|absent) from|i(?:'| a)m (?:away|out|on (?:vacation|holiday|leave))"
                    + "|r[ée]ponse automatique|absence (?:du|de|au) |absent(?:e)? du bureau|respuesta autom[áa]tica|fuera de (?:la )?oficina|resposta autom[áa]tica|fora do escrit[óo]rio|risposta automatica|fuori (?:sede|ufficio)"
                    + "|(?:afwezig|frånvaro|fravær|poissa|nieobecno)\\p{L}*\\s*(?:[:!(]|$)|automatisch antwoord|ikke til stede|automaattinen vastaus|automatyczna odpowied|odpowied[źz] automatyczna|automatick[áa] odpov|mimo kancel|automatikus válasz|autoodpowied|automatsk[aio] odgovor|samodejni odgovor|automatinis atsakymas|automātisk|automaatvastus|автоматичн|автоматичен|תשובה אוטומטית|מענה אוטומטי|رد تلقائي|الرد التلقائي|پاسخ خودکار|ตอบกลับอัตโนมัติ|trả lời tự động|balasan otomatis|स्वचालित|răspuns automat"
                    + "|автоответ|автоматический ответ|вне офиса|в отпуске|αυτόματη απάντηση|otomatik yanıt|自動(?:応答|返信)|自動回覆|自动(?:回复|答复)|不在(?:通知|のお知らせ|の連絡)\\s*[:：]|休暇(?:中|の?(?:お知らせ|連絡)?\\s*[:：])|부재 ?중|자동 ?(?:응답|회신))");
    // Notes puts the name first: "Kim Lee is out of the office (returning 02/08/2010)."
    private static final Pattern NAMED = Pattern.compile(
            "^[\\p{L}\\d .,'@-]{2,60} (?:is (?:currently )?out of (?:the )?office|ist (?:au(?:ß|ss)er haus|nicht im (?:büro|haus)|abwesend)|est absente?\\b|est en (?:congé|vacances)|está (?:fuera de la oficina|ausente|fora do escritório)|non è in ufficio|è fuori (?:sede|ufficio)|is (?:niet aanwezig|afwezig)|är inte på kontoret|er ikke på kontoret|er ikke til stede)"
                    + "(?=\\s*(?:[.(:!-]|$|until|till|from|bis|vom|jusqu|hasta|até|fino|tot))");
    private static final Pattern AFTER_RE = Pattern.compile(
            "^(?:re|aw|sv|antw|rép|ris): .{0,200}(?:auto(?:matic)?[- ]?reply|out of (?:the )?office|abwesenheitsnotiz)");
    private static final Pattern WHOLE = Pattern.compile(
            "(?:out[- ]of[- ](?:the[- ])?office|auto-?(?:reply|response)|autoreply|abwesenheitsnotiz|\\(auto(?:matic)? reply\\))\\W*$");

    @Override
    public String name() {
        return "auto-reply";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        if (message.root().type().equals("multipart/report") || BounceSigns.fromDaemon(message) && !answered(message)) {
            return Optional.empty();
        }
        if (answered(message) || bySubject(message)) {
            return Optional.of(
                    ReadingBuilder.of(name(), message).kind(Kind.AUTO_REPLY).build());
        }
        return Optional.empty();
    }

    // Servers call their reports auto-replied too; those are told apart by who wrote them.
    private static boolean answered(BounceMessage message) {
        if (message.header("x-failed-recipients").isPresent()) {
            return false;
        }
        boolean declared = message.header("auto-submitted")
                .map(value -> value.strip().toLowerCase(Locale.ROOT).startsWith("auto-replied"))
                .orElse(false);
        for (String header : HEADERS) {
            declared |= message.header(header)
                    .map(value -> !value.strip().equalsIgnoreCase("no"))
                    .orElse(false);
        }
        declared |= message.header("precedence")
                .map(value ->
                        value.strip().toLowerCase(Locale.ROOT).replace('-', '_').equals("auto_reply"))
                .orElse(false);
        return (declared || answersFromNobody(message)) && (!BounceSigns.fromDaemon(message) || bySubject(message));
    }

    // From before RFC 3834: a person's name, but a sender that no answer can reach.
    private static boolean answersFromNobody(BounceMessage message) {
        String subject = message.header("subject").orElse("").strip().toLowerCase(Locale.ROOT);
        return BounceSigns.nullSender(message)
                && message.header("auto-submitted").isEmpty()
                && (subject.startsWith("re:")
                        || message.header("x-auto-response-suppress").isPresent());
    }

    private static boolean bySubject(BounceMessage message) {
        String subject = message.header("subject").orElse("").strip().toLowerCase(Locale.ROOT);
        String start = subject.length() > 300 ? subject.substring(0, 300) : subject;
        return !BounceSigns.byPerson(message)
                && (SUBJECT.matcher(start).find()
                        || NAMED.matcher(start).find()
                        || AFTER_RE.matcher(start).find()
                        || WHOLE.matcher(start).find());
    }
}
