package org.whybounce.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells from a refusal's circumstances whose server refused; the one place where that is decided. */
final class SideOf {

    // The words in which mail programs and libraries report the answer of the server they submit to.
    private static final List<String> PROGRAMS = List.of(
            "server response",
            "server responded",
            "0x800ccc",
            "0x80042",
            "javax.mail",
            "jakarta.mail",
            "com.sun.mail",
            "system.net.mail",
            "smtpexception",
            "mailkit",
            "phpmailer",
            "swift_",
            "swiftmailer",
            "symfony\\component\\mailer",
            "expected response code",
            "roundcube",
            "nodemailer",
            "responsecode:",
            "smtplib",
            "smtprecipientsrefused",
            "smtpsenderrefused",
            "smtpauthenticationerror",
            "smtpdataerror",
            "net::smtp",
            "actionmailer",
            "smtp error: ",
            "the following from address failed",
            "the following recipients failed",
            "an error occurred while sending mail",
            "error occurred while sending",
            "sending of the message failed",
            "cannot send message using the server",
            "can\u2019t send the message",
            "can't send the message",
            "your message did not reach some or all",
            "could not be sent because",
            "msmtp:",
            "cdo.message",
            "send-mailmessage",
            "outgoing server",
            "outgoing mail server",
            "outgoing (smtp) server",
            "smtp error from the server");
    // The words in which a mail server reports the answer of another one.
    private static final Pattern SERVER = Pattern.compile(
            "\\bhost \\S{1,255} ?(?:\\[\\S{1,60}\\])? ?(?:said|refused|returned)\\b|\\(in reply to |remote host said:"
                    + "|smtp error from remote|while talking to |remote server returned|refused to talk to me"
                    + "|while connected from |the error that the other server returned|remote (?:mail )?server (?:said|responded|at)"
                    + "|connected to \\S{1,255} but sender was rejected|does not like recipient",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HELO = Pattern.compile("\\b(?:helo|ehlo)\\b", Pattern.CASE_INSENSITIVE);
    // The names with which personal computers greet: localhost, one label, or an address that no mail server has.
    private static final Pattern PERSONAL = Pattern.compile(
            "<(?:localhost(?:\\.localdomain)?|[a-z][a-z0-9-]*|\\[?(?:127|10)(?:\\.\\d{1,3}){3}\\]?"
                    + "|\\[?192\\.168(?:\\.\\d{1,3}){2}\\]?|\\[?172\\.(?:1[6-9]|2\\d|3[01])(?:\\.\\d{1,3}){2}\\]?)>"
                    + "|\\(?(?:helo|ehlo) (?:was |name |argument |string )?[\"'\\[(]?(?:localhost|(?:127|10)(?:\\.\\d{1,3}){3}"
                    + "|192\\.168(?:\\.\\d{1,3}){2}|desktop-|laptop-|[a-z]+-pc\\b)",
            Pattern.CASE_INSENSITIVE);

    // How providers name the servers that take their customers' mail. Those that take mail for them are called
    // otherwise.
    private static final Pattern SMART_HOST = Pattern.compile(
            "(?:(?:auth)?smtps?|a?smtp-?(?:auth|out|relay)|relay|smarthost|submission|mail-?(?:out|relay|submit)"
                    + "|out(?:bound|going)?|sendmail|email-smtp|send)[\\d-]{0,4}\\..*",
            Pattern.CASE_INSENSITIVE);

    private SideOf() {}

    static boolean smartHost(Refusal refusal) {
        Optional<String> remote = refusal.remoteMta().map(SideOf::host);
        return remote.filter(host -> SMART_HOST.matcher(host).matches()).isPresent()
                && !within(remote, refusal.recipientDomain());
    }

    static Side refusal(Refusal refusal) {
        String text = refusal.text();
        if (refusal.mailProgram() || names(text)) {
            return Side.OWN;
        }
        Optional<String> remote = refusal.remoteMta().map(SideOf::host);
        Optional<String> reporting = refusal.reportingMta().map(SideOf::host);
        if (SERVER.matcher(text).find()) {
            return Side.REMOTE;
        }
        if (remote.isPresent() && within(remote, refusal.recipientDomain())) {
            return Side.REMOTE;
        }
        if (remote.isPresent() && within(remote, refusal.senderDomain())) {
            return Side.OWN;
        }
        if (remote.isPresent() && reporting.isPresent()) {
            return remote.equals(reporting) ? Side.OWN : Side.REMOTE;
        }
        if (remote.isPresent()) {
            return Side.REMOTE;
        }
        return HELO.matcher(text).find() && PERSONAL.matcher(text).find() ? Side.OWN : Side.UNKNOWN;
    }

    private static boolean names(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return PROGRAMS.stream().anyMatch(lower::contains);
    }

    private static boolean within(Optional<String> host, Optional<String> domain) {
        return domain.map(SideOf::host)
                .filter(name -> !name.isEmpty())
                .flatMap(name -> host.filter(value -> value.equals(name) || value.endsWith("." + name)))
                .isPresent();
    }

    private static String host(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
