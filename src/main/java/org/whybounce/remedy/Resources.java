package org.whybounce.remedy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.whybounce.text.DataFile;

/** The data files that come with the library. */
final class Resources {

    private Resources() {}

    static DataFile file(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("the library lacks its own file " + name));
    }

    static Optional<DataFile> find(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(DataFile.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
