package org.whybounce.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.text.Addresses;

/**
 * Who wrote a mail, a server or a person: told from its headers alone. Readers that know a format only by its text ask
 * here first, since persons, lists and tickets quote such texts.
 */
final class BounceSigns {

    private static final List<String> DAEMONS = List.of(
            "mailer-daemon",
            "mailerdaemon",
            "mail-daemon",
            "postmaster",
            "mailer_daemon",
            "mailmaster",
            "mail-deliver",
            "maildelivery",
            "mail.delivery",
            "mdaemon",
            "bounce",
            "mailerd",
            "listserv",
            "majordom",
            "daemon",
            "mmdf",
            "double-bounce",
            "no-reply-mailer",
            "nondelivery",
            "mailadm",
            "mail-admin",
            "amavis",
            "notification");
    private static final Pattern DAEMON_NAME = Pattern.compile(
            "mail ?delivery|mailer[- ]daemon|mail (?:system|administrator|router)|delivery (?:sub)?system|postmaster|internet mail delivery|system administrator|microsoft (?:outlook|exchange)|administrateur|systemadministrator");
    private static final Pattern SUBJECT = Pattern.compile(
            "undeliver|not deliver|non-?deliver|non[- ]?remis|delivery (?:status|fail|problem|error|report|notif|warning|incomplete|delayed|unsuccess)|delivery has (?:failed|been delayed)"
                    + "|deliver(?:y|ed)? (?:of .{0,60} )?(?:failed|failure)|returned (?:mail|e-?mail|message|to sender)|mail returned|return(?:ed)? to sender|failure (?:notice|delivery|notification)|failed (?:mail|delivery|message)"
                    + "|mail (?:delivery|failure|error|system error)|message (?:not |delivery|could not|you sent|undeliv|delayed|status)|(?:could|can) ?not (?:be )?(?:deliver|sen[dt])|unable to deliver|bounce|unzustellbar|unzustellbarkeit|zustell"
                    + "|nicht zugestellt|[ée]chec|non (?:distribu|recapit|consegn|livr)|mancat[ao]|impossibile|no (?:se )?(?:ha )?(?:podido|pudo|puede|entreg)|n[ãa]o (?:foi |p[oô]de |pode )?(?:ser )?(?:entreg|poss)|falha|fall[oa]|devolvid|devuelto"
                    + "|niet (?:be|afge)|onbestelbaar|mislukt|olevererbar|kunde inte|kunne ikke|недостав|не (?:может быть )?доставлен|возвра|невозмож|配信|配送|送信|返送|不達|届き|エラー|退信|退回|投递|無法|无法|失败|系统|반송|전달|notificación de estado|notification d.?[ée]tat|warning: (?:could|message|mail)"
                    + "|rejected|refused|blocked|error (?:sending|in|delivering)|user unknown|unknown (?:user|recipient|address)|address (?:not found|unknown)|recipient|problem (?:with|delivering|sending)|\\bndr\\b|\\bdsn\\b|nondeliver|permanent error|delivery|mail(?:er)?[- ]daemon|failure|notice|daemon|quarantin|delay");
    private static final Pattern ANSWER = Pattern.compile(
            "^\\s*(?:re|fwd?|aw|wg|sv|vs|antw|tr|rv|res|enc|i|r|回复|答复|转发)\\s*(?:\\[\\d+\\])?\\s*[:：].*",
            Pattern.DOTALL);
    private static final Pattern TICKET = Pattern.compile(
            "\\[[^\\]]{0,40}(?:#\\s?\\d|ticket|case|request)[^\\]]{0,40}\\]|\\b(?:ticket|case|bug)\\s?(?:id\\s?)?[:#]\\s?#?\\d");
    private static final Pattern LISTED = Pattern.compile("^\\s*\\[[^\\]]{2,40}\\].*", Pattern.DOTALL);

    private BounceSigns() {}

    /** A server says so itself: a null return path, a mailer daemon, a report's type. */
    static boolean byServer(BounceMessage message) {
        return !byPerson(message)
                && (nullSender(message)
                        || fromDaemon(message)
                        || message.header("x-failed-recipients").isPresent()
                        || message.root().type().equals("multipart/report"));
    }

    /** Nothing speaks against it; where the headers are poor, a strong sign in the text must speak for it. */
    static boolean possible(BounceMessage message) {
        return !byPerson(message);
    }

    /** By a server, and its subject sounds like a failure. */
    static boolean likely(BounceMessage message) {
        return byServer(message) && subjectSuggests(message);
    }

    static boolean subjectSuggests(BounceMessage message) {
        String subject = message.header("subject").orElse("").toLowerCase(Locale.ROOT);
        return SUBJECT.matcher(limited(subject)).find();
    }

    static boolean nullSender(BounceMessage message) {
        return message.header("return-path")
                        .map(path -> path.strip().equals("<>"))
                        .orElse(false)
                || message.header("from").map(from -> from.strip().equals("<>")).orElse(false)
                || message.header("x-envelope-from")
                        .map(path -> path.strip().equals("<>"))
                        .orElse(false);
    }

    static boolean fromDaemon(BounceMessage message) {
        String from = limited(message.header("from").orElse("").toLowerCase(Locale.ROOT));
        Optional<String> address = Addresses.findIn(from);
        String local = address.map(a -> a.substring(0, a.lastIndexOf('@'))).orElse(from);
        return DAEMONS.stream().anyMatch(local::contains)
                || DAEMON_NAME.matcher(from).find();
    }

    /** A list, a ticket system or a person wrote it: an answer, a forwarded mail, a thread. */
    static boolean byPerson(BounceMessage message) {
        String subject = limited(message.header("subject").orElse("").toLowerCase(Locale.ROOT));
        boolean daemon = nullSender(message) || fromDaemon(message);
        if (ANSWER.matcher(subject).matches()) {
            return !(daemon && message.header("in-reply-to").isEmpty() || nullSender(message) && fromDaemon(message));
        }
        if (TICKET.matcher(subject).find() && !nullSender(message)) {
            return true;
        }
        if (daemon && message.header("list-post").isEmpty()) {
            return false;
        }
        return message.header("list-id").isPresent()
                || message.header("list-post").isPresent()
                || message.header("list-unsubscribe").isPresent()
                || message.header("x-mailman-version").isPresent()
                || message.header("x-bugzilla-reason").isPresent()
                || message.header("precedence")
                        .map(p -> p.strip().equalsIgnoreCase("list"))
                        .orElse(false)
                || LISTED.matcher(subject).matches()
                        && message.header("in-reply-to").isPresent();
    }

    private static String limited(String text) {
        return text.length() > 1000 ? text.substring(0, 1000) : text;
    }
}
