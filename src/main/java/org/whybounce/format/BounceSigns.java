package org.whybounce.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.mime.Part;
import org.whybounce.text.Addresses;

/**
 * Who wrote a mail, a server or a person: told from its headers alone. Readers that know a format only by its text ask
 * here first, since persons, lists and tickets quote such texts.
 */
final class BounceSigns {

    private static final int MAX_HEADER = 1000;
    // Of the address before the @. Newsletters and forges have "bounce", "daemon" and "notifications" in theirs too.
    private static final Pattern DAEMON = Pattern.compile(
            "mailer[-_.]?daemon|mail[-_.]?daemon|^mailerd$|post[-_.]?master|mail[-_.]?master|mail[-_.]?deliver|^mdaemon|^mmdf|double[-_]bounce"
                    + "|no-?reply-mailer|non-?deliver|mail[-_.]?adm|amavis|^listserv|^majordom|^daemon$|^microsoftexchange[0-9a-f]{8}"
                    + "|^(?:mail[-_.]?)?bounces?(?:[-_.+]?(?:handler|notif\\w*|mail\\w*|processor|daemon|no-?reply))?$");
    private static final Pattern DAEMON_NAME = Pattern.compile(
            "(?<!e-)mail ?delivery(?! team)|mailer[- ]daemon|mail (?:system|router)|delivery (?:sub)?system|postmaster|internet mail delivery|microsoft (?:outlook|exchange)|interscan m"
                    // Persons have these words behind their names.
                    + "|^\"?(?:system ?administrator|mail administrator|systemadministrat(?:or|ör)|administrat(?:eur|ore)(?: (?:syst[èe]me|di sistema|del sistema))?|administrador(?: del? sistema)?|systeembeheerder)\"?\\s*(?:<|\\[|$)");
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
            "\\[[^\\]]{0,40}(?:#\\s?\\d|ticket|case|request)[^\\]]{0,40}\\]|\\[(?:[a-z]{2,10}-|bug )\\d+\\]|\\b(?:ticket|case|bug|incident)\\s?(?:id|no\\.?|nr\\.?)?\\s?[:#]{0,2}\\s?\\d{3}");
    private static final Pattern LISTED = Pattern.compile("^\\s*\\[[^\\]]{2,40}\\].*", Pattern.DOTALL);

    private static final List<String> LIST = List.of("list-id", "list-post", "list-unsubscribe");
    private static final Pattern EXECUTABLE =
            Pattern.compile("(?i)\\.(?:scr|pif|exe|bat|cmd|com|vbs|js|iso|zip|rar|7z)$");
    private static final Pattern TOOL = Pattern.compile(
            "(?i)x-(?:github|gitlab|gitea|bugzilla|jira|rt-|otrs|zammad|zendesk|freshdesk|redmine|mantis|trac-|phabricator|gerrit|launchpad"
                    + "|debian-pr|mailman-version|list-administrivia|cron-env|ms-journal-report)|rt-ticket|(?:x-)?mailing-list$");
    // What persons write mail with. Some of these also report failures, under a name of their own.
    private static final Pattern PROGRAM = Pattern.compile(
            "(?i)thunderbird|\\bapple mail|iphone mail|\\bevolution\\b|kmail|\\bmutt|the bat!|roundcube|horde|squirrelmail|claws mail|sylpheed|\\bmicrosoft outlook(?! express)|eudora|webmail|becky");

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
        return !byPerson(message)
                && (nullSender(message)
                        || fromDaemon(message)
                        || !PROGRAM.matcher(message.header("x-mailer")
                                        .or(() -> message.header("user-agent"))
                                        .orElse(""))
                                .find());
    }

    /** By a server, and its subject sounds like a failure. */
    static boolean likely(BounceMessage message) {
        return byServer(message) && subjectSuggests(message);
    }

    static boolean subjectSuggests(BounceMessage message) {
        return SUBJECT.matcher(lower(message, "subject")).find();
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

    /** The address or the name of its author is that of a mail system. */
    static boolean fromDaemon(BounceMessage message) {
        return fromDaemonAddress(message)
                || DAEMON_NAME.matcher(lower(message, "from")).find();
    }

    /** The address is; names are easily borrowed. */
    static boolean fromDaemonAddress(BounceMessage message) {
        String from = lower(message, "from");
        if (from.strip().equals("<>")) {
            return true;
        }
        Optional<String> address = Addresses.findIn(from);
        return DAEMON.matcher(
                        address.map(a -> a.substring(0, a.lastIndexOf('@'))).orElse(from))
                .find();
    }

    /** A list, a ticket system or a person wrote it: an answer, a forwarded mail, a thread. */
    static boolean byPerson(BounceMessage message) {
        String subject = lower(message, "subject");
        boolean nobody = nullSender(message);
        boolean daemon = fromDaemon(message);
        if (carriesProgram(message) || byTool(message) && !(nobody && daemon)) {
            return true;
        }
        if (ANSWER.matcher(subject).matches()) {
            return !((nobody || daemon) && message.header("in-reply-to").isEmpty() || nobody && daemon);
        }
        // A server puts words of its own before the subject of what it returns.
        Matcher ticket = TICKET.matcher(subject);
        if (ticket.find() && (ticket.start() < 3 ? !(nobody && daemon) : !nobody && !daemon)) {
            return true;
        }
        if ((nobody || daemon && !isNewsletter(message))
                && message.header("list-post").isEmpty()) {
            return false;
        }
        return LIST.stream().anyMatch(name -> message.header(name).isPresent())
                || message.header("precedence")
                        .map(p -> p.strip().equalsIgnoreCase("list"))
                        .orElse(false)
                || LISTED.matcher(subject).matches()
                        && message.header("in-reply-to").isPresent();
    }

    // One may leave it, and its bounces are awaited.
    private static boolean isNewsletter(BounceMessage message) {
        return message.header("list-unsubscribe").isPresent()
                && message.header("return-path").isPresent()
                && !message.root().type().equals("multipart/report");
    }

    // A worm in the words of a server: a server returns a message, and no program.
    private static boolean carriesProgram(BounceMessage message) {
        List<Part> parts = message.root().type().equals("multipart/mixed") ? message.parts() : List.of();
        return parts.stream()
                        .anyMatch(part -> part.type().startsWith("application/")
                                && part.parameter("name")
                                        .filter(name -> EXECUTABLE.matcher(name).find())
                                        .isPresent())
                && parts.stream()
                        .noneMatch(
                                part -> part.nested().isPresent() || part.type().endsWith("delivery-status"));
    }

    // Forges, trackers and list managers name themselves in the header.
    private static boolean byTool(BounceMessage message) {
        return message.root().fields().stream()
                .anyMatch(field -> TOOL.matcher(field.name()).lookingAt());
    }

    private static String lower(BounceMessage message, String header) {
        String text = message.header(header).orElse("");
        return (text.length() > MAX_HEADER ? text.substring(0, MAX_HEADER) : text).toLowerCase(Locale.ROOT);
    }
}
