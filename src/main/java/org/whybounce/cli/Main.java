package org.whybounce.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.whybounce.model.DataFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code whybounce}. */
@Command(
        name = "whybounce",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Reads bounce messages, says why the mail came back, and what to do about it.",
        subcommands = {
            ParseCommand.class,
            ExplainCommand.class,
            ClassifyCommand.class,
            RemediesCommand.class,
            ReasonsCommand.class,
            CheckRulesCommand.class
        },
        footer = {
            "%nExamples:",
            "  whybounce explain bounce.eml",
            "  whybounce explain --text \"550 Access denied - Invalid HELO name\"",
            "  whybounce parse --format csv Maildir/ > bounces.csv",
            "  whybounce classify < replies.txt",
            "  whybounce remedies AUTH-ENABLE-SMTP-AUTH",
            "%nExit status: 0 done; 1 some input could not be read, or a rule has a problem; 2 wrong usage."
        })
public final class Main implements Runnable {

    static final int DONE = 0;
    static final int UNREADABLE = 1;
    static final int USAGE = 2;

    @Spec
    private CommandSpec spec;

    private final OutputStream bytes;

    @SuppressWarnings("NullAway.Init")
    private Main(OutputStream bytes) {
        this.bytes = bytes;
    }

    /** {@return standard output for what is no text; flush the command line's writer before} */
    OutputStream bytes() {
        return bytes;
    }

    /**
     * Runs the command and ends the process with its exit status.
     *
     * @param arguments the words of the command line
     */
    public static void main(String[] arguments) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        int status = commandLine(out, new PrintWriter(err, true)).execute(arguments);
        out.flush();
        err.flush();
        System.exit(status);
    }

    static CommandLine commandLine(OutputStream bytes, PrintWriter err) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        CommandLine line = new CommandLine(new Main(bytes)).setOut(out).setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionStrategy(parsed -> {
            int status = new CommandLine.RunLast().execute(parsed);
            out.flush();
            return status;
        });
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            err.println("whybounce: " + problem(exception));
            return exception instanceof DataFileException ? USAGE : UNREADABLE;
        });
        return line;
    }

    private static String problem(Exception exception) {
        return exception.getMessage() == null ? exception.toString() : exception.getMessage();
    }

    /** Results are UTF-8 whatever the terminal's locale: they are read by other programs too. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
                false,
                StandardCharsets.UTF_8);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Missing command: one of parse, explain, classify, remedies, reasons");
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"whybounce " + (version == null ? "(not packaged)" : version)};
        }
    }
}
