package org.whybounce.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whybounce.model.Action;
import org.whybounce.model.RecipientFields;
import org.whybounce.text.Addresses;

/** The recipients that the sections of one of Sendmail's reports list, each with what its own lines say. */
final class SendmailList {

    private static final String REASON = "(reason:";
    private static final String EXPANDED = "(expanded from:";

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private @Nullable Entry last;

    /** One recipient. */
    record Entry(String address, Action action, List<String> words, List<String> originals) {

        void into(ReadingBuilder reading, SessionTranscript transcript) {
            String own = String.join("\n", words);
            SessionTranscript.Outcome outcome = transcript.of(address).orElse(SessionTranscript.Outcome.NONE);
            String text = own.isBlank() ? outcome.words() : own;
            String alias = originals.stream().findFirst().orElse(null);
            // Of a program or a file only the alias is somebody.
            boolean program = address.indexOf('@') < 0;
            if (program && alias == null) {
                return;
            }
            RecipientFields.Builder fields = Facts.recipient(program ? alias : address, action, text);
            if (program) {
                // What it returned is no reply.
                fields.reply(null)
                        .diagnosticCode(
                                Diagnosis.of(Optional.of("x-unix"), text).orElse(null));
            }
            reading.recipient(fields.remoteMta(outcome.host().orElse(null))
                    .smtpCommand(outcome.command().orElse(null))
                    .originalRecipient(program ? null : alias)
                    .build());
        }
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    /** A section ends; what follows is about nobody of it. */
    void close() {
        last = null;
    }

    /** Takes a line of a section that tells of this action. */
    void line(Line line, Action action) {
        String text = line.shown();
        Entry entry = last;
        if (entry != null && line.folded().startsWith(EXPANDED)) {
            Addresses.findIn(text).ifPresent(entry.originals()::add);
        } else if (entry != null && line.folded().startsWith(REASON)) {
            String reason = text.substring(REASON.length()).strip();
            entry.words().add(reason.endsWith(")") ? reason.substring(0, reason.length() - 1) : reason);
        } else if (!listed(text, action) && entry != null && line.indent() > 0) {
            entry.words().add(text);
        }
    }

    /** {@code <user@example.org>}, perhaps behind {@code >>>}, perhaps with {@code (reason)} or {@code [reason]} after it. */
    private boolean listed(String text, Action action) {
        String head = text.startsWith(">>>") ? text.substring(3).strip() : text;
        int stop = Math.min(indexOrEnd(head, " ("), indexOrEnd(head, " ["));
        List<String> addresses = isProgram(head) ? List.of(head) : LinePattern.addresses(head.substring(0, stop));
        if (addresses.isEmpty()) {
            return false;
        }
        Entry entry = entries.computeIfAbsent(
                addresses.get(0), address -> new Entry(address, action, new ArrayList<>(), new ArrayList<>()));
        if (stop < head.length() && !isProgram(head)) {
            entry.words().add(head.substring(stop).strip());
        }
        last = entry;
        return true;
    }

    private static boolean isProgram(String head) {
        return head.startsWith("\"|") || head.startsWith("|/") || head.startsWith("/");
    }

    private static int indexOrEnd(String text, String sought) {
        int at = text.indexOf(sought);
        return at < 0 ? text.length() : at;
    }
}
