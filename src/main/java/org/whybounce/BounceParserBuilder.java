package org.whybounce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.whybounce.classify.BlocklistCatalogue;
import org.whybounce.classify.Classifier;
import org.whybounce.classify.Rule;
import org.whybounce.classify.RuleFile;
import org.whybounce.classify.RuleProblems;
import org.whybounce.format.Formats;
import org.whybounce.model.Limits;
import org.whybounce.remedy.RemedyCatalogue;
import org.whybounce.text.DataFile;
import org.whybounce.text.Verp;

/**
 * Builds a {@link BounceParser} with rules, blocklists, remedies, templates and limits of your own, which are read before those of
 * the library. Not thread-safe; the parser it builds is.
 */
public final class BounceParserBuilder {

    private Limits limits = Limits.standard();
    private final List<RuleFile> rules = new ArrayList<>();
    private final List<BlocklistCatalogue> blocklists = new ArrayList<>();
    private final List<DataFile> remedies = new ArrayList<>();
    private final List<DataFile> templates = new ArrayList<>();
    private final List<Verp> schemes = new ArrayList<>();
    private Locale language = Locale.ENGLISH;

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
     * Adds a file of blocklists, in the fields of {@link BlocklistCatalogue}; a list with the name or a zone of one of
     * the library's takes its place. A list that a reply names by its zone or alias is the reason, where no rule's words
     * say more.
     *
     * @param file the file, in UTF-8
     * @return this builder
     * @throws IOException where it cannot be read
     * @throws org.whybounce.model.DataFileException where it is not in the syntax of data files
     */
    public BounceParserBuilder blocklists(Path file) throws IOException {
        blocklists.add(BlocklistCatalogue.parse(file.toString(), Files.readString(file)));
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
     * Tells how the recipient stands in the envelope sender (VERP), to which reports come back. What a scheme finds in
     * the report's own To, Delivered-To or X-Original-To is its recipient where the report names nobody, else its original
     * recipient. SRS, PRVS and BATV are undone first. Without a scheme, the forms in common use are looked for, such as
     * {@code bounces+user=example.org@lists.example.net}, and only where the report names nobody.
     *
     * @param pattern such as {@code bounces+*-{user}={domain}@lists.example.net}: {@code {user}} and {@code {domain}}
     *     are the recipient's, {@code *} is anything, {@code #} a number or a hexadecimal id
     * @return this builder
     * @throws IllegalArgumentException where the pattern lacks {@code {user}} or {@code {domain}} or cannot be read
     */
    public BounceParserBuilder verp(String pattern) {
        schemes.add(Verp.of(pattern));
        return this;
    }

    /**
     * Sets the language of the remedies, and of {@link BounceParser#labels()}.
     *
     * @param locale a locale of {@link BounceParser#languages()}; English where there is no such language, and for a
     *     remedy that is not translated. Standard: English
     * @return this builder
     */
    public BounceParserBuilder language(Locale locale) {
        this.language = locale;
        return this;
    }

    /**
     * Says what is wrong with the rules that were added: samples that another rule decides, phrases without a sample,
     * names that are taken, words that contradict or shadow those of another rule, remedies that nobody knows.
     *
     * @return the problems, one line each, with file and line; empty where there is none
     * @throws org.whybounce.model.DataFileException where a file of remedies cannot be used
     */
    public List<String> problems() {
        Classifier classifier = Classifier.of(rules, blocklists);
        List<Rule> own = rules.stream().flatMap(file -> file.rules().stream()).toList();
        List<String> problems = new ArrayList<>(RuleProblems.of(classifier, own));
        RemedyCatalogue catalogue = catalogue();
        own.forEach(rule -> rule.remedies().stream()
                .filter(code -> catalogue.find(code).isEmpty())
                .forEach(code -> problems.add(rule.origin() + ": " + rule.name() + ": no such Remedy: " + code)));
        return problems;
    }

    private RemedyCatalogue catalogue() {
        RemedyCatalogue catalogue = RemedyCatalogue.standard().inLanguage(language);
        return remedies.isEmpty() ? catalogue : catalogue.withFiles(remedies);
    }

    /**
     * Builds the parser.
     *
     * @return the parser
     * @throws org.whybounce.model.DataFileException where a file holds something that cannot be used; the message names
     *     file and line
     */
    public BounceParser build() {
        Formats formats = Formats.standard();
        formats = templates.isEmpty() ? formats : formats.withTemplates(templates);
        formats = schemes.isEmpty() ? formats : formats.withVerp(schemes);
        return new BounceParser(limits, formats, Classifier.of(rules, blocklists), catalogue());
    }
}
