package org.whybounce.output;

import java.util.List;
import java.util.stream.Collectors;
import org.whybounce.model.DiagnosticCode;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Recipient;

/** Results as CSV (RFC 4180): one row for each recipient, or one for a message that names none. Thread-safe. */
public final class Csv {

    private static final List<String> COLUMNS = List.of(
            "source",
            "kind",
            "format",
            "recipient",
            "action",
            "status",
            "replyCode",
            "remoteMta",
            "category",
            "reason",
            "permanence",
            "suppress",
            "confidence",
            "remedy",
            "audience",
            "originalMessageId",
            "diagnostic");

    private Csv() {}

    /** {@return the row of column names, with its line end} */
    public static String header() {
        return row(COLUMNS);
    }

    /**
     * The rows of one result.
     *
     * @param source where the message lies
     * @param result the result
     * @return one or more rows, each with its line end
     */
    public static String rows(String source, ParseResult result) {
        if (result.recipients().isEmpty()) {
            return row(List.of(
                    source,
                    result.kind().word(),
                    result.format(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    originalId(result),
                    ""));
        }
        return result.recipients().stream()
                .map(recipient -> row(values(source, result, recipient)))
                .collect(Collectors.joining());
    }

    private static List<String> values(String source, ParseResult result, Recipient recipient) {
        return List.of(
                source,
                result.kind().word(),
                result.format(),
                recipient.address(),
                recipient.action().word(),
                recipient.status().map(Object::toString).orElse(""),
                recipient.reply().map(reply -> String.valueOf(reply.code())).orElse(""),
                recipient.remoteMta().orElse(""),
                recipient.verdict().category().name(),
                recipient.verdict().reason().name(),
                recipient.verdict().permanence().name().toLowerCase(java.util.Locale.ROOT),
                String.valueOf(recipient.verdict().suppress()),
                String.valueOf(recipient.verdict().confidence()),
                recipient.verdict().remedy().code().value(),
                recipient.verdict().remedy().audience().word(),
                originalId(result),
                recipient.diagnosticCode().map(DiagnosticCode::text).orElse(""));
    }

    private static String originalId(ParseResult result) {
        return result.original().flatMap(original -> original.messageId()).orElse("");
    }

    private static String row(List<String> values) {
        return values.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String value) {
        // A cell that a spreadsheet would run as a formula is made text: the words come from strangers.
        String safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
