package org.whybounce.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The commands that an MTA names where it reports which one was refused. */
final class SmtpCommands {

    private static final String[][] NAMES = {
        {"end of data", "DATA"},
        {"rcpt to", "RCPT"},
        {"mail from", "MAIL"},
        {"data", "DATA"},
        {"ehlo", "EHLO"},
        {"helo", "HELO"},
        {"starttls", "STARTTLS"},
        {"auth", "AUTH"},
        {"initial connection", "CONN"},
        {"connect", "CONN"},
        {"pipelined data", "DATA"},
        {"pipelined rcpt to", "RCPT"},
        {"pipelined mail from", "MAIL"},
        {"rcpt", "RCPT"},
        {"mail", "MAIL"},
    };

    private SmtpCommands() {}

    static @Nullable String named(String text, int inReplyTo) {
        if (inReplyTo >= 0) {
            return command(text, inReplyTo + "(in reply to ".length());
        }
        int after = text.indexOf(" after ");
        while (after >= 0) {
            String found = command(text, after + " after ".length());
            if (found != null) {
                return found;
            }
            after = text.indexOf(" after ", after + 1);
        }
        return null;
    }

    private static @Nullable String command(String text, int at) {
        for (String[] name : NAMES) {
            if (text.regionMatches(true, at, name[0], 0, name[0].length())) {
                return name[1].toUpperCase(Locale.ROOT);
            }
        }
        return null;
    }
}
