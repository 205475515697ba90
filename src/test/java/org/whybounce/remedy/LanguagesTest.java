package org.whybounce.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Refusal;
import org.whybounce.model.Remedy;
import org.whybounce.model.RemedyCode;
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
}
