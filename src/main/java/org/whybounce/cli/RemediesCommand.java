package org.whybounce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.whybounce.BounceParser;
import org.whybounce.model.Labels;
import org.whybounce.model.Remedy;
import org.whybounce.model.RemedyCode;
import org.whybounce.output.Json;
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
        footer = {"%nExamples:", "  whybounce remedies", "  whybounce remedies HELO-SET-FQDN AUTH-FIX-SPF"})
final class RemediesCommand implements Callable<Integer> {

    enum Format {
        text,
        json
    }

    @Parameters(paramLabel = "CODE", description = "Codes of remedies; none: a list of all.")
    private List<String> codes = List.of();

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
        if (codes.isEmpty()) {
            for (Remedy remedy : parser.remedies()) {
                out.print(format == Format.json ? Json.pretty(remedy) + "\n" : row(remedy));
            }
            return Main.DONE;
        }
        List<Remedy> wanted = new ArrayList<>();
        for (String code : codes) {
            wanted.add(find(parser, code));
        }
        String between = "";
        for (Remedy remedy : wanted) {
            out.print(between + (format == Format.json ? Json.pretty(remedy) + "\n" : full(remedy)));
            between = format == Format.json ? "" : "\n";
        }
        return Main.DONE;
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
        return RemedyText.full(remedy) + "\n  " + remedy.labels().heading(Labels.Heading.WHO_ACTS) + ": "
                + RemedyText.who(remedy) + "; " + RemedyText.again(remedy) + "\n";
    }
}
