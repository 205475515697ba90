package org.whybounce.format;

import java.util.Locale;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.SmtpReply;
import org.whybounce.text.Addresses;
import org.whybounce.text.Lines;
import org.whybounce.text.ReturnedMessage;

/** Words that any report of a failure has, in any format, and whether a mail with such words is one. */
final class Trouble {

    private static final Pattern TROUBLE = Pattern.compile(
            "(?i)did not reach|\\bdelayed\\b|not yet (?:been |received)|abort|could ?n[o']t|can ?not|problem|user unknown|unknown (?:user|recipient|address|local)|no such|does(?:n't| not) exist|not found|invalid|undeliver|(?:not|n't) (?:be )?(?:deliver|listed|accept|known|a valid|permitted|allowed)|over ?quota|quota|(?:mailbox|disk|inbox).{0,30}full|full|exceed|reject|refus|denied|block|spam|virus|disabled|inactive|suspended|unavailable|unable|expired|timed? ?out|timeout|failed|failure|error|unreachable|relay|too (?:large|big|many|long)|inconnu|unbekannt|desconocid|inexistente|не найден|不明|エラー|存在し(?:ない|ません)|不存在"
                    + "|konnte nicht|nicht (?:zugestellt|möglich|gefunden)|n'a (?:pas )?pu|pas été|impossible|pleine?\\b|no (?:ha podido|se pudo|se ha podido|existe)|n[ãa]o (?:foi|p[ôo]de|existe)|cheia"
                    + "|non (?:è stato|esiste|recapit)|pien[ao]\\b|niet (?:bezorgd|worden|bekend|gevonden)|kunde inte|okänd|kunne ikke|ukendt|nie (?:można|udało|istnieje)|не (?:доставлен|существует|может)|переполнен"
                    + "|fehlgeschlagen|gescheitert|[Éée]chou|[Éée]chec|fallid|fall[oó]\\b|falh(?:a|ou)|non riuscit|fallit[oa]|mislukt|misslyck|gick inte|mislyk|nie powiodł|niedostarcz|не удалось|недостав"
                    + "|できません|できなかった|失敗|失败|見つかり|届き|退回|退信|无法|無法|拒[绝絕否收]|已满|전송하지|존재하지|초과|반송");
    // Whose failure it is: that of a mail.
    private static final Pattern MAIL = Pattern.compile(
            "(?i)message (?:that )?you (?:have )?sent|mail delivery (?:failure|error)|the following (?:recipient|address|user)|\\b(?:your|the|this) (?:e-?mail|mail|message|letter)s?\\b(?! address| ?box)|\\b(?:ihre|die) (?:e-?mail|mail|nachricht)\\b|votre (?:message|courri|e-?mail)|\\bsu (?:mensaje|correo)|\\bsua (?:mensagem)|\\bseu e-?mail"
                    + "|(?:suo|tuo) messaggio|\\buw (?:bericht|e-?mail)|ditt (?:meddelande|brev)|din besked|twoj\\w+ wiadomo|ваш\\p{L}* (?:письм|сообщен)|メール|邮件|郵件|메일");

    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)undeliver|deliver\\w* (?:status notification \\(fail|fail|problem)|(?:not|n't) (?:be )?deliver|returned (?:mail|to sender|message)|failure notice"
                    + "|unzustellbar|nicht zugestellt|non remis|no entregado|devuelto|mancato recapito|não entregue|недоставлен|не доставлен|配信(?:エラー|不能)|送信エラー|退信|无法投递");
    private static final Pattern HELD = Pattern.compile(
            "(?i)\\b(?:approval|moderat(?:or|ion|ed)|subscription|quarantine (?:summary|report|digest|notif\\w*)|spam (?:digest|report|summary)|held (?:messages?|mails?)|in mail to you)\\b");
    private static final Pattern WHOM = Pattern.compile(
            "(?i)\\bto\\b|following|recipient|address|user|empfänger|adress|destin|ontvanger|mottag|modtag|получател|адрес|odbior|宛先|受信者|收件人|받는");
    // Few words before the address; "your mail to" is none of them.
    private static final Pattern CONTACT = Pattern.compile(
            "(?i)(?:contact|notify|inform|(?:write|reply|report (?:it|this)) to|questions?|help(?:desk)?|support|assistance|reports?|kontakt\\p{L}*|fragen|contactez|contacte|contatt\\p{L}*|問い合わせ|联系)\\W{0,4}(?:(?:at|to|us|an|via|à|con|please|e-?mail|by|the|postmaster)\\W{1,3}){0,4}$");
    private static final int CONTACT_WORDS = 60;

    private Trouble() {}

    /** Whether words tell of a failure and of those whom it struck, who are named below. */
    static boolean announces(String words) {
        return WHOM.matcher(words).find() && isIn(words);
    }

    /** Whether words tell of a failure. */
    static boolean isIn(String words) {
        return TROUBLE.matcher(words).find() || SmtpReply.findIn(words).isPresent();
    }

    /** Whether a server tells, in words of its own, that a mail was not delivered. */
    static boolean isReported(BounceMessage message, ReturnedMessage parted) {
        if (BounceSigns.byPerson(message) || isHeld(message)) {
            return false;
        }
        boolean returns = parted.returned().isPresent()
                || message.parts().stream().anyMatch(part -> part.nested().isPresent());
        // Many a notice comes from nobody; a report of some failure also shows what failed.
        boolean nobody = BounceSigns.nullSender(message);
        if (returns && nobody) {
            return true;
        }
        boolean likely = BounceSigns.likely(message);
        if (BounceSigns.fromDaemonAddress(message)) {
            // Postmasters send tables and warnings too, a mailer daemon only reports.
            boolean report = nobody
                    || returns
                    || isDaemon(message)
                    || MAIL.matcher(parted.report()).find();
            return likely && report || speaksOfMail(Lines.of(parted.report()), nobody);
        }
        // Names are easily borrowed.
        return likely
                && BounceSigns.fromDaemon(message)
                && (returns
                        || SmtpReply.findIn(parted.report()).isPresent()
                        || MAIL.matcher(parted.report()).find());
    }

    // A list keeps a mail back, or a filter tells whom it was for.
    private static boolean isHeld(BounceMessage message) {
        String subject = message.header("subject").orElse("");
        return HELD.matcher(subject).find() && !SUBJECT.matcher(subject).find();
    }

    /** Whether a mail can only be a report, though it names nobody. */
    static boolean isPlain(BounceMessage message, String report) {
        return (BounceSigns.nullSender(message) || isDaemon(message))
                && BounceSigns.fromDaemon(message)
                && SUBJECT.matcher(message.header("subject").orElse("")).find()
                && MAIL.matcher(report).find()
                && isIn(report);
    }

    private static boolean isDaemon(BounceMessage message) {
        return message.header("from").orElse("").toLowerCase(Locale.ROOT).contains("daemon");
    }

    // Under a subject that says nothing: "Your mail to … failed", or an address and the reply about it.
    private static boolean speaksOfMail(Lines lines, boolean nobody) {
        int at = firstNamed(lines);
        String words = at < 0 ? "" : lines.fold(Math.max(0, at - 2), at + 4);
        return MAIL.matcher(words).find() && isIn(words)
                || nobody
                        && SmtpReply.findIn(words)
                                .filter(reply -> reply.code() >= 400)
                                .isPresent();
    }

    /** {@return the first line that names an address, other than one to ask, or -1} */
    static int firstNamed(Lines lines) {
        return lines.find(0, line -> Addresses.findIn(line)
                .filter(address -> !isContact(line, address))
                .isPresent());
    }

    /** Whether a line names an address to which questions may be sent. */
    static boolean isContact(String line, String address) {
        int at = line.toLowerCase(Locale.ROOT).indexOf(address.toLowerCase(Locale.ROOT));
        return at > 0
                && CONTACT.matcher(line.substring(Math.max(0, at - CONTACT_WORDS), at))
                        .find();
    }
}
