package org.whybounce.output;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.whybounce.model.Action;
import org.whybounce.model.Evidence;
import org.whybounce.model.FeedbackReport;
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

    private static final int MOST_RIVALS = 5;

    private Explanation() {}

    /**
     * One thing that is known.
     *
     * @param label what it is, such as {@code Server}
     * @param text what is known, in one line or more; control characters, which come from strangers, are made visible
     */
    public record Fact(String label, String text) {

        /** Makes the text printable. */
        public Fact {
            text = Wrap.printable(text);
        }
    }

    /**
     * Explains a message.
     *
     * @param source where it lies
     * @param result what was read
     * @param catalogue finds the remedies that are named second, such as {@code parser::remedy}
     * @return several lines
     */
    public static String of(String source, ParseResult result, Function<RemedyCode, Optional<Remedy>> catalogue) {
        return of(source, result, catalogue, RemedyText::brief);
    }

    /**
     * Explains a message to somebody who has nothing else to look things up in: with every remedy in full, once.
     *
     * @param source what to call it, such as {@code The attached message}
     * @param result what was read
     * @param catalogue finds the remedies that are named second, such as {@code parser::remedy}
     * @return several lines
     */
    public static String inFull(String source, ParseResult result, Function<RemedyCode, Optional<Remedy>> catalogue) {
        Set<RemedyCode> told = new HashSet<>();
        return of(
                source,
                result,
                catalogue,
                remedy -> told.add(remedy.code()) ? RemedyText.full(remedy) : remedy.code() + ": see above\n");
    }

    private static String of(
            String source,
            ParseResult result,
            Function<RemedyCode, Optional<Remedy>> catalogue,
            Function<Remedy, String> remedies) {
        StringBuilder out = new StringBuilder();
        out.append(Wrap.hanging("", source + ": " + summary(result)));
        result.original().flatMap(Explanation::original).ifPresent(fact -> append(out, fact));
        result.complaint().ifPresent(complaint -> append(out, new Fact("To do", toDo(complaint))));
        for (Recipient recipient : result.recipients()) {
            out.append('\n');
            facts(recipient).forEach(fact -> append(out, fact));
            if (recipient.action() == Action.FAILED || recipient.action() == Action.DELAYED) {
                append(out, recipient.verdict(), catalogue, remedies);
            }
        }
        if (!result.notes().isEmpty()) {
            out.append('\n');
            for (Note note : result.notes()) {
                append(out, new Fact("Note", note.text()));
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
        StringBuilder out = new StringBuilder();
        append(
                out,
                new Fact(
                        "Said",
                        marked(
                                text.strip().replaceAll("\\s*\\R\\s*", " "),
                                verdict.evidence().words())));
        facts(verdict).forEach(fact -> append(out, fact));
        append(out, verdict, catalogue, RemedyText::brief);
        return out.toString();
    }

    /**
     * What is known of one recipient: what the report says, why, who must act, and what that rests on.
     *
     * @param recipient the recipient
     * @return the facts in the order in which they are shown
     */
    public static List<Fact> facts(Recipient recipient) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("To", recipient.address().isEmpty() ? "(not named)" : recipient.address()));
        recipient.remoteMta().ifPresent(host -> facts.add(new Fact("Server", host)));
        recipient
                .diagnosticCode()
                .ifPresent(code -> facts.add(new Fact(
                        "Said",
                        marked(code.text(), recipient.verdict().evidence().words()))));
        recipient
                .status()
                .filter(status -> recipient
                        .diagnosticCode()
                        .filter(code -> code.text().contains(status.toString()))
                        .isEmpty())
                .ifPresent(status -> facts.add(new Fact("Status", status.toString())));
        switch (recipient.action()) {
            case FAILED, DELAYED -> facts.addAll(facts(recipient.verdict()));
            case DELIVERED, RELAYED, EXPANDED ->
                facts.add(new Fact("Arrived", recipient.action().word()));
        }
        return facts;
    }

    /**
     * What the message that came back was.
     *
     * @param original the message
     * @return one fact, empty where neither its subject nor its sender nor its date came back
     */
    public static Optional<Fact> original(OriginalMessage original) {
        List<String> known = new ArrayList<>();
        original.subject().ifPresent(subject -> known.add("\"" + subject + "\""));
        original.from().ifPresent(from -> known.add("from " + from));
        original.date().ifPresent(date -> known.add("of " + date));
        return known.isEmpty() ? Optional.empty() : Optional.of(new Fact("Mail", String.join(" ", known)));
    }

    /**
     * The remedies that come into question where the likeliest does not fit.
     *
     * @param verdict a verdict
     * @param catalogue finds the remedies, such as {@code parser::remedy}
     * @return one line for each, the likelier first
     */
    public static List<String> others(Verdict verdict, Function<RemedyCode, Optional<Remedy>> catalogue) {
        return verdict.otherRemedies().stream()
                .map(code -> code
                        + catalogue
                                .apply(code)
                                .map(remedy -> ": " + remedy.summary() + " (" + RemedyText.who(remedy) + ")")
                                .orElse(""))
                .toList();
    }

    /**
     * What sort of mail a message is.
     *
     * @param result what was read
     * @return the rest of a sentence that begins with the message, such as {@code a bounce; the mail could not be
     *     delivered to 1 recipient.}
     */
    public static String summary(ParseResult result) {
        long failed = result.recipients().stream()
                .filter(recipient -> recipient.action() == Action.FAILED)
                .count();
        return switch (result.kind()) {
            case BOUNCE -> "a bounce; the mail could not be delivered to " + people(failed) + ".";
            case DELAY -> "a delay warning, no bounce; the server is still trying and nothing is lost yet.";
            case DELIVERED -> "a delivery receipt, no bounce; the mail was delivered or passed on; nothing to do.";
            case AUTO_REPLY -> "an automatic answer, no bounce; the mail arrived.";
            case COMPLAINT -> "a complaint, no bounce; a recipient reported the mail.";
            case READ_RECEIPT -> "a read receipt, no bounce; the mail arrived.";
            case OTHER -> other(result);
        };
    }

    // The types of RFC 5965 section 7.3 and those registered since.
    private static String toDo(FeedbackReport complaint) {
        return switch (complaint.feedbackType().orElse("abuse").toLowerCase(Locale.ROOT)) {
            case "not-spam" -> "nothing; a recipient says that the mail is no spam.";
            case "auth-failure" ->
                "see which of SPF, DKIM and DMARC failed, and whether the mail was yours at all (AUTH-FIX-DMARC).";
            case "fraud", "virus" ->
                "find out whether the mail was yours: an account, a form or a PC may be misused (SPAM-SECURE-ACCOUNT).";
            case "opt-out", "opt-out-list" -> "take the address off the list at once.";
            default ->
                "take the address off the list at once and write to it no more; whoever is reported often is refused"
                        + " (SPAM-REDUCE-COMPLAINTS).";
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

    private static void append(StringBuilder out, Fact fact) {
        out.append(Wrap.hanging(String.format("%-11s", fact.label() + ":"), fact.text()));
    }

    private static void append(
            StringBuilder out,
            Verdict verdict,
            Function<RemedyCode, Optional<Remedy>> catalogue,
            Function<Remedy, String> remedies) {
        out.append('\n').append(remedies.apply(verdict.remedy()));
        List<String> others = others(verdict, catalogue);
        if (!others.isEmpty()) {
            out.append("\nWhere that does not fit:\n");
            others.forEach(other -> out.append(Wrap.hanging("  - ", other)));
        }
    }

    private static List<Fact> facts(Verdict verdict) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Why",
                verdict.reason().name() + " (" + verdict.category().name() + "): "
                        + verdict.reason().meaning()));
        verdict.blocklist()
                .ifPresent(listing -> facts.add(new Fact(
                        "Blocklist",
                        listing.name()
                                + listing.listed().map(what -> " lists " + what).orElse("")
                                + listing.lookupUrl().map(url -> ", see " + url).orElse(""))));
        facts.add(new Fact(
                "Who acts",
                RemedyText.who(verdict.remedy())
                        + "; "
                        + RemedyText.again(verdict.remedy())
                        + verdict.retryAfter()
                                .map(time -> " (the server asks for " + time.toSeconds() + " seconds)")
                                .orElse("")));
        facts.add(new Fact("Because", because(verdict)));
        return facts;
    }

    /** A text with the words that decided between guillemets, each piece where it stands after the one before. */
    static String marked(String text, String words) {
        StringBuilder marked = new StringBuilder();
        int from = 0;
        for (String piece : words.split("\\s*…\\s*")) {
            int at = piece.isEmpty() ? -1 : text.indexOf(piece, from);
            if (at < 0) {
                return text;
            }
            marked.append(text, from, at).append('»').append(piece).append('«');
            from = at + piece.length();
        }
        return marked.append(text, from, text.length()).toString();
    }

    private static String because(Verdict verdict) {
        Evidence evidence = verdict.evidence();
        Optional<String> words = Optional.of(evidence.words()).filter(text -> !text.isEmpty());
        String sure = " Confidence " + verdict.confidence() + ".";
        if (words.isEmpty()) {
            return "nothing in the message tells." + sure;
        }
        String lost = evidence.rivals().isEmpty()
                ? ""
                : evidence.rivals().stream()
                        .limit(MOST_RIVALS)
                        .map(rival -> rival.rule()
                                + (rival.reason() == verdict.reason() ? "" : " " + rival.reason())
                                + (rival.lost().isEmpty() ? "" : " (" + rival.lost() + ")"))
                        .collect(Collectors.joining(", ", " Also matched: ", "."));
        String by = evidence.rule().equals(Evidence.RESEMBLANCE)
                ? "as in samples of this reason, for no rule has them"
                : "rule " + evidence.rule()
                        + evidence.origin().map(origin -> ", " + origin).orElse("");
        return "the words \"" + words.get() + "\" in the " + place(evidence.field()) + " (" + by + ")." + sure + lost;
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
