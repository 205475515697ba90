package org.whybounce.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Action;
import org.whybounce.model.DiagnosticCode;
import org.whybounce.model.EnhancedStatus;
import org.whybounce.model.MessageFields;
import org.whybounce.model.RecipientFields;
import org.whybounce.text.Addresses;
import org.whybounce.text.Dates;
import org.whybounce.text.Fields;
import org.whybounce.text.HostNames;

/** RFC 3464, section 2: one group of a delivery-status part, as loosely written as may be. */
record StatusGroup(Fields fields) {

    private static final String[] RECIPIENT = {"final-recipient", "original-recipient", "x-actual-recipient"};
    private static final Pattern TYPED = Pattern.compile("^([A-Za-z][\\w.-]{0,30})\\s*;\\s*(.*)$", Pattern.DOTALL);
    // Exim writes what is not ASCII as the octal values of its bytes.
    private static final Pattern OCTAL = Pattern.compile("(?:\\\\[23][0-7]{2}){2,}");

    boolean isOfRecipient() {
        return fields.hasAny(RECIPIENT);
    }

    boolean isOutcome() {
        return fields.hasAny("action", "status", "diagnostic-code");
    }

    boolean isOfMessage() {
        return fields.hasAny(
                "reporting-mta", "received-from-mta", "dsn-gateway", "original-envelope-id", "arrival-date");
    }

    /** Neither an address nor an outcome can be made of it: a form, or one that was blackened. */
    boolean isUnintelligible() {
        return isOutcome()
                && action().isEmpty()
                && status().isEmpty()
                && !finalRecipient().or(this::originalRecipient).orElse("").contains("@");
    }

    Optional<Action> action() {
        return fields.get("action").flatMap(Action::findIn);
    }

    Optional<EnhancedStatus> status() {
        return fields.get("status").flatMap(EnhancedStatus::findIn);
    }

    /** The words in parentheses behind the status, which may be all that a server says; may be empty. */
    String statusComment() {
        String status = fields.get("status").orElse("");
        int open = status.indexOf('(');
        int close = status.lastIndexOf(')');
        return open >= 0 && close > open ? status.substring(open + 1, close) : "";
    }

    Optional<String> finalRecipient() {
        return fields.get("final-recipient").flatMap(Addresses::bare).or(() -> fields.get("x-actual-recipient")
                .flatMap(Addresses::bare));
    }

    Optional<String> originalRecipient() {
        return fields.get("original-recipient").flatMap(Addresses::bare);
    }

    /** The words; of several fields the one that quotes an SMTP server. */
    Optional<DiagnosticCode> diagnosticCode() {
        List<String> all =
                fields.all("diagnostic-code").stream().filter(v -> !v.isBlank()).toList();
        if (all.isEmpty()) {
            return fields.get("x-supplementary-info").flatMap(words -> Diagnosis.of(Optional.empty(), words));
        }
        String chosen = all.stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("smtp"))
                .findFirst()
                .orElse(all.get(0));
        Matcher typed = TYPED.matcher(chosen);
        if (typed.matches()) {
            return Diagnosis.of(Optional.of(typed.group(1).toLowerCase(Locale.ROOT)), unescaped(typed.group(2)));
        }
        return Diagnosis.of(Optional.empty(), unescaped(chosen));
    }

    private static String unescaped(String given) {
        // An address may be written as one, and is then quoted as it stands.
        String words = given.contains("=?") && !given.contains("?=@") ? BounceMessage.decode(given) : given;
        if (!words.contains("\\")) {
            return words;
        }
        Matcher octal = OCTAL.matcher(words);
        StringBuilder decoded = new StringBuilder();
        while (octal.find()) {
            octal.appendReplacement(decoded, Matcher.quoteReplacement(utf8(octal.group())));
        }
        return octal.appendTail(decoded).toString();
    }

    private static String utf8(String escapes) {
        ByteBuffer bytes = ByteBuffer.allocate(escapes.length() / 4);
        for (int i = 0; i < escapes.length(); i += 4) {
            bytes.put((byte) Integer.parseInt(escapes.substring(i + 1, i + 4), 8));
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            return escapes;
        }
    }

    RecipientFields.Builder recipient() {
        return RecipientFields.builder()
                .finalRecipient(finalRecipient().orElse(null))
                .originalRecipient(originalRecipient().orElse(null))
                .action(action().orElse(Action.FAILED))
                .status(status().orElse(null))
                .remoteMta(fields.get("remote-mta").flatMap(HostNames::bare).orElse(null))
                .diagnosticCode(diagnosticCode().orElse(null))
                .lastAttemptDate(date("last-attempt-date"))
                .willRetryUntil(date("will-retry-until"))
                .finalLogId(fields.get("final-log-id").orElse(null));
    }

    private String date(String name) {
        return fields.get(name).map(Dates::isoOrAsWritten).orElse("");
    }

    MessageFields message() {
        return new MessageFields(
                fields.get("reporting-mta").flatMap(HostNames::bare),
                fields.get("received-from-mta").flatMap(HostNames::bare),
                fields.get("dsn-gateway").flatMap(HostNames::bare),
                fields.get("arrival-date").map(Dates::isoOrAsWritten),
                fields.get("original-envelope-id"));
    }
}
