package org.whybounce.remedy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Reason;
import org.whybounce.model.Remedy;
import org.whybounce.model.RemedyCode;
import org.whybounce.text.DataFile;

/**
 * Everything a person can do, by its code, and what is likeliest to help for each reason. Immutable and thread-safe.
 *
 * <pre>{@code
 * RemedyCatalogue catalogue = RemedyCatalogue.standard();
 * Remedy remedy = catalogue.forReason(Reason.SPF_FAILED);
 * }</pre>
 */
public final class RemedyCatalogue {

    /** Our own files, in the order in which a person reads the list; the jar cannot be asked what is in it. */
    private static final List<String> FILES = List.of(
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

    private static final RemedyCatalogue STANDARD =
            of(FILES.stream().map(RemedyCatalogue::resource).toList());

    private final Map<RemedyCode, Remedy> remedies;
    private final Map<Reason, RemedyFile.Cures> cures;
    private final List<DataFile> files;

    private RemedyCatalogue(
            Map<RemedyCode, Remedy> remedies, Map<Reason, RemedyFile.Cures> cures, List<DataFile> files) {
        this.remedies = remedies;
        this.cures = cures;
        this.files = files;
    }

    /** {@return the catalogue that comes with the library} */
    public static RemedyCatalogue standard() {
        return STANDARD;
    }

    /**
     * A catalogue in which a site's own remedies, and its own choice for a reason, stand before these.
     *
     * @param own the site's files; the first of two groups for one code or one reason counts
     * @return a new catalogue
     * @throws DataFileException where a file cannot be used; the message names its line
     */
    public RemedyCatalogue withFiles(List<DataFile> own) {
        List<DataFile> all = new ArrayList<>(own);
        all.addAll(files);
        return of(all);
    }

    /**
     * Looks up a remedy.
     *
     * @param code its name
     * @return the remedy, empty where there is none of that name
     */
    public Optional<Remedy> find(RemedyCode code) {
        return Optional.ofNullable(remedies.get(code));
    }

    /**
     * What is likeliest to help where nothing but the reason is known.
     *
     * @param reason why the mail came back
     * @return a remedy; every reason has one
     */
    public Remedy forReason(Reason reason) {
        return remedies.get(cures.get(reason).first());
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
        return List.copyOf(remedies.values());
    }

    private static RemedyCatalogue of(List<DataFile> files) {
        Map<RemedyCode, Remedy> remedies = new LinkedHashMap<>();
        Map<Reason, RemedyFile.Cures> cures = new EnumMap<>(Reason.class);
        for (DataFile data : files) {
            RemedyFile file = RemedyFile.read(data);
            file.remedies().forEach(remedies::putIfAbsent);
            file.cures().forEach(cures::putIfAbsent);
        }
        cures.values().forEach(cure -> cure.check(remedies.keySet()));
        for (Reason reason : Reason.values()) {
            if (!cures.containsKey(reason)) {
                throw new DataFileException(files.get(files.size() - 1).name(), 1, "no remedy for " + reason);
            }
        }
        return new RemedyCatalogue(remedies, cures, List.copyOf(files));
    }

    private static DataFile resource(String name) {
        try (InputStream in = RemedyCatalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the library lacks its own file " + name);
            }
            return DataFile.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
