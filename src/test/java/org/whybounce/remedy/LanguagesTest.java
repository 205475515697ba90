package org.whybounce.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.whybounce.BounceParser;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Labels;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Phrase;
import org.whybounce.model.Reason;
import org.whybounce.model.Refusal;
import org.whybounce.model.Remedy;
import org.whybounce.model.RemedyCode;
import org.whybounce.output.Explanation;
import org.whybounce.text.DataFile;

/** What is told in other languages is what is told in English. */
class LanguagesTest {

    private static final RemedyCatalogue ENGLISH = RemedyCatalogue.standard();

    static Stream<Locale> languages() {
        return RemedyCatalogue.languages().stream().skip(1);
    }

    private static List<Remedy> translated(Locale language) {
        return ENGLISH.inLanguage(language).all().stream()
                .filter(remedy -> remedy.labels().language().equals(language))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aTranslationHasTheStepsOfTheEnglishRemedy(Locale language) {
        List<Remedy> all = translated(language);
        // Those that this issue is about are never left out.
        assertThat(all).extracting(remedy -> remedy.code().value()).contains("HELO-SET-FQDN");
        for (Remedy remedy : all) {
            Remedy english = ENGLISH.find(remedy.code()).orElseThrow();
            String name = language + " " + remedy.code();
            assertThat(remedy.audience()).as(name).isEqualTo(english.audience());
            assertThat(remedy.links()).as(name).isEqualTo(english.links());
            assertThat(remedy.summary()).as(name).isNotEqualTo(english.summary());
            assertThat(remedy.steps()).as(name).hasSameSizeAs(english.steps()).noneMatch(String::isBlank);
            assertThat(remedy.ifItFails()).as(name).hasSameSizeAs(english.ifItFails());
            assertThat(remedy.guides().stream().map(guide -> guide.steps().size()))
                    .as(name)
                    .containsExactlyElementsOf(english.guides().stream()
                            .map(guide -> guide.steps().size())
                            .toList());
        }
        System.out.println("Remedies in " + language.getDisplayLanguage(Locale.ENGLISH) + ": " + all.size() + " of "
                + ENGLISH.all().size());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aTranslationSpeaksOfTheSameFactsAndRemedies(Locale language) {
        Map<RemedyCode, String> own = texts(language);
        Map<RemedyCode, String> english = texts(Locale.ENGLISH);
        own.forEach((code, text) -> {
            assertThat(Blanks.in(text)).as(language + " " + code).hasSameElementsAs(Blanks.in(english.get(code)));
            assertThat(codes(text)).as(language + " " + code).hasSameElementsAs(codes(english.get(code)));
            assertThat(text).as(language + " " + code).doesNotContain("\n…");
        });
    }

    private static List<String> codes(String text) {
        return ENGLISH.all().stream()
                .map(remedy -> remedy.code().value())
                .filter(code -> text.matches("(?s).*(?<![A-Z-])" + code + "(?![A-Z-]).*"))
                .toList();
    }

    /** Every remedy of the language's own files, its blanks still words in braces. */
    private static Map<RemedyCode, String> texts(Locale language) {
        Map<RemedyCode, String> texts = new TreeMap<>();
        for (String name : RemedyCatalogue.FILES) {
            Map<RemedyCode, Remedy> english = RemedyFile.read(
                            Resources.file(name), ENGLISH.all().get(0).labels())
                    .remedies();
            Map<RemedyCode, Remedy> found = language.equals(Locale.ENGLISH)
                    ? english
                    : Resources.find(language.getLanguage() + "/" + name)
                            .map(file -> Translation.read(file, english))
                            .orElse(Map.of());
            found.forEach((code, remedy) -> texts.put(
                    code,
                    Stream.of(
                                    remedy.steps().stream(),
                                    remedy.guides().stream().flatMap(guide -> guide.steps().stream()),
                                    remedy.ifItFails().stream())
                            .flatMap(part -> part)
                            .collect(Collectors.joining("\n"))));
        }
        return texts;
    }

    @Test
    void aBounceIsExplainedInGermanWithItsFacts() {
        Remedy remedy = ENGLISH.inLanguage(Locale.GERMANY)
                .find(new RemedyCode("RDNS-SET-PTR"), Facts.of(Refusal.of("550 [192.0.2.10] has no PTR")))
                .orElseThrow();

        assertThat(remedy.labels().who(remedy.audience()))
                .isEqualTo("der Mail-Administrator oder Provider des Absenders");
        assertThat(String.join("\n", remedy.steps()))
                .contains("dig +short -x 192.0.2.10", "von 192.0.2.10 auf <Name Ihres Mailservers>:");
    }

    @Test
    void whatIsNotTranslatedAndWhatIsASitesOwnStaysAsItIs() {
        RemedyCatalogue german = ENGLISH.withFiles(List.of(DataFile.parse(
                        "site.remedies",
                        "Remedy: HELO-SET-FQDN\nAudience: sender\nRetry: no\nSummary: Ours.\nStep: Do.\n")))
                .inLanguage(Locale.GERMAN);

        assertThat(german.find(new RemedyCode("HELO-SET-FQDN")).orElseThrow().summary())
                .isEqualTo("Ours.");
        assertThat(ENGLISH.inLanguage(Locale.forLanguageTag("tlh"))).isSameAs(ENGLISH);
    }

    @Test
    void aTranslationThatLostAStepIsRefused() {
        Map<RemedyCode, Remedy> english = RemedyFile.read(
                        DataFile.parse(
                                "a",
                                "Remedy: X-Y\nAudience: sender\nRetry: no\nSummary: S.\nStep: One:\n    code\n"
                                        + "Step: Two.\n"),
                        ENGLISH.all().get(0).labels())
                .remedies();

        assertThatThrownBy(() ->
                        Translation.read(DataFile.parse("b", "Remedy: X-Y\nSummary: S.\nStep: Eins:\n …\n"), english))
                .isInstanceOf(DataFileException.class)
                .hasMessage("b:1: X-Y has 1 of steps, in English 2");
        assertThat(Translation.read(
                                DataFile.parse("b", "Remedy: X-Y\nSummary: S.\nStep: Eins:\n …\nStep: Zwei.\n"),
                                english)
                        .get(new RemedyCode("X-Y"))
                        .steps())
                .containsExactly("Eins:\n   code", "Zwei.");
    }

    @Test
    void englishIsSaidAsThePhrasesAndTheReasonsSayIt() {
        Labels english = ENGLISH.labels();
        assertThat(english.say(Phrase.SAID)).isEqualTo("Said");
        assertThat(english.meaning(Reason.NULL_MX)).isEqualTo(Reason.NULL_MX.meaning());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLabelAndEveryReasonIsTranslated(Locale language) {
        Labels labels = ENGLISH.inLanguage(language).labels();
        assertThat(labels.language()).isEqualTo(language);
        assertThat(labels.phrases()).containsOnlyKeys(Phrase.values());
        assertThat(labels.meanings()).containsOnlyKeys(Reason.values());
        labels.phrases().forEach((phrase, words) -> {
            // Single words may be the same; no sentence is.
            if (phrase.english().contains(" ") && !phrase.english().startsWith("{")) {
                assertThat(words).as(language + " " + phrase).isNotEqualTo(phrase.english());
            }
        });
        labels.meanings().forEach((reason, words) -> {
            assertThat(words).as(language + " " + reason).isNotEqualTo(reason.meaning());
            assertThat(quoted(words)).as(language + " " + reason).isEqualTo(quoted(reason.meaning()));
            assertThat(words).as(language + " " + reason).endsWith(language.equals(Locale.JAPANESE) ? "。" : ".");
        });
    }

    /** What servers say, and the names of other reasons, are the same in every language. */
    private static List<String> quoted(String sentence) {
        return Pattern.compile("(?<![\\p{L}\\d])'[^']+'|[A-Z]+_[A-Z_]+|alsoMatched|RFC ?\\d+")
                .matcher(sentence.replace("(a PC's name", "(").replace("Users' complaints", ""))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aBounceIsExplainedWithoutAnEnglishLabel(Locale language) throws IOException {
        BounceParser parser = BounceParser.builder().language(language).build();
        Labels labels = parser.labels();
        List<String> english = Stream.concat(
                        Arrays.stream(Phrase.values())
                                .filter(phrase -> phrase.english().indexOf('{') < 0)
                                .filter(phrase -> !phrase.english().equals(labels.say(phrase)))
                                .map(Phrase::english),
                        Stream.of("Who acts", "If that does not help", "Read on", "Confidence", "Also matched"))
                .toList();
        Pattern label = Pattern.compile(english.stream()
                .filter(words -> !words.startsWith("(") && !words.contains("\""))
                .map(words -> words + ":")
                .collect(Collectors.joining("|", "(?m)^(?:", ")")));
        List<String> sentences = Stream.concat(
                        english.stream().filter(words -> words.contains(" ") && !words.startsWith("The ")),
                        Arrays.stream(Reason.values()).map(Reason::meaning))
                .map(LanguagesTest::squeezed)
                .toList();
        for (Path sample : samples()) {
            ParseResult result = parser.parse(sample);
            for (String text : List.of(
                    Explanation.of("m", result, parser::remedy, labels),
                    Explanation.inFull("m", result, parser::remedy, labels))) {
                assertThat(text).as(language + " " + sample).doesNotContainPattern(label);
                assertThat(squeezed(text))
                        .as(language + " " + sample)
                        .doesNotContain(sentences)
                        .doesNotContainPattern("\\{[a-z]+}");
            }
        }
    }

    /** Without the ends of lines, which the layout adds. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void germanIsGermanFromTheFirstLineToTheLast() throws IOException {
        BounceParser parser = BounceParser.builder().language(Locale.GERMAN).build();
        ParseResult result = parser.parse(Path.of("samples/messages/helo-invalid-own-server.eml"));
        assertThat(Explanation.of("m", result, parser::remedy))
                .isEqualTo(Explanation.of("m", result, parser::remedy, parser.labels()))
                .startsWith("m: ein Unzustellbarkeitsbericht; die Mail konnte 1 Empfänger nicht zugestellt\nwerden.\n"
                        + "Mail:        \"Quotation 2026-118\" vom 17/11/2026 09:14\n\n"
                        + "An:          purchasing@example.net\n"
                        + "Antwort:     550 Access denied")
                .contains("\nWer handelt: der Absender; ", "Sicherheit 0.95. Auch passend:", "\nWo das nicht passt:\n");
    }

    /** The German labels with a change, read as if they were in a file a. */
    private static Labels german(String from, String to) {
        DataFile.Group group = Resources.file("de/labels.data").groups().get(0);
        String text = group.fields().stream()
                .map(field -> field.name() + ": " + field.folded())
                .collect(Collectors.joining("\n"));
        assertThat(text).contains(from);
        return Language.read(DataFile.parse("a", text.replace(from, to)), Map.of())
                .labels();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vom {date}       | vom {day}     | a:\\d+: Of has nothing called \\{day}",
                "vom {date}       | gestern       | a:\\d+: Of needs \\{date}",
                "Because: Beleg   | Becaus: Beleg | a:1: Labels needs a field Because",
                "Because: Beleg   | Because:      | a:\\d+: Because says nothing",
                "Because: Beleg   | Because: Beleg\\nProof: Beleg | a:\\d+: unknown field Proof.*",
            })
    void labelsThatLackOrAddSomethingAreRefused(String from, String to, String problem) {
        assertThatThrownBy(() -> german(from, to.replace("\\n", "\n")))
                .isInstanceOf(DataFileException.class)
                .message()
                .matches("(?s)" + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Reason: NULL_MX\\nIs: A.\\n\\nReason: NULL_MX\\nIs: B. | a:4: NULL_MX stands twice in this file",
                "Reason: NULL_MY\\nIs: A. | a:1: unknown Reason \"NULL_MY\"; did you mean NULL_MX?",
                "Reason: NULL_MX\\nAre: A. | a:2: unknown field Are.*",
                "Reason: NULL_MX | a:1: Reason needs a field Is",
                "Reason: NULL_MX\\nIs: A. | a:1: no sentence for HELO_INVALID",
            })
    void reasonsThatAreMissingOrUnknownAreRefused(String file, String problem) {
        assertThatThrownBy(() -> Language.meanings(DataFile.parse("a", file.replace("\\n", "\n"))))
                .isInstanceOf(DataFileException.class)
                .message()
                .matches("(?s)" + problem.replace("?", "\\?"));
    }
}
