package org.whybounce.classify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A step of the build: learns from all samples and replies what {@link Resemblance} then knows. */
public final class Teaching {

    private static final int ROUNDS = 40;

    private Teaching() {}

    /**
     * Writes the weights.
     *
     * @param arguments the directory of {@code .replies} files, and the file to write
     * @throws IOException where a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        List<Weights.Lesson> lessons = new ArrayList<>();
        for (RuleFile file : Resources.ruleFiles()) {
            lessons.addAll(Resemblance.lessons(file.rules()));
        }
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.sorted().toList()) {
                lessons.addAll(Replies.parse(file.getFileName().toString(), Files.readString(file)));
            }
        }
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
            Weights.learnt(lessons, ROUNDS).write(out);
        }
    }
}
