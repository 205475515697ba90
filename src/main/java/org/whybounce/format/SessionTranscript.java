package org.whybounce.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whybounce.text.Addresses;

/** Sendmail's "Transcript of session": hosts, commands, replies, and what became of whom. */
final class SessionTranscript {

    // A mail that waits has no code: "<user@example.org>... Deferred: Connection timed out with mx.example.org."
    private static final Pattern OUTCOME = Pattern.compile(
            "^(?:([245]\\d\\d)[ -](?:(#?[245]\\.\\d{1,3}\\.\\d{1,3})\\s+)?|(?=\\S{1,300}\\.\\.\\. Deferred: ))(.+?)\\.\\.\\.\\s*(.*)$");

    private static final Pattern REPLY = Pattern.compile("[45]\\d\\d[ -]");

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<String> replies = new ArrayList<>();
    private @Nullable String host;
    private @Nullable String command;
    private @Nullable String asked;

    /**
     * What became of a recipient, or of everything that was to go to a host.
     *
     * @param address the recipient, empty where only the host is named
     * @param host the host that was talked to
     * @param command the SMTP command that was refused
     * @param words the reply, or where there is none the server's own words
     */
    record Outcome(Optional<String> address, Optional<String> host, Optional<String> command, String words) {
        static final Outcome NONE = new Outcome(Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    void line(Line line) {
        String text = line.shown();
        int talking = line.folded().indexOf("while talking to ");
        if (talking >= 0 && talking < 5) {
            flush();
            host = Facts.host(text.substring(talking + "while talking to ".length()))
                    .orElse(null);
        } else if (text.startsWith(">>>")) {
            if (!replies.isEmpty()) {
                flush();
            }
            command = Facts.command(text).orElse(null);
            asked = Addresses.findIn(text)
                    .filter(address -> "RCPT".equals(command))
                    .orElse(null);
        } else if (text.startsWith("<<<")) {
            replies.add(text.substring(3).strip());
        } else if (!text.isEmpty()) {
            outcome(text);
        }
    }

    private void outcome(String text) {
        Matcher matcher = OUTCOME.matcher(text);
        if (!matcher.matches()) {
            // Imitations write the reply alone, "550 <user@example.org>: User unknown".
            if (REPLY.matcher(text).lookingAt() && replies.isEmpty()) {
                outcomes.add(new Outcome(Addresses.findIn(text), Optional.ofNullable(host), Optional.empty(), text));
            }
            return;
        }
        if (text.charAt(0) == '2') {
            return;
        }
        String about = matcher.group(3);
        String said = matcher.group(4);
        Optional<String> address = Addresses.findIn(about);
        String words = replies.isEmpty()
                ? (said.length() > 3 && Character.isDigit(said.charAt(0)) ? said : text)
                : String.join("\n", replies) + "\n" + text;
        Optional<String> server = Optional.ofNullable(replies.isEmpty() ? null : host);
        if (address.isEmpty()) {
            int space = about.indexOf(' ');
            server = Facts.host(space < 0 ? about : about.substring(0, space));
        }
        outcomes.add(new Outcome(address, server, Optional.ofNullable(replies.isEmpty() ? null : command), words));
        replies.clear();
    }

    /** A refusal that no line of Sendmail's own sums up. */
    private void flush() {
        if (!replies.isEmpty()) {
            outcomes.add(new Outcome(
                    Optional.ofNullable(asked),
                    Optional.ofNullable(host),
                    Optional.ofNullable(command),
                    String.join("\n", replies)));
            replies.clear();
        }
    }

    List<Outcome> outcomes() {
        flush();
        return outcomes;
    }

    /** The outcome for a recipient; where none names it, the last that names nobody. */
    Optional<Outcome> of(String address) {
        List<Outcome> all = outcomes();
        Optional<Outcome> own = all.stream()
                .filter(outcome ->
                        outcome.address().map(address::equalsIgnoreCase).orElse(false))
                .reduce((first, second) ->
                        second.words().length() > first.words().length() ? second : first);
        return own.or(() ->
                all.stream().filter(outcome -> outcome.address().isEmpty()).reduce((first, second) -> second));
    }
}
