package org.whybounce.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.DiagnosticCode;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.RecipientFields;
import org.whybounce.model.SmtpReply;
import org.whybounce.text.Addresses;
import org.whybounce.text.Lines;

/** The part of a report that is meant for persons, as a source of what its fields leave out. */
final class ReportText {

    private static final Pattern LABEL = Pattern.compile("^[>)\\]\"']*(?:\\s*\\([^)\\n]{0,200}\\))?\\s*[:,-]?\\s*");
    private static final Pattern REASON = Pattern.compile("^\\s*\\((?:reason|expanded from):\\s*(.*?)\\)?\\s*$");

    private final Lines lines;
    private final List<String> lower;

    ReportText(String text) {
        this.lines = Lines.of(text);
        this.lower = lines.asList().stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Fills in what the fields leave out from what the text says beside the same address. */
    RecipientFields complete(RecipientFields stated) {
        RecipientFields recipient = Diagnosis.complete(stated);
        String words = stated.finalRecipient()
                .map(this::beside)
                .filter(found -> !found.isBlank())
                .or(() -> stated.originalRecipient().map(this::beside))
                .orElse("");
        if (recipient.diagnosticCode().isEmpty() && !words.isBlank()) {
            recipient = Diagnosis.complete(recipient.toBuilder()
                    .diagnosticCode(new DiagnosticCode(Optional.empty(), words))
                    .build());
        } else if (!words.isBlank()) {
            recipient = fromText(recipient, words);
        }
        return withTranscript(recipient);
    }

    // The fields' own reply is never replaced by another one.
    private static RecipientFields fromText(RecipientFields recipient, String words) {
        RecipientFields.Builder filled = recipient.toBuilder();
        if (recipient.reply().isEmpty()) {
            filled.reply(SmtpReply.findIn(words).orElse(null));
        }
        if (recipient.remoteMta().isEmpty()) {
            filled.remoteMta(Diagnosis.remoteMta(words).orElse(null));
        }
        if (recipient.smtpCommand().isEmpty()) {
            filled.smtpCommand(Diagnosis.smtpCommand(words).orElse(null));
        }
        return filled.build();
    }

    // Sendmail gives the first line of a long reply in the field, and the rest in its transcript.
    private RecipientFields withTranscript(RecipientFields recipient) {
        SmtpReply reply = recipient.reply().orElse(null);
        String address = recipient
                .finalRecipient()
                .or(recipient::originalRecipient)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        boolean needsCommand = recipient.smtpCommand().isEmpty();
        if (reply == null) {
            return recipient;
        }
        StringBuilder whole = new StringBuilder();
        String command = "";
        String mark = "<<< " + reply.code();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith(">>>")) {
                command = whole.length() == 0 ? line : command;
            } else if (line.startsWith(mark) && line.length() > mark.length()) {
                whole.append(line.substring(4)).append('\n');
                if (line.charAt(mark.length()) == ' ') {
                    boolean mine = same(whole.toString(), reply);
                    if (mine) {
                        return transcribed(recipient, reply, whole.toString(), needsCommand ? command : "");
                    }
                    whole.setLength(0);
                }
            }
        }
        return recipient;
    }

    private static boolean same(String transcript, SmtpReply reply) {
        SmtpReply found = SmtpReply.findIn(transcript).orElse(reply);
        String start = reply.text().length() > 24 ? reply.text().substring(0, 24) : reply.text();
        return found.code() == reply.code() && found.text().startsWith(start);
    }

    private static RecipientFields transcribed(
            RecipientFields recipient, SmtpReply reply, String whole, String command) {
        RecipientFields.Builder filled = recipient.toBuilder();
        SmtpReply found = SmtpReply.findIn(whole).orElse(reply);
        filled.reply(found.text().length() > reply.text().length() ? found : reply);
        if (!command.isEmpty()) {
            filled.smtpCommand(Diagnosis.smtpCommand(command).orElse(null));
        }
        return filled.build();
    }

    /** The words that follow an address, up to the next address or the end of the paragraph; may be empty. */
    String beside(String address) {
        String wanted = address.toLowerCase(Locale.ROOT);
        if (wanted.indexOf('@') < 0) {
            return "";
        }
        for (int i = 0; i < lines.size(); i++) {
            int at = lower.get(i).indexOf(wanted);
            if (at < 0 || at > 60) {
                continue;
            }
            String rest = lines.get(i).substring(Math.min(lines.get(i).length(), at + wanted.length()));
            Matcher label = LABEL.matcher(rest);
            String first = label.find() ? rest.substring(label.end()) : rest;
            int end = i + 1;
            while (end < lines.size() && continues(end)) {
                end++;
            }
            String words = (first + " " + lines.fold(i + 1, end)).strip();
            if (words.length() > 3) {
                Matcher reason = REASON.matcher(words);
                return reason.matches() ? reason.group(1) : words;
            }
        }
        return "";
    }

    private boolean continues(int at) {
        String line = lines.get(at);
        if (line.isBlank()) {
            return false;
        }
        boolean indented = line.charAt(0) == ' ' || line.charAt(0) == '\t';
        return indented || !line.startsWith("<") && !line.startsWith("---");
    }

    /** The one address that the text can mean: it names only one that is not the sender's. */
    Optional<String> onlyAddress(BounceMessage message) {
        Optional<OriginalMessage> original = Originals.in(message);
        String to = message.header("to").flatMap(Addresses::findIn).orElse("");
        String from = message.header("from").flatMap(Addresses::findIn).orElse("");
        String sender = original.flatMap(OriginalMessage::from)
                .flatMap(Addresses::findIn)
                .orElse("");
        List<String> found = Addresses.findAll(String.join("\n", lines.asList())).stream()
                .filter(a -> !a.equalsIgnoreCase(to) && !a.equalsIgnoreCase(from) && !a.equalsIgnoreCase(sender))
                .filter(a -> !a.toLowerCase(Locale.ROOT).startsWith("postmaster@"))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
