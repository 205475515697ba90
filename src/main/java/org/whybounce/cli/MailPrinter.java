package org.whybounce.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.whybounce.model.ParseResult;

/** Prints the mail that explains a bounce. */
final class MailPrinter {

    private MailPrinter() {}

    static void print(ParseResult result, byte[] bounce, @Nullable String from, @Nullable String to, PrintWriter out) {
        throw new IllegalStateException("not there yet");
    }
}
