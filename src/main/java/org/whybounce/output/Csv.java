package org.whybounce.output;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whybounce.model.DiagnosticCode;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Recipient;
import org.whybounce.model.Verdict;

/** Results as CSV (RFC 4180): one row for each recipient, or one for a message that names none. Thread-safe. */
public final class Csv {

    private record Row(String source, ParseResult result, Optional<Recipient> recipient) {

        String of(Function<Recipient, String> value) {
            return recipient.map(value).orElse("");
        }

        String ofVerdict(Function<Verdict, String> value) {
            return of(recipient -> value.apply(recipient.verdict()));
        }
    }

    private record Column(String name, Function<Row, String> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("source", Row::source),
            new Column("kind", row -> row.result().kind().word()),
            new Column("format", row -> row.result().format()),
            new Column("recipient", row -> row.of(Recipient::address)),
            new Column("action", row -> row.of(recipient -> recipient.action().word())),
            new Column(
                    "status",
                    row -> row.of(recipient ->
                            recipient.status().map(Object::toString).orElse(""))),
            new Column(
                    "replyCode",
                    row -> row.of(recipient -> recipient
                            .reply()
                            .map(reply -> String.valueOf(reply.code()))
                            .orElse(""))),
            new Column(
                    "remoteMta",
                    row -> row.of(recipient -> recipient.remoteMta().orElse(""))),
            new Column(
                    "category",
                    row -> row.ofVerdict(verdict -> verdict.category().name())),
            new Column(
                    "reason", row -> row.ofVerdict(verdict -> verdict.reason().name())),
            new Column(
                    "permanence",
                    row -> row.ofVerdict(verdict -> verdict.permanence().name().toLowerCase(Locale.ROOT))),
            new Column("suppress", row -> row.ofVerdict(verdict -> String.valueOf(verdict.suppress()))),
            new Column("confidence", row -> row.ofVerdict(verdict -> String.valueOf(verdict.confidence()))),
            new Column(
                    "remedy",
                    row -> row.ofVerdict(verdict -> verdict.remedy().code().value())),
            new Column(
                    "audience",
                    row -> row.ofVerdict(verdict -> verdict.remedy().audience().word())),
            new Column("originalMessageId", row -> row.result()
                    .original()
                    .flatMap(original -> original.messageId())
                    .orElse("")),
            new Column(
                    "diagnostic",
                    row -> row.of(recipient ->
                            recipient.diagnosticCode().map(DiagnosticCode::text).orElse(""))));

    private Csv() {}

    /** {@return the row of column names, with its line end} */
    public static String header() {
        return line(COLUMNS.stream().map(Column::name));
    }

    /**
     * The rows of one result.
     *
     * @param source where the message lies
     * @param result the result
     * @return one or more rows, each with its line end
     */
    public static String rows(String source, ParseResult result) {
        Stream<Optional<Recipient>> recipients = result.recipients().isEmpty()
                ? Stream.of(Optional.empty())
                : result.recipients().stream().map(Optional::of);
        return recipients
                .map(recipient -> new Row(source, result, recipient))
                .map(row -> line(COLUMNS.stream().map(column -> column.value().apply(row))))
                .collect(Collectors.joining());
    }

    private static String line(Stream<String> values) {
        return values.map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String value) {
        // A cell that a spreadsheet would run as a formula is made text: the words come from strangers.
        String safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
