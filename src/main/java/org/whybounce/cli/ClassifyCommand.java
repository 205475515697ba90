package org.whybounce.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.whybounce.BounceParser;
import org.whybounce.model.Refusal;
import org.whybounce.model.Verdict;
import org.whybounce.output.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whybounce classify}. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description = "Judges bare SMTP replies, from arguments or one a line on standard input; lines \"550-…\" "
                + "continue into the \"550 …\" that ends the reply.",
        footer = {
            "%nExamples:",
            "  whybounce classify \"550 5.1.1 user unknown\"",
            "  grep -h -o \"said: .*\" mail.log | whybounce classify --format ndjson",
            "  whybounce classify --format ndjson --input ndjson < replies.ndjson",
            "  whybounce classify --unknown < replies.txt > site.rules"
        })
final class ClassifyCommand implements Callable<Integer> {

    enum Format {
        text,
        ndjson
    }

    enum Input {
        lines,
        ndjson
    }

    @Parameters(paramLabel = "REPLY", description = "SMTP replies; none: standard input.")
    private List<String> replies = List.of();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES}; standard: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Option(
            names = "--input",
            defaultValue = "lines",
            description = "What standard input holds: lines, or ndjson objects {\"id\": …, \"text\": …}.")
    private Input input = Input.lines;

    @Option(
            names = "--unknown",
            description =
                    "Print, instead of verdicts, what no rule's words decide: rules to be filled in and used with "
                            + "--rules, the most frequent wording first.")
    private boolean unknown;

    @Option(names = "--hits", description = "At the end, print on standard error how often each rule decided.")
    private boolean hits;

    @Mixin
    private OwnData data = new OwnData();

    @Spec
    private CommandSpec spec;

    private final List<String> unknownTo = new ArrayList<>();
    private final RuleHits counts = new RuleHits();

    @SuppressWarnings("NullAway.Init")
    ClassifyCommand() {}

    @Override
    public Integer call() throws IOException {
        BounceParser parser = data.parser();
        Inputs inputs = new Inputs(spec.commandLine().getErr());
        if (!replies.isEmpty()) {
            replies.forEach(reply -> print(parser, Optional.empty(), reply));
        } else {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            if (input == Input.ndjson) {
                objects(parser, in, inputs);
            } else {
                lines(parser, in);
            }
        }
        if (unknown) {
            spec.commandLine().getOut().print(parser.draftRules(unknownTo));
        }
        if (hits) {
            counts.print(spec.commandLine().getErr());
        }
        return inputs.status();
    }

    private void lines(BounceParser parser, BufferedReader in) throws IOException {
        StringBuilder reply = new StringBuilder();
        String line;
        while ((line = in.readLine()) != null) {
            if (line.isBlank() && reply.length() == 0) {
                continue;
            }
            reply.append(line).append('\n');
            if (!line.matches("\\s*[2-6]\\d\\d-.*")) {
                print(parser, Optional.empty(), reply.toString().strip());
                reply.setLength(0);
            }
        }
        if (reply.length() > 0) {
            print(parser, Optional.empty(), reply.toString().strip());
        }
    }

    private void objects(BounceParser parser, BufferedReader in, Inputs inputs) throws IOException {
        String line;
        int at = 0;
        while ((line = in.readLine()) != null) {
            at++;
            if (line.isBlank()) {
                continue;
            }
            try {
                JsonObject object = JsonParser.parseString(line).getAsJsonObject();
                Optional<String> id = Optional.ofNullable(object.get("id")).map(JsonElement::toString);
                print(parser, id, object.get("text").getAsString());
            } catch (JsonParseException
                    | IllegalStateException
                    | NullPointerException
                    | UnsupportedOperationException e) {
                inputs.problem(
                        "standard input, line " + at, "expected {\"id\": …, \"text\": \"…\"}; this line was left out");
            }
        }
    }

    private void print(BounceParser parser, Optional<String> id, String reply) {
        PrintWriter out = spec.commandLine().getOut();
        Refusal refusal = Refusal.of(reply);
        Verdict verdict = parser.classify(refusal);
        counts.add(verdict);
        if (unknown) {
            unknownTo.add(reply);
        } else if (format == Format.ndjson) {
            out.println(Json.line(id, refusal.reply(), verdict));
        } else {
            out.println(verdict.category() + " " + verdict.reason() + " "
                    + verdict.remedy().code() + "  " + reply.replaceAll("\\s*\\R\\s*", " "));
        }
    }
}
