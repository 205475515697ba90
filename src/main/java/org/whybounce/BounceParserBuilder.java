package org.whybounce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.whybounce.classify.Classifier;
import org.whybounce.classify.RuleFile;
import org.whybounce.format.Formats;
import org.whybounce.model.Limits;
import org.whybounce.remedy.RemedyCatalogue;
import org.whybounce.text.DataFile;

/**
 * Builds a {@link BounceParser} with rules, remedies, templates and limits of your own, which are read before those of
 * the library. Not thread-safe; the parser it builds is.
 */
public final class BounceParserBuilder {

    private Limits limits = Limits.standard();
    private final List<RuleFile> rules = new ArrayList<>();
    private final List<DataFile> remedies = new ArrayList<>();
    private final List<DataFile> templates = new ArrayList<>();

    BounceParserBuilder() {}

    /**
     * Sets the limits on what is read of a message.
     *
     * @param limits the limits; standard: {@link Limits#standard()}
     * @return this builder
     */
    public BounceParserBuilder limits(Limits limits) {
        this.limits = limits;
        return this;
    }

    /**
     * Adds a file of rules, which win over the library's.
     *
     * @param file the file, in UTF-8
     * @return this builder
     * @throws IOException where it cannot be read
     * @throws org.whybounce.model.DataFileException where it is not in the syntax of data files
     */
    public BounceParserBuilder rules(Path file) throws IOException {
        rules.add(RuleFile.parse(file.toString(), Files.readString(file)));
        return this;
    }

    /**
     * Adds a file of remedies; one with the code of a library's remedy replaces it.
     *
     * @param file the file, in UTF-8
     * @return this builder
     * @throws IOException where it cannot be read
     * @throws org.whybounce.model.DataFileException where it is not in the syntax of data files
     */
    public BounceParserBuilder remedies(Path file) throws IOException {
        remedies.add(DataFile.parse(file.toString(), Files.readString(file)));
        return this;
    }

    /**
     * Adds a file of templates, each of which describes a report in plain text. They are asked before every reader of
     * the library, in the order given; {@code servers.templates} beside {@code org.whybounce.format} explains the
     * fields.
     *
     * @param file the file, in UTF-8
     * @return this builder
     * @throws IOException where it cannot be read
     * @throws org.whybounce.model.DataFileException where it is not in the syntax of data files
     */
    public BounceParserBuilder templates(Path file) throws IOException {
        templates.add(DataFile.parse(file.toString(), Files.readString(file)));
        return this;
    }

    /**
     * Builds the parser.
     *
     * @return the parser
     * @throws org.whybounce.model.DataFileException where a file holds something that cannot be used; the message names
     *     file and line
     */
    public BounceParser build() {
        Classifier classifier = Classifier.standard();
        RemedyCatalogue catalogue = RemedyCatalogue.standard();
        return new BounceParser(
                limits,
                Formats.standard().withTemplates(templates),
                rules.isEmpty() ? classifier : classifier.withRules(rules),
                remedies.isEmpty() ? catalogue : catalogue.withFiles(remedies));
    }
}
