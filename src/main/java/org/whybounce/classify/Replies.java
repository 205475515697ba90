package org.whybounce.classify;

import java.util.ArrayList;
import java.util.List;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Reason;
import org.whybounce.text.DataFile;
import org.whybounce.text.DataFile.Field;
import org.whybounce.text.DataFile.Group;

/** A file of labelled replies: groups of a {@code Reason:} and any number of {@code Reply:}. */
final class Replies {

    private static final List<String> FIELDS = List.of("Reason", "Reply");

    private Replies() {}

    /**
     * Reads a file of replies.
     *
     * @param name its name, for messages
     * @param text its content
     * @return the replies as lessons, in their order
     * @throws DataFileException at the first thing that is wrong
     */
    static List<Weights.Lesson> parse(String name, String text) {
        List<Weights.Lesson> lessons = new ArrayList<>();
        for (Group group : DataFile.parse(name, text).groups()) {
            group.allowOnly(FIELDS);
            Reason reason = group.constant(Reason.class, group.required("Reason"));
            for (Field field : group.all("Reply")) {
                lessons.add(Weights.Lesson.of(field.value(), reason));
            }
        }
        return lessons;
    }
}
