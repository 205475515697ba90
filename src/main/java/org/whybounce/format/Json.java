package org.whybounce.format;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whybounce.model.OriginalMessage;

/** JSON as it stands in mail: with text behind it, folded by a mailer, of an unexpected shape. Nothing here throws. */
final class Json {

    private Json() {}

    /**
     * Reads the value that a text begins with.
     *
     * @param text any text
     * @return the objects at its top, those of an array each; empty where it does not begin with JSON
     */
    static List<JsonObject> objectsIn(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return List.of();
        }
        // A line break cannot stand in a JSON string: a mailer has put it there, with a blank of its own behind it.
        String unfolded = start.replace("\r", "").replace("\n ", "").replace("\n", "");
        JsonReader reader = new JsonReader(new StringReader(unfolded));
        reader.setStrictness(Strictness.LENIENT);
        try {
            return objects(JsonParser.parseReader(reader));
        } catch (JsonParseException | IllegalStateException e) {
            return List.of();
        }
    }

    private static List<JsonObject> objects(JsonElement element) {
        if (element.isJsonObject()) {
            return List.of(element.getAsJsonObject());
        }
        List<JsonObject> objects = new ArrayList<>();
        if (element.isJsonArray()) {
            JsonArray array = element.getAsJsonArray();
            array.forEach(item -> {
                if (item.isJsonObject()) {
                    objects.add(item.getAsJsonObject());
                }
            });
        }
        return objects;
    }

    /**
     * Finds a value.
     *
     * @param object where to look
     * @param path names joined by dots, such as {@code mail.commonHeaders}
     * @return the value, empty where there is none or it is null
     */
    static Optional<JsonElement> at(JsonObject object, String path) {
        JsonElement found = object;
        for (String name : path.split("\\.")) {
            if (!found.isJsonObject() || !found.getAsJsonObject().has(name)) {
                return Optional.empty();
            }
            found = found.getAsJsonObject().get(name);
        }
        return found.isJsonNull() ? Optional.empty() : Optional.of(found);
    }

    /** {@return the first text that one of some paths leads to and that is not blank} */
    static Optional<String> text(JsonObject object, String... paths) {
        for (String path : paths) {
            Optional<String> text = texts(object, path).stream().findFirst();
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** {@return the text at a path, or the texts of the array there, blank ones left out} */
    static List<String> texts(JsonObject object, String path) {
        List<String> texts = new ArrayList<>();
        at(object, path).ifPresent(found -> {
            Iterable<JsonElement> items = found.isJsonArray() ? found.getAsJsonArray() : List.of(found);
            for (JsonElement item : items) {
                if (item.isJsonPrimitive() && !item.getAsString().isBlank()) {
                    texts.add(item.getAsString());
                }
            }
        });
        return texts;
    }

    /** {@return the objects of the array at a path, or the object there} */
    static List<JsonObject> objects(JsonObject object, String path) {
        return at(object, path).map(Json::objects).orElse(List.of());
    }

    /**
     * The original that a notification quotes.
     *
     * @param headers an object whose names are those of header fields, in any letter case
     * @return the original, empty where there is no field
     */
    static Optional<OriginalMessage> original(Optional<JsonElement> headers) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        headers.filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .ifPresent(object -> {
                    for (String name : object.keySet()) {
                        List<String> values = texts(object, name);
                        if (!values.isEmpty()) {
                            fields.put(fieldName(name), values);
                        }
                    }
                });
        return fields.isEmpty() ? Optional.empty() : Optional.of(new OriginalMessage(fields));
    }

    // messageId, Message-Id and returnPath alike
    private static String fieldName(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
