package org.whybounce.classify;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.whybounce.model.Refusal;

/**
 * For whoever writes rules: without arguments all that is wrong with the rule files; with {@code say TEXT…} what is
 * made of a text; with {@code lines FILE} one JSON object for each labelled line of the file.
 */
public final class RuleCheck {

    private RuleCheck() {}

    /**
     * Runs it.
     *
     * @param arguments see above
     * @throws IOException where the file cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Classifier classifier = Classifier.standard();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 0) {
            List<String> problems = RuleProblems.of(classifier, classifier.rules());
            problems.forEach(out::println);
            out.println(classifier.rules().size() + " rules, " + problems.size() + " problems");
            System.exit(problems.isEmpty() ? 0 : 1);
        } else if (arguments[0].equals("say")) {
            for (int i = 1; i < arguments.length; i++) {
                out.println(classifier.classify(Refusal.of(arguments[i])));
            }
        } else {
            for (String line : Files.readAllLines(Path.of(arguments[1]))) {
                out.println(line(classifier, line));
            }
        }
    }

    private static String line(Classifier classifier, String line) {
        Gson gson = new GsonBuilder().disableHtmlEscaping().create();
        JsonObject input = gson.fromJson(line, JsonObject.class);
        Finding finding = classifier.classify(Refusal.of(input.get("text").getAsString()));
        JsonObject verdict = new JsonObject();
        verdict.addProperty("category", finding.reason().category().name());
        verdict.addProperty("reason", finding.reason().name());
        verdict.addProperty("permanence", finding.permanence().name().toLowerCase(Locale.ROOT));
        verdict.addProperty("suppress", finding.suppress());
        verdict.addProperty("confidence", finding.confidence());
        verdict.add(
                "remedies",
                gson.toJsonTree(
                        finding.remedies().stream().map(Object::toString).toList()));
        finding.retryAfter().ifPresent(after -> verdict.addProperty("retryAfterSeconds", after.toSeconds()));
        finding.blocklist().ifPresent(listing -> {
            JsonObject blocklist = new JsonObject();
            blocklist.addProperty("name", listing.name());
            listing.listed().ifPresent(listed -> blocklist.addProperty("listed", listed));
            listing.lookupUrl().ifPresent(url -> blocklist.addProperty("lookupUrl", url));
            verdict.add("blocklist", blocklist);
        });
        JsonObject evidence = new JsonObject();
        evidence.addProperty("rule", finding.evidence().rule());
        evidence.addProperty("words", finding.evidence().words());
        evidence.add("alsoMatched", gson.toJsonTree(finding.evidence().alsoMatched()));
        verdict.add("evidence", evidence);
        JsonObject output = new JsonObject();
        output.add("id", input.get("id"));
        output.add("verdict", verdict);
        return gson.toJson(output);
    }
}
