package org.whybounce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.whybounce.BounceParser;
import org.whybounce.BounceParserBuilder;
import org.whybounce.model.DataFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whybounce check-rules}. */
@Command(
        name = "check-rules",
        mixinStandardHelpOptions = true,
        description = "Checks rules of your own: every sample, and names that are taken, words that another rule "
                + "shadows or contradicts, remedies that nobody knows.",
        footer = {
            "%nExamples:",
            "  whybounce check-rules site.rules",
            "  whybounce check-rules --remedies site.remedies site.rules",
            "%nExit status: 0 no problem; 1 a problem, or a file that cannot be read; 2 wrong usage."
        })
final class CheckRulesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of rules, in the order of their rank.")
    private List<Path> files = List.of();

    @Option(names = "--remedies", paramLabel = "FILE", description = "Remedies of your own that the rules name.")
    private List<Path> remedies = List.of();

    @Option(names = "--blocklists", paramLabel = "FILE", description = "Blocklists of your own that the rules name.")
    private List<Path> blocklists = List.of();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    CheckRulesCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Inputs inputs = new Inputs(spec.commandLine().getErr());
        BounceParserBuilder builder = BounceParser.builder();
        int problems = 0;
        for (Path file : remedies) {
            problems += add(file, inputs, out, builder::remedies);
        }
        for (Path file : blocklists) {
            problems += add(file, inputs, out, builder::blocklists);
        }
        for (Path file : files) {
            problems += add(file, inputs, out, builder::rules);
        }
        List<String> found = builder.problems();
        found.forEach(out::println);
        problems += found.size();
        out.println(problems == 0 ? "no problem" : problems == 1 ? "1 problem" : problems + " problems");
        return problems > 0 ? Main.UNREADABLE : inputs.status();
    }

    private interface Addition {
        void add(Path file) throws IOException;
    }

    private static int add(Path file, Inputs inputs, PrintWriter out, Addition addition) {
        try {
            addition.add(file);
            return 0;
        } catch (DataFileException problem) {
            out.println(problem.getMessage());
            return 1;
        } catch (IOException problem) {
            inputs.problem(file.toString(), "cannot be read; check the path and its permissions");
            return 0;
        }
    }
}
