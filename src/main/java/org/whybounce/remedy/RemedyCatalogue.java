package org.whybounce.remedy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Labels;
import org.whybounce.model.Reason;
import org.whybounce.model.Remedy;
import org.whybounce.model.RemedyCode;
import org.whybounce.text.DataFile;

/**
 * Everything a person can do, by its code, and what is likeliest to help for each reason. Immutable and thread-safe.
 *
 * <pre>{@code
 * RemedyCatalogue catalogue = RemedyCatalogue.standard();
 * Optional<Remedy> remedy = catalogue.find(catalogue.forReason(Reason.SPF_FAILED), Facts.of(refusal));
 * }</pre>
 */
public final class RemedyCatalogue {

    /** Our own files, in the order in which a person reads the list; the jar cannot be asked what is in it. */
    static final List<String> FILES = List.of(
            "helo.remedies",
            "auth.remedies",
            "enable-smtp-auth.remedies",
            "spam.remedies",
            "rate.remedies",
            "recipient.remedies",
            "domain.remedies",
            "message.remedies",
            "transport.remedies",
            "reasons.remedies");

    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.forLanguageTag("es"),
            Locale.forLanguageTag("pt"),
            Locale.JAPANESE);
    private static final Language ENGLISH = Language.in("");
    private static final RemedyCatalogue STANDARD = of(List.of(), Locale.ENGLISH);

    /** A remedy before its blanks are filled, and the language of its words. */
    private record Entry(Remedy remedy, Language language) {

        Remedy filled(Facts facts) {
            return Blanks.fill(remedy, facts, language);
        }
    }

    private final Map<RemedyCode, Entry> remedies;
    private final Map<Reason, RemedyFile.Cures> cures;
    private final List<DataFile> own;
    private final Locale locale;
    private final Labels labels;

    private RemedyCatalogue(
            Map<RemedyCode, Entry> remedies,
            Map<Reason, RemedyFile.Cures> cures,
            List<DataFile> own,
            Locale locale,
            Labels labels) {
        this.remedies = remedies;
        this.cures = cures;
        this.own = own;
        this.locale = locale;
        this.labels = labels;
    }

    /** {@return the catalogue that comes with the library, in English} */
    public static RemedyCatalogue standard() {
        return STANDARD;
    }

    /** {@return the languages in which there are remedies, English first} */
    public static List<Locale> languages() {
        return LANGUAGES;
    }

    /**
     * A catalogue in which a site's own remedies, and its own choice for a reason, stand before these.
     *
     * @param files the site's files; the first of two groups for one code or one reason counts
     * @return a new catalogue
     * @throws DataFileException where a file cannot be used; the message names its line
     */
    public RemedyCatalogue withFiles(List<DataFile> files) {
        List<DataFile> all = new ArrayList<>(files);
        all.addAll(own);
        return of(all, locale);
    }

    /**
     * The same catalogue in another language. A remedy that is not translated, or a site's own, stays as it is.
     *
     * @param wanted the language; English where there is none of it
     * @return a catalogue
     */
    public RemedyCatalogue inLanguage(Locale wanted) {
        Locale found = LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        return found.equals(locale) ? this : of(own, found);
    }

    /** {@return what stands around the remedies, in the language of this catalogue} */
    public Labels labels() {
        return labels;
    }

    /**
     * Looks up a remedy.
     *
     * @param code its name
     * @return the remedy, its blanks empty; nothing where there is none of that name
     */
    public Optional<Remedy> find(RemedyCode code) {
        return find(code, Facts.none());
    }

    /**
     * Looks up a remedy and fills it in.
     *
     * @param code its name
     * @param facts what the bounce tells
     * @return the remedy, empty where there is none of that name
     */
    public Optional<Remedy> find(RemedyCode code, Facts facts) {
        return Optional.ofNullable(remedies.get(code)).map(entry -> entry.filled(facts));
    }

    /**
     * What is likeliest to help where nothing but the reason is known.
     *
     * @param reason why the mail came back
     * @return the code of a remedy; every reason has one
     */
    public RemedyCode forReason(Reason reason) {
        return cures.get(reason).first();
    }

    /**
     * What else may help where nothing but the reason is known.
     *
     * @param reason why the mail came back
     * @return further codes in order of likelihood, without the one of {@link #forReason}; may be empty
     */
    public List<RemedyCode> others(Reason reason) {
        return cures.get(reason).also();
    }

    /** {@return every remedy, in the order of the files} */
    public List<Remedy> all() {
        return remedies.values().stream()
                .map(entry -> entry.filled(Facts.none()))
                .toList();
    }

    private static RemedyCatalogue of(List<DataFile> own, Locale locale) {
        String folder = locale.equals(Locale.ENGLISH) ? "" : locale.getLanguage() + "/";
        Language language = folder.isEmpty() ? ENGLISH : Language.in(folder);
        Map<RemedyCode, Entry> remedies = new LinkedHashMap<>();
        Map<Reason, RemedyFile.Cures> cures = new EnumMap<>(Reason.class);
        for (DataFile data : own) {
            RemedyFile file = RemedyFile.read(data, language.labels());
            file.remedies().forEach((code, remedy) -> remedies.putIfAbsent(code, new Entry(remedy, language)));
            file.cures().forEach(cures::putIfAbsent);
        }
        for (String name : FILES) {
            RemedyFile file = RemedyFile.read(Resources.file(name), ENGLISH.labels());
            Map<RemedyCode, Remedy> translated = folder.isEmpty()
                    ? Map.of()
                    : Resources.find(folder + name)
                            .map(data -> Translation.read(data, file.remedies()))
                            .orElse(Map.of());
            file.remedies().forEach((code, english) -> {
                Remedy remedy = translated.get(code);
                remedies.putIfAbsent(code, remedy == null ? new Entry(english, ENGLISH) : new Entry(remedy, language));
            });
            file.cures().forEach(cures::putIfAbsent);
        }
        cures.values().forEach(cure -> cure.check(remedies.keySet()));
        for (Reason reason : Reason.values()) {
            if (!cures.containsKey(reason)) {
                throw new DataFileException("reasons.remedies", 1, "no remedy for " + reason);
            }
        }
        return new RemedyCatalogue(remedies, cures, List.copyOf(own), locale, language.labels());
    }
}
