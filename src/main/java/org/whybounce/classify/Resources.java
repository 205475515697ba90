package org.whybounce.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The data that comes with the program: the rule files in the order of their index, the lists, the registry. */
final class Resources {

    private interface Reading<T> {
        T of(InputStream stream) throws IOException;
    }

    private static final String INDEX = "rules.index";

    private static final WordClasses WORDS = WordClasses.parse("words.data", text("words.data"));

    private Resources() {}

    static WordClasses words() {
        return WORDS;
    }

    static List<RuleFile> ruleFiles() {
        List<RuleFile> files = new ArrayList<>();
        for (String line : text(INDEX).split("\\R")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                files.add(RuleFile.parse(line.strip(), text(line.strip())));
            }
        }
        return files;
    }

    static BlocklistCatalogue blocklists() {
        return BlocklistCatalogue.parse("blocklists.data", text("blocklists.data"));
    }

    static StatusRegistry statusRegistry() {
        return StatusRegistry.parse("status.registry", text("status.registry"));
    }

    static SideRemedies sides() {
        return SideRemedies.parse("sides.data", text("sides.data"));
    }

    /** What the build has learnt from samples and replies; see {@link Teaching}. */
    static Weights weights() {
        return read("resemblance.weights", Weights::read);
    }

    private static String text(String name) {
        return read(name, stream -> new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }

    private static <T> T read(String name, Reading<T> reading) {
        try (InputStream stream = Resources.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("not in the program: " + name);
            }
            return reading.of(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
