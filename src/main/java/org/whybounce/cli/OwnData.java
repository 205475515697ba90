package org.whybounce.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.whybounce.BounceParser;
import org.whybounce.BounceParserBuilder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for a site's own rules, blocklists, remedies, templates and envelope senders. */
final class OwnData {

    @Option(names = "--rules", paramLabel = "FILE", description = "Rules of your own; they win over ours.")
    private List<Path> rules = List.of();

    @Option(names = "--blocklists", paramLabel = "FILE", description = "Blocklists of your own, or in place of ours.")
    private List<Path> blocklists = List.of();

    @Option(names = "--remedies", paramLabel = "FILE", description = "Remedies of your own, or in place of ours.")
    private List<Path> remedies = List.of();

    @Option(
            names = "--templates",
            paramLabel = "FILE",
            description = "Templates of your own for reports in plain text; asked before ours.")
    private List<Path> templates = List.of();

    @Option(
            names = "--verp",
            paramLabel = "PATTERN",
            description = "How the recipient stands in your envelope sender, to which bounces come back: "
                    + "bounces+{user}={domain}@example.net; * is anything, # a number or an id.")
    private List<String> verp = List.of();

    @Option(
            names = "--language",
            paramLabel = "TAG",
            defaultValue = "en",
            description = "The language of explanations and remedies; standard: ${DEFAULT-VALUE}.")
    private String language = "en";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    OwnData() {}

    BounceParser parser() throws IOException {
        Locale spoken = spoken();
        if (rules.isEmpty()
                && blocklists.isEmpty()
                && remedies.isEmpty()
                && templates.isEmpty()
                && verp.isEmpty()
                && spoken.equals(Locale.ENGLISH)) {
            return BounceParser.standard();
        }
        BounceParserBuilder builder = BounceParser.builder().language(spoken);
        for (Path file : rules) {
            builder.rules(file);
        }
        for (Path file : blocklists) {
            builder.blocklists(file);
        }
        for (Path file : remedies) {
            builder.remedies(file);
        }
        for (Path file : templates) {
            builder.templates(file);
        }
        for (String pattern : verp) {
            try {
                builder.verp(pattern);
            } catch (IllegalArgumentException problem) {
                throw new ParameterException(spec.commandLine(), "--verp: " + problem.getMessage(), problem);
            }
        }
        return builder.build();
    }

    private Locale spoken() {
        String wanted = Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
        return BounceParser.languages().stream()
                .filter(known -> known.getLanguage().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--language: no remedies in \"" + language + "\"; there are " + BounceParser.languages()));
    }
}
