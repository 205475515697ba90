package org.whybounce.output;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whybounce.model.Action;
import org.whybounce.model.Evidence;
import org.whybounce.model.FeedbackReport;
import org.whybounce.model.Labels;
import org.whybounce.model.Listing;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Phrase;
import org.whybounce.model.Rival;
import org.whybounce.model.Verdict;

/** The sentences of an explanation, in the language of its labels. */
record Sentences(Labels labels) {

    private static final int MOST_RIVALS = 5;

    /** What sort of mail a message is; the rest of a sentence that begins with the message. */
    String summary(ParseResult result) {
        return switch (result.kind()) {
            case BOUNCE -> bounce(result);
            case DELAY -> labels.say(Phrase.IS_DELAY);
            case DELIVERED -> labels.say(Phrase.IS_DELIVERED);
            case AUTO_REPLY -> labels.say(Phrase.IS_AUTO_REPLY);
            case COMPLAINT -> labels.say(Phrase.IS_COMPLAINT);
            case READ_RECEIPT -> labels.say(Phrase.IS_READ_RECEIPT);
            case OTHER ->
                labels.say(
                        switch (result.format()) {
                            case "challenge" -> Phrase.IS_CHALLENGE;
                            case "dmarc-report" -> Phrase.IS_DMARC_REPORT;
                            case "tls-report" -> Phrase.IS_TLS_REPORT;
                            default -> Phrase.IS_OTHER;
                        });
        };
    }

    private String bounce(ParseResult result) {
        long failed = result.recipients().stream()
                .filter(recipient -> recipient.action() == Action.FAILED)
                .count();
        return failed == 1 ? labels.say(Phrase.IS_BOUNCE_OF_ONE) : labels.say(Phrase.IS_BOUNCE, Long.toString(failed));
    }

    /** What to do about a complaint: the types of RFC 5965 section 7.3 and those registered since. */
    String toDo(FeedbackReport complaint) {
        return labels.say(
                switch (complaint.feedbackType().orElse("abuse").toLowerCase(Locale.ROOT)) {
                    case "not-spam" -> Phrase.DO_NOT_SPAM;
                    case "auth-failure" -> Phrase.DO_AUTH_FAILURE;
                    case "fraud", "virus" -> Phrase.DO_ABUSED;
                    case "opt-out", "opt-out-list" -> Phrase.DO_OPT_OUT;
                    default -> Phrase.DO_COMPLAINT;
                });
    }

    /** What the message that came back was; empty where neither its subject nor its sender nor its date came back. */
    Optional<String> original(OriginalMessage original) {
        List<String> known = new ArrayList<>();
        original.subject().ifPresent(subject -> known.add("\"" + subject + "\""));
        original.from().ifPresent(from -> known.add(labels.say(Phrase.FROM, from)));
        original.date().ifPresent(date -> known.add(labels.say(Phrase.OF, date)));
        return known.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", known));
    }

    /** What became of mail that did not come back. */
    String arrived(Action action) {
        return switch (action) {
            case DELIVERED -> labels.say(Phrase.WAS_DELIVERED);
            case RELAYED -> labels.say(Phrase.WAS_RELAYED);
            case EXPANDED -> labels.say(Phrase.WAS_EXPANDED);
            case FAILED, DELAYED -> action.word();
        };
    }

    String why(Verdict verdict) {
        return verdict.reason().name() + " (" + verdict.category().name() + "): " + labels.meaning(verdict.reason());
    }

    String listing(Listing listing) {
        String lists = listing.listed()
                .map(what -> labels.say(Phrase.LISTS, listing.name(), what))
                .orElse(listing.name());
        return listing.lookupUrl()
                .map(url -> labels.say(Phrase.SEE, lists, url))
                .orElse(lists);
    }

    String whoActs(Verdict verdict) {
        String acts = RemedyText.acts(verdict.remedy());
        return verdict.retryAfter()
                .map(Duration::toSeconds)
                .map(seconds -> acts + " " + labels.say(Phrase.SERVER_ASKS, Long.toString(seconds)))
                .orElse(acts);
    }

    String because(Verdict verdict) {
        Evidence evidence = verdict.evidence();
        String sure = labels.say(Phrase.CONFIDENCE, Double.toString(verdict.confidence()));
        if (evidence.words().isEmpty()) {
            return inARow(labels.say(Phrase.BECAUSE_NOTHING), sure);
        }
        String place = place(evidence.field());
        String words = evidence.rule().equals(Evidence.RESEMBLANCE)
                ? labels.say(Phrase.BECAUSE_RESEMBLANCE, evidence.words(), place)
                : labels.say(
                        Phrase.BECAUSE_RULE,
                        evidence.words(),
                        place,
                        evidence.rule()
                                + evidence.origin().map(origin -> ", " + origin).orElse(""));
        String rivals = evidence.rivals().stream()
                .limit(MOST_RIVALS)
                .map(rival ->
                        rival.rule() + (rival.reason() == verdict.reason() ? "" : " " + rival.reason()) + lost(rival))
                .collect(Collectors.joining(", "));
        return rivals.isEmpty()
                ? inARow(words, sure)
                : inARow(inARow(words, sure), labels.say(Phrase.ALSO_MATCHED, rivals));
    }

    private String lost(Rival rival) {
        if (rival.lost().isEmpty()) {
            return "";
        }
        return " ("
                + Arrays.stream(Phrase.values())
                        .filter(phrase -> phrase.name().startsWith("LOST_")
                                && phrase.english().equals(rival.lost()))
                        .findFirst()
                        .map(labels::say)
                        .orElse(rival.lost())
                + ")";
    }

    private String place(String field) {
        return switch (field) {
            case "diagnostic-code" -> labels.say(Phrase.PLACE_DIAGNOSTIC_CODE);
            case "status" -> labels.say(Phrase.PLACE_STATUS);
            case "reply" -> labels.say(Phrase.PLACE_REPLY);
            case "text" -> labels.say(Phrase.PLACE_TEXT);
            default -> field;
        };
    }

    /** Two sentences; a script with full stops as wide as its letters writes no blank after them. */
    private static String inARow(String first, String second) {
        return first + (first.endsWith("。") ? "" : " ") + second;
    }
}
