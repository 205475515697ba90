package org.whybounce.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Reason;
import org.whybounce.model.Refusal;
import org.whybounce.text.DataFile;
import org.whybounce.text.DataFile.Group;

/**
 * What a code means where the words say nothing: IANA's registry of enhanced status codes, and after it the reply codes
 * of RFC 5321. A group: {@code Status:} {@code x.1.1} (or {@code 4.1.1}, which comes before it) or {@code Reply:}
 * {@code 552}, {@code Name:}, and where the code points to a reason, {@code Reason:} and {@code Confidence:}.
 */
public final class StatusRegistry {

    private static final List<String> FIELDS = List.of("Status", "Reply", "Name", "Reason", "Confidence");

    private final Map<String, Entry> entries;

    private StatusRegistry(Map<String, Entry> entries) {
        this.entries = Map.copyOf(entries);
    }

    /**
     * A code that points to a reason.
     *
     * @param reason the reason
     * @param confidence how far
     * @param field {@code status} or {@code reply}
     * @param rule the name for the evidence
     * @param origin file and line
     * @param words the code as it was given
     */
    record Entry(Reason reason, double confidence, String field, String rule, String origin, String words) {
        Entry withWords(String given) {
            return new Entry(reason, confidence, field, rule, origin, given);
        }
    }

    /**
     * Reads a registry.
     *
     * @param name the file's name, for messages
     * @param text its content
     * @return the registry
     * @throws DataFileException at the first thing that is wrong
     */
    public static StatusRegistry parse(String name, String text) {
        Map<String, Entry> entries = new HashMap<>();
        for (Group group : DataFile.parse(name, text).groups()) {
            group.allowOnly(FIELDS);
            boolean status = group.type().equals("Status");
            String code = group.required(status ? "Status" : "Reply").folded();
            group.required("Name");
            if (group.optional("Reason").isPresent()) {
                Entry entry = new Entry(
                        group.constant(Reason.class, group.required("Reason")),
                        Double.parseDouble(group.required("Confidence").folded()),
                        status ? "status" : "reply",
                        (status ? "status-" : "reply-") + code.replace('.', '-'),
                        name + ":" + group.line(),
                        "");
                if (entries.put(code, entry) != null) {
                    throw new DataFileException(name, group.line(), code + " stands twice");
                }
            }
        }
        return new StatusRegistry(entries);
    }

    /** What the codes of a refusal mean: the enhanced status, else the reply code. */
    Optional<Entry> find(Refusal refusal) {
        Optional<Entry> byStatus = refusal.status().flatMap(status -> {
            String exact = status.toString();
            Entry entry = entries.get(exact);
            if (entry == null) {
                entry = entries.get("x" + exact.substring(1));
            }
            return Optional.ofNullable(entry).map(found -> found.withWords(exact));
        });
        return byStatus.or(() -> refusal.reply().flatMap(reply -> {
            String code = String.valueOf(reply.code());
            return Optional.ofNullable(entries.get(code)).map(found -> found.withWords(code));
        }));
    }
}
