package org.whybounce.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.whybounce.BounceParser;
import org.whybounce.BounceParserBuilder;
import picocli.CommandLine.Option;

/** The options for a site's own rules, remedies and templates. */
final class OwnData {

    @Option(names = "--rules", paramLabel = "FILE", description = "Rules of your own; they win over ours.")
    private List<Path> rules = List.of();

    @Option(names = "--remedies", paramLabel = "FILE", description = "Remedies of your own, or in place of ours.")
    private List<Path> remedies = List.of();

    @Option(
            names = "--templates",
            paramLabel = "FILE",
            description = "Templates of your own for reports in plain text; asked before ours.")
    private List<Path> templates = List.of();

    BounceParser parser() throws IOException {
        if (rules.isEmpty() && remedies.isEmpty() && templates.isEmpty()) {
            return BounceParser.standard();
        }
        BounceParserBuilder builder = BounceParser.builder();
        for (Path file : rules) {
            builder.rules(file);
        }
        for (Path file : remedies) {
            builder.remedies(file);
        }
        for (Path file : templates) {
            builder.templates(file);
        }
        return builder.build();
    }
}
