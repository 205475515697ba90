package org.whybounce.cli;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.whybounce.BounceParser;
import org.whybounce.model.Kind;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Phrase;
import org.whybounce.output.Explanation;
import org.whybounce.ticket.BounceNotice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code whybounce explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Tells what happened, to whom, whose turn it is, the steps, and why we think so.",
        footer = {
            "%nExamples:",
            "  whybounce explain bounce.eml",
            "  whybounce explain --text \"550 Access denied - Invalid HELO name\"",
            "  whybounce explain < what-outlook-showed.txt",
            "  whybounce explain --as-mail --from help@example.com --to user@example.com bounce.eml"
        })
final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Messages; - or none: standard input, a message or pasted text.")
    private List<Path> files = List.of();

    @Option(names = "--text", paramLabel = "TEXT", description = "Explain this pasted text instead of files.")
    private @Nullable String text;

    @Option(names = "--as-mail", description = "Print a mail that explains the bounce, ready to be sent.")
    private boolean asMail;

    @Option(names = "--from", paramLabel = "ADDRESS", description = "The mail's sender, with --as-mail.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "ADDRESS", description = "The mail's recipient, with --as-mail.")
    private @Nullable String to;

    @Mixin
    private OwnData data = new OwnData();

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Main main;

    private boolean first = true;

    @SuppressWarnings("NullAway.Init")
    ExplainCommand() {}

    @Override
    public Integer call() throws IOException {
        BounceParser parser = data.parser();
        PrintWriter out = spec.commandLine().getOut();
        Inputs inputs = new Inputs(spec.commandLine().getErr());
        if (asMail && (from == null || to == null)) {
            throw new ParameterException(spec.commandLine(), "--as-mail needs --from and --to");
        }
        if (text != null) {
            if (text.isBlank()) {
                inputs.problem("--text", "empty; paste the words of the error");
            } else {
                explainText(parser, text, out, inputs);
            }
            return inputs.status();
        }
        List<Path> paths = new ArrayList<>(files.isEmpty() ? List.of(Path.of("-")) : files);
        if (paths.remove(Path.of("-"))) {
            explainInput(parser, System.in.readAllBytes(), out, inputs);
        }
        if (!paths.isEmpty()) {
            inputs.forEach(paths, System.in, message -> {
                ParseResult result = parser.parse(message.bytes(), message.ignored());
                explain(parser, message.source(), message.bytes(), result, out, inputs);
            });
        }
        return inputs.status();
    }

    private void explainInput(BounceParser parser, byte[] input, PrintWriter out, Inputs inputs) {
        String pasted = new String(input, StandardCharsets.UTF_8);
        if (pasted.isBlank()) {
            inputs.problem("-", "empty; give a message or the words of the error on standard input");
            return;
        }
        ParseResult result = parser.parse(input);
        if (result.kind() != Kind.OTHER || looksLikeMail(result)) {
            explain(parser, "-", input, result, out, inputs);
        } else {
            explainText(parser, pasted, out, inputs);
        }
    }

    private static boolean looksLikeMail(ParseResult result) {
        return result.messageId().isPresent() || result.date().isPresent();
    }

    private void explainText(BounceParser parser, String pasted, PrintWriter out, Inputs inputs) {
        if (asMail) {
            inputs.problem("pasted text", "no message that could be attached to a mail; leave --as-mail out");
            return;
        }
        ParseResult result = parser.parseText(pasted);
        separate(out);
        out.print(
                result.bounce().isPresent()
                        ? Explanation.of(
                                parser.labels().say(Phrase.PASTED_TEXT), result, parser::remedy, parser.labels())
                        : Explanation.of(pasted, parser.classify(pasted), parser::remedy));
    }

    private void explain(
            BounceParser parser, String source, byte[] bytes, ParseResult result, PrintWriter out, Inputs inputs) {
        if (!asMail) {
            separate(out);
            out.print(Explanation.of(source, result, parser::remedy, parser.labels()));
        } else if (result.bounce().isEmpty()) {
            inputs.problem(source, "no bounce, so there is no mail to write about it; leave --as-mail out");
        } else {
            out.flush();
            mail(source, BounceNotice.about(result, bytes, parser::remedy, parser.labels()), inputs);
        }
    }

    private void mail(String source, BounceNotice notice, Inputs inputs) {
        Optional<String> risk = notice.loopRisk();
        if (risk.isPresent()) {
            inputs.problem(
                    source,
                    "the mail that came back was itself automatic (" + risk.get()
                            + "), and mail about it could loop; leave --as-mail out");
            return;
        }
        try {
            notice.compose(Objects.requireNonNull(from), Objects.requireNonNull(to))
                    .writeTo(main.bytes());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (MessagingException e) {
            inputs.problem(source, e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void separate(PrintWriter out) {
        if (!first) {
            out.println();
        }
        first = false;
    }
}
