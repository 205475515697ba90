package org.whybounce.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.whybounce.mime.BounceMessage;
import org.whybounce.text.DataFile;
import org.whybounce.text.ReturnedMessage;

/**
 * Reads the formats that are described by templates. All of them are sought in one pass over the lines; of those that
 * begin somewhere in a message, the first in file order that finds a recipient reads it.
 */
final class TemplateReader implements FormatReader {

    /** What a person would read of a report is far shorter; what follows is the returned message. */
    private static final int MAX_LINES = 400;

    private static final int NOWHERE = -1;

    private final String name;
    private final List<Template> templates;
    private final TemplateStarts starts;

    private final boolean unwraps;

    private TemplateReader(String name, List<Template> templates, boolean unwraps) {
        this.name = name;
        this.unwraps = unwraps;
        this.templates = List.copyOf(templates);
        this.starts = new TemplateStarts(templates);
    }

    /**
     * A reader of our own templates.
     *
     * @param file the name of the file beside this class
     * @return the reader
     */
    static TemplateReader ofResource(String file) {
        try (InputStream in = TemplateReader.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no template file " + file);
            }
            return of(DataFile.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A reader of the templates of a file.
     *
     * @param file the file
     * @return the reader
     * @throws org.whybounce.model.DataFileException where a template cannot be used
     */
    static TemplateReader of(DataFile file) {
        return new TemplateReader(
                file.name(), file.groups().stream().map(Template::of).toList(), false);
    }

    /** {@return a reader of the same templates for reports whose lines a relay has wrapped} */
    TemplateReader unwrapping() {
        return new TemplateReader(name + " (unwrapped)", templates, true);
    }

    @Override
    public String name() {
        return name;
    }

    /** {@return the templates in their order} */
    List<Template> templates() {
        return templates;
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        return decide(message).map(Decision::reading);
    }

    /** What a template that fits has found. */
    record Decision(Template template, Reading reading) {}

    Optional<Decision> decide(BounceMessage message) {
        if (unwraps && !BounceSigns.byServer(message)) {
            return Optional.empty();
        }
        String text = Line.unfolded(message.text());
        text = unwraps ? Line.unwrapped(text) : text;
        List<Line> lines = text.lines().limit(MAX_LINES).map(Line::of).toList();
        int end = NOWHERE;
        int[] starts = this.starts.in(lines);
        for (int i = 0; i < starts.length; i++) {
            Template template = templates.get(i);
            if (starts[i] == TemplateStarts.NOWHERE || !template.allows(message) || !template.fits(lines)) {
                continue;
            }
            // A template that asks for a header field knows whose mail it is.
            if (template.conditions().isEmpty() && !Gate.open(message, lines, starts[i])) {
                continue;
            }
            end = end == NOWHERE ? reportLines(text) : end;
            Optional<Reading> reading = new TemplateWalk(template, message, lines, end).read(starts[i]);
            if (reading.isPresent()) {
                return Optional.of(new Decision(template, reading.get()));
            }
        }
        return Optional.empty();
    }

    private static int reportLines(String text) {
        return (int) ReturnedMessage.in(text).report().lines().count();
    }
}
