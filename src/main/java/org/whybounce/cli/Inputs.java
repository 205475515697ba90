package org.whybounce.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.whybounce.model.Limits;
import org.whybounce.source.MailItem;
import org.whybounce.source.MailSource;

/** Takes messages from the places named on a command line, counts them, and reports those that give none. */
final class Inputs {

    private static final int PROGRESS_EVERY = 1000;

    private final MailSource source = MailSource.withLimit(Limits.standard().messageBytes());
    private final PrintWriter err;
    private final boolean progress = terminal();
    private long messages;
    private long problems;

    Inputs(PrintWriter err) {
        this.err = err;
    }

    /** Gives each message of the paths; {@code -} and no path at all are standard input. */
    void forEach(List<Path> paths, InputStream in, Consumer<MailItem.Message> consumer) {
        if (paths.isEmpty()) {
            source.forEach("-", in, item -> accept(item, consumer));
        }
        for (Path path : paths) {
            if (path.toString().equals("-")) {
                source.forEach("-", in, item -> accept(item, consumer));
            } else {
                source.forEach(path, item -> accept(item, consumer));
            }
        }
        if (progress && messages >= PROGRESS_EVERY) {
            err.print("\r" + messages + " messages\n");
            err.flush();
        }
    }

    /** {@return the exit status: whether anything could not be read} */
    int status() {
        return problems == 0 ? Main.DONE : Main.UNREADABLE;
    }

    void problem(String where, String what) {
        problems++;
        err.println("whybounce: " + where + ": " + what);
        err.flush();
    }

    private void accept(MailItem item, Consumer<MailItem.Message> consumer) {
        if (item instanceof MailItem.Message message) {
            messages++;
            consumer.accept(message);
            if (progress && messages % PROGRESS_EVERY == 0) {
                err.print("\r" + messages + " messages");
                err.flush();
            }
        } else if (item instanceof MailItem.Problem problem) {
            problem(problem.source(), problem.problem());
        }
    }

    /** Whether standard error is a terminal. Java tells only of input and output together, Linux of each. */
    private static boolean terminal() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/2")).startsWith("/dev/pts");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
