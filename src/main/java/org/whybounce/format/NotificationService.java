package org.whybounce.format;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whybounce.model.Action;
import org.whybounce.text.DataFile;

/** Where a mail service puts what in the events that it posts: one group of {@code notifications.data}. */
record NotificationService(DataFile.Group places, DataFile.Group words) {

    private static final String FILE = "notifications.data";

    /** {@return the services in the order in which they are asked} */
    static List<NotificationService> all() {
        try (InputStream stream = NotificationService.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("not in the program: " + FILE);
            }
            List<DataFile.Group> groups = DataFile.parse(
                            FILE, new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .groups();
            DataFile.Group words = groups.get(0);
            return groups.stream()
                    .skip(1)
                    .map(places -> new NotificationService(places, words))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the name of its format} */
    String name() {
        return places.required("Service").folded() + "-json";
    }

    boolean wrote(JsonObject posted) {
        return !firstPath(posted, "Marks").isEmpty() && (action(posted).isPresent() || isComplaint(posted));
    }

    /** {@return what became of the message, empty where the event is about something else} */
    Optional<Action> action(JsonObject posted) {
        return is(posted, "Failed")
                ? Optional.of(Action.FAILED)
                : is(posted, "Delayed")
                        ? Optional.of(Action.DELAYED)
                        : is(posted, "Delivered") ? Optional.of(Action.DELIVERED) : Optional.empty();
    }

    boolean isComplaint(JsonObject posted) {
        return is(posted, "Complaint");
    }

    private boolean is(JsonObject posted, String outcome) {
        DataFile.Group group = places.optional("Failed").isPresent() ? places : words;
        String event = text(posted, "Event").orElse("").toLowerCase(Locale.ROOT);
        return group.optional(outcome)
                .filter(field -> List.of(field.folded().split(" ")).contains(event))
                .isPresent();
    }

    /** {@return the text at the first of the places that a field names} */
    Optional<String> text(JsonObject posted, String field) {
        return Json.text(posted, paths(field));
    }

    /** {@return the first of the places that a field names where there is something, or nothing} */
    String firstPath(JsonObject posted, String field) {
        for (String path : paths(field)) {
            if (Json.at(posted, path).isPresent()) {
                return path;
            }
        }
        return "";
    }

    private String[] paths(String field) {
        return places.optional(field).map(found -> found.folded().split(" ")).orElse(new String[0]);
    }
}
