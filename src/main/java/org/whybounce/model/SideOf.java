package org.whybounce.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells from a refusal's circumstances whose server refused; the one place where that is decided. */
final class SideOf {

    // The words in which mail programs and libraries report the answer of the server they submit to.
    private static final Pattern PROGRAM = Pattern.compile(
            "server response|0x800ccc|javax\\.mail|jakarta\\.mail|com\\.sun\\.mail|the server response was:"
                    + "|phpmailer|swift_|swiftmailer|roundcube|nodemailer|smtplib|smtp error \\(\\d{3}\\)"
                    + "|outgoing (?:mail )?(?:\\(smtp\\) )?server",
            Pattern.CASE_INSENSITIVE);
    // The words in which a mail server reports the answer of another one.
    private static final Pattern SERVER = Pattern.compile(
            "\\bhost \\S+ ?(?:\\[\\S+\\])? said:|in reply to |remote host said:|smtp error from remote"
                    + "|while talking to |remote server returned|refused to talk to me",
            Pattern.CASE_INSENSITIVE);

    private SideOf() {}

    static Side refusal(Refusal refusal) {
        if (refusal.mailProgram() || PROGRAM.matcher(refusal.text()).find()) {
            return Side.OWN;
        }
        if (SERVER.matcher(refusal.text()).find()) {
            return Side.REMOTE;
        }
        Optional<String> remote = refusal.remoteMta().map(SideOf::host);
        Optional<String> reporting = refusal.reportingMta().map(SideOf::host);
        if (remote.isPresent()) {
            return remote.equals(reporting) ? Side.UNKNOWN : Side.REMOTE;
        }
        return Side.UNKNOWN;
    }

    private static String host(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
