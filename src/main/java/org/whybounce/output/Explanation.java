package org.whybounce.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.whybounce.model.Action;
import org.whybounce.model.Evidence;
import org.whybounce.model.Kind;
import org.whybounce.model.Note;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Recipient;
import org.whybounce.model.Remedy;
import org.whybounce.model.RemedyCode;
import org.whybounce.model.Verdict;

/** Tells a person what happened, to whom, whose turn it is, what to do, and why we think so. Thread-safe. */
public final class Explanation {

    private Explanation() {}

    /**
     * Explains a message.
     *
     * @param source where it lies
     * @param result what was read
     * @param catalogue finds the remedies that are named second, such as {@code parser::remedy}
     * @return several lines
     */
    public static String of(String source, ParseResult result, Function<RemedyCode, Optional<Remedy>> catalogue) {
        StringBuilder out = new StringBuilder();
        out.append(Wrap.hanging("", source + ": " + summary(result)));
        result.original().ifPresent(original -> out.append(original(original)));
        for (Recipient recipient : result.recipients()) {
            out.append('\n').append(recipient(recipient, catalogue));
        }
        if (!result.notes().isEmpty()) {
            out.append('\n');
            for (Note note : result.notes()) {
                out.append(Wrap.hanging("Note:      ", note.text()));
            }
        }
        return out.toString();
    }

    /**
     * Explains a bare reply.
     *
     * @param text the words
     * @param verdict the verdict on them
     * @param catalogue finds the remedies that are named second, such as {@code parser::remedy}
     * @return several lines
     */
    public static String of(String text, Verdict verdict, Function<RemedyCode, Optional<Remedy>> catalogue) {
        return Wrap.hanging("Said:      ", text.strip().replaceAll("\\s*\\R\\s*", " ")) + verdict(verdict, catalogue);
    }

    private static String summary(ParseResult result) {
        long failed = result.recipients().stream()
                .filter(recipient -> recipient.action() == Action.FAILED)
                .count();
        return switch (result.kind()) {
            case BOUNCE -> "a bounce; the mail could not be delivered to " + people(failed) + ".";
            case DELAY -> "a delay warning, no bounce; the server is still trying and nothing is lost yet.";
            case DELIVERED -> "a delivery receipt, no bounce; the mail was delivered or passed on.";
            case AUTO_REPLY -> "an automatic answer, no bounce; the mail arrived.";
            case COMPLAINT -> "a complaint, no bounce; a recipient reported the mail as unwanted.";
            case READ_RECEIPT -> "a read receipt, no bounce; the mail arrived.";
            case OTHER -> other(result);
        };
    }

    private static String other(ParseResult result) {
        return switch (result.format()) {
            case "challenge" -> "a challenge, no bounce; the recipient's system asks the sender to confirm the mail.";
            case "dmarc-report" -> "a DMARC report, no bounce.";
            case "tls-report" -> "a TLS report, no bounce.";
            default ->
                "no bounce; this message reports no failed delivery. If mail you expect does not arrive, look for "
                        + "the bounce on the sender's side; if you were shown an error text, paste it: "
                        + "whybounce explain --text \"…\"";
        };
    }

    private static String people(long count) {
        return count == 1 ? "1 recipient" : count + " recipients";
    }

    private static String original(OriginalMessage original) {
        List<String> known = new ArrayList<>();
        original.subject().ifPresent(subject -> known.add("\"" + subject + "\""));
        original.from().ifPresent(from -> known.add("from " + from));
        original.date().ifPresent(date -> known.add("of " + date));
        return known.isEmpty() ? "" : Wrap.hanging("Mail:      ", String.join(" ", known));
    }

    private static String recipient(Recipient recipient, Function<RemedyCode, Optional<Remedy>> catalogue) {
        StringBuilder out = new StringBuilder();
        out.append(Wrap.hanging("To:        ", recipient.address().isEmpty() ? "(not named)" : recipient.address()));
        recipient.remoteMta().ifPresent(host -> out.append(Wrap.hanging("Server:    ", host)));
        recipient.diagnosticCode().ifPresent(code -> out.append(Wrap.hanging("Said:      ", code.text())));
        recipient
                .status()
                .filter(status -> recipient
                        .diagnosticCode()
                        .filter(code -> code.text().contains(status.toString()))
                        .isEmpty())
                .ifPresent(status -> out.append(Wrap.hanging("Status:    ", status.toString())));
        return switch (recipient.action()) {
            case FAILED, DELAYED ->
                out.append(verdict(recipient.verdict(), catalogue)).toString();
            case DELIVERED, RELAYED, EXPANDED ->
                out.append(Wrap.hanging("Arrived:   ", recipient.action().word() + "; nothing to do"))
                        .toString();
        };
    }

    private static String verdict(Verdict verdict, Function<RemedyCode, Optional<Remedy>> catalogue) {
        StringBuilder out = new StringBuilder();
        out.append(Wrap.hanging(
                "Why:       ",
                verdict.reason().name() + " (" + verdict.category().name() + "): "
                        + verdict.reason().meaning()));
        verdict.blocklist()
                .ifPresent(listing -> out.append(Wrap.hanging(
                        "Blocklist: ",
                        listing.name()
                                + listing.listed().map(what -> " lists " + what).orElse("")
                                + listing.lookupUrl().map(url -> ", see " + url).orElse(""))));
        out.append(Wrap.hanging(
                "Who acts:  ",
                RemedyText.who(verdict.remedy().audience())
                        + "; "
                        + RemedyText.again(verdict.remedy().retry())
                        + verdict.retryAfter()
                                .map(time -> " (the server asks for " + time.toSeconds() + " seconds)")
                                .orElse("")));
        out.append(Wrap.hanging("Because:   ", because(verdict)));
        out.append('\n').append(RemedyText.brief(verdict.remedy()));
        if (!verdict.otherRemedies().isEmpty()) {
            out.append("\nWhere that does not fit:\n");
        }
        for (RemedyCode code : verdict.otherRemedies()) {
            String what = catalogue
                    .apply(code)
                    .map(remedy -> ": " + remedy.summary() + " (" + RemedyText.who(remedy.audience()) + ")")
                    .orElse("");
            out.append(Wrap.hanging("  - ", code + what));
        }
        return out.toString();
    }

    private static String because(Verdict verdict) {
        Evidence evidence = verdict.evidence();
        Optional<String> words = Optional.of(evidence.words()).filter(text -> !text.isEmpty());
        String sure = " Confidence " + verdict.confidence() + ".";
        if (words.isEmpty()) {
            return "nothing in the message tells." + sure;
        }
        String lost = evidence.alsoMatched().isEmpty()
                ? ""
                : " Also matched: " + String.join(", ", evidence.alsoMatched()) + ".";
        return "the words \"" + words.get() + "\" in the " + place(evidence.field()) + " (rule " + evidence.rule()
                + evidence.origin().map(origin -> ", " + origin).orElse("") + ")." + sure + lost;
    }

    private static String place(String field) {
        return switch (field) {
            case "diagnostic-code" -> "Diagnostic-Code field";
            case "status" -> "Status field";
            case "reply" -> "SMTP reply code";
            default -> field;
        };
    }

    /**
     * Sums up a message in one line for each recipient.
     *
     * @param source where it lies
     * @param result what was read
     * @return one or more lines
     */
    public static String brief(String source, ParseResult result) {
        if (result.kind() == Kind.OTHER || result.recipients().isEmpty()) {
            return Wrap.printable(source) + ": " + result.kind().word() + " (" + result.format() + ")\n";
        }
        return result.recipients().stream()
                .map(recipient -> Wrap.printable(source) + ": " + result.kind().word() + " (" + result.format() + ") "
                        + Wrap.printable(recipient.address()) + " "
                        + recipient.action().word()
                        + recipient.status().map(status -> " " + status).orElse("")
                        + (recipient.action() == Action.FAILED || recipient.action() == Action.DELAYED
                                ? " " + recipient.verdict().reason() + " -> "
                                        + recipient.verdict().remedy().code()
                                : "")
                        + "\n")
                .collect(Collectors.joining());
    }
}
