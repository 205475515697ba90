package org.whybounce.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whybounce.model.Evidence;
import org.whybounce.model.Reason;
import org.whybounce.model.Refusal;
import org.whybounce.text.Wording;

/** Rules to be filled in, for replies of which the words of no rule tell the reason. */
public final class RuleDraft {

    // A rule should hold the few words that decide; these are to be cut down by whoever fills it in.
    private static final int WORDS = 10;

    private RuleDraft() {}

    /**
     * Drafts a rule for each wording that no rule knows, the most frequent first.
     *
     * @param classifier the classifier whose rules are known
     * @param replies replies, of any number
     * @return groups in the syntax of {@link RuleFile}, whose {@code Reason} and {@code Source} are still empty
     */
    public static String of(Classifier classifier, List<String> replies) {
        Map<String, List<String>> byPhrase = new LinkedHashMap<>();
        for (String reply : replies) {
            if (isUnknown(classifier.classify(Refusal.of(reply)))) {
                String phrase = phrase(reply);
                if (!phrase.isEmpty()) {
                    byPhrase.computeIfAbsent(phrase, key -> new ArrayList<>()).add(reply);
                }
            }
        }
        List<Map.Entry<String, List<String>>> drafts = new ArrayList<>(byPhrase.entrySet());
        drafts.sort(Comparator.comparing(entry -> -entry.getValue().size()));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < drafts.size(); i++) {
            text.append(draft(i + 1, drafts.get(i).getKey(), drafts.get(i).getValue()));
        }
        return text.toString();
    }

    /** Whether codes or a likeness alone decided, or nothing. */
    private static boolean isUnknown(Finding finding) {
        return finding.reason() == Reason.UNDETERMINED
                || finding.evidence().rule().equals(Evidence.RESEMBLANCE)
                || finding.evidence().field().equals("status")
                || finding.evidence().field().equals("reply");
    }

    private static String phrase(String reply) {
        String[] words = Wording.of(reply).phrase().split(" ");
        return String.join(" ", List.of(words).subList(0, Math.min(WORDS, words.length)));
    }

    private static String draft(int number, String phrase, List<String> replies) {
        return "# seen " + replies.size() + (replies.size() == 1 ? " time" : " times") + "\nRule: unknown-" + number
                + "\nReason:\nPhrase: " + phrase + "\nSample: "
                + replies.get(0).strip().replaceAll("\\s*\\R\\s*", "\n ") + "\nSource:\n\n";
    }
}
