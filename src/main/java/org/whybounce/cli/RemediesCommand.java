package org.whybounce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.whybounce.BounceParser;
import org.whybounce.model.Action;
import org.whybounce.model.Labels;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Recipient;
import org.whybounce.model.Remedy;
import org.whybounce.model.RemedyCode;
import org.whybounce.output.Json;
import org.whybounce.output.RemedyHtml;
import org.whybounce.output.RemedyMarkdown;
import org.whybounce.output.RemedyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whybounce remedies}. */
@Command(
        name = "remedies",
        mixinStandardHelpOptions = true,
        description = "Lists the remedies, or prints those of the given codes in full.",
        footer = {
            "%nExamples:",
            "  whybounce remedies",
            "  whybounce remedies HELO-SET-FQDN AUTH-FIX-SPF",
            "  whybounce remedies --bounce bounce.eml --language de --format html"
        })
final class RemediesCommand implements Callable<Integer> {

    enum Format {
        text,
        markdown,
        html,
        json
    }

    @Parameters(paramLabel = "CODE", description = "Codes of remedies; none: a list of all.")
    private List<String> codes = List.of();

    @Option(
            names = "--bounce",
            paramLabel = "FILE",
            description = "Print the remedies of this bounce, or its CODEs, with its facts filled in.")
    private @Nullable Path bounce;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES}; standard: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Mixin
    private OwnData data = new OwnData();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    RemediesCommand() {}

    @Override
    public Integer call() throws IOException {
        BounceParser parser = data.parser();
        PrintWriter out = spec.commandLine().getOut();
        if (bounce != null) {
            return ofBounce(parser, bounce, out);
        }
        if (codes.isEmpty() && format == Format.text) {
            parser.remedies().forEach(remedy -> out.print(row(remedy)));
            return Main.DONE;
        }
        List<Remedy> wanted = new ArrayList<>(codes.isEmpty() ? parser.remedies() : List.of());
        for (String code : codes) {
            wanted.add(find(parser, code));
        }
        print(wanted, out);
        return Main.DONE;
    }

    private int ofBounce(BounceParser parser, Path file, PrintWriter out) throws IOException {
        if (!Files.isReadable(file)) {
            throw new ParameterException(spec.commandLine(), "Cannot read " + file);
        }
        ParseResult result = parser.parse(file);
        Set<Remedy> remedies = new LinkedHashSet<>();
        for (Recipient recipient : result.recipients()) {
            if (recipient.action() == Action.FAILED || recipient.action() == Action.DELAYED) {
                for (RemedyCode code : wanted(parser, recipient)) {
                    parser.remedy(code, result, recipient).ifPresent(remedies::add);
                }
            }
        }
        if (remedies.isEmpty()) {
            spec.commandLine().getErr().println("whybounce: " + file + ": no failed recipient, so no remedy");
            return Main.UNREADABLE;
        }
        print(List.copyOf(remedies), out);
        return Main.DONE;
    }

    private List<RemedyCode> wanted(BounceParser parser, Recipient recipient) {
        List<RemedyCode> wanted = new ArrayList<>();
        codes.forEach(code -> wanted.add(find(parser, code).code()));
        if (wanted.isEmpty()) {
            wanted.add(recipient.verdict().remedy().code());
            wanted.addAll(recipient.verdict().otherRemedies());
        }
        return wanted;
    }

    private void print(List<Remedy> remedies, PrintWriter out) {
        switch (format) {
            case text ->
                out.print(String.join(
                        "\n", remedies.stream().map(RemediesCommand::full).toList()));
            case markdown ->
                out.print(String.join(
                        "\n", remedies.stream().map(RemedyMarkdown::full).toList()));
            case html -> out.print(RemedyHtml.page("whybounce", remedies));
            case json -> remedies.forEach(remedy -> out.println(Json.pretty(remedy)));
        }
    }

    private Remedy find(BounceParser parser, String word) {
        try {
            Optional<Remedy> remedy = parser.remedy(new RemedyCode(word.toUpperCase(Locale.ROOT)));
            if (remedy.isPresent()) {
                return remedy.get();
            }
        } catch (IllegalArgumentException e) {
            // No code can look like this; answered as any other unknown one.
        }
        throw new ParameterException(
                spec.commandLine(), "No remedy \"" + word + "\"; \"whybounce remedies\" lists them all");
    }

    private static String row(Remedy remedy) {
        return String.format(
                "%-30s %-15s %s%n", remedy.code(), remedy.audience().word(), remedy.summary());
    }

    private static String full(Remedy remedy) {
        return RemedyText.full(remedy) + "\n  " + RemedyText.label(remedy, Labels.Heading.WHO_ACTS) + " "
                + RemedyText.acts(remedy) + "\n";
    }
}
