package org.whybounce.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.whybounce.BounceParser;
import org.whybounce.model.ParseResult;
import org.whybounce.output.Csv;
import org.whybounce.output.Explanation;
import org.whybounce.output.Json;
import org.whybounce.source.MailItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whybounce parse}. */
@Command(
        name = "parse",
        mixinStandardHelpOptions = true,
        description = "Prints what each message says and why the mail came back.",
        footer = {
            "%nExamples:",
            "  whybounce parse bounce.eml",
            "  whybounce parse --format ndjson Maildir/ mbox > bounces.ndjson",
            "  whybounce parse --format csv - < bounce.eml"
        })
final class ParseCommand implements Callable<Integer> {

    enum Format {
        text,
        json,
        ndjson,
        csv
    }

    @Parameters(
            paramLabel = "PATH",
            description = "Files, mbox files, Maildirs, directories; - or none: standard input.")
    private List<Path> paths = List.of();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES}; standard: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Option(names = "--hits", description = "At the end, print on standard error how often each rule decided.")
    private boolean hits;

    @Mixin
    private OwnData data = new OwnData();

    private final RuleHits counts = new RuleHits();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ParseCommand() {}

    @Override
    public Integer call() throws Exception {
        BounceParser parser = data.parser();
        PrintWriter out = spec.commandLine().getOut();
        Inputs inputs = new Inputs(spec.commandLine().getErr());
        if (format == Format.csv) {
            out.print(Csv.header());
        }
        inputs.forEach(paths, System.in, message -> out.print(print(parser, message)));
        if (hits) {
            counts.print(spec.commandLine().getErr());
        }
        return inputs.status();
    }

    private String print(BounceParser parser, MailItem.Message message) {
        ParseResult result = parser.parse(message.bytes(), message.ignored());
        result.recipients().forEach(recipient -> counts.add(recipient.verdict()));
        return switch (format) {
            case text -> Explanation.brief(message.source(), result);
            case json -> Json.pretty(message.source(), result) + "\n";
            case ndjson -> Json.line(message.source(), result) + "\n";
            case csv -> Csv.rows(message.source(), result);
        };
    }
}
