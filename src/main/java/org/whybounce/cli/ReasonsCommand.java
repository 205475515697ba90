package org.whybounce.cli;

import java.io.PrintWriter;
import org.whybounce.model.Category;
import org.whybounce.model.Reason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code whybounce reasons}. */
@Command(
        name = "reasons",
        mixinStandardHelpOptions = true,
        description = "Lists the categories and reasons of verdicts, with what each means.")
final class ReasonsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ReasonsCommand() {}

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (Category category : Category.values()) {
            out.println(category + ": " + category.meaning());
            for (Reason reason : Reason.values()) {
                if (reason.category() == category) {
                    out.printf("  %-24s %s%n", reason, reason.meaning());
                }
            }
        }
    }
}
