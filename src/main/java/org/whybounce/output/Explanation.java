package org.whybounce.output;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.whybounce.model.Action;
import org.whybounce.model.Kind;
import org.whybounce.model.Labels;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Phrase;
import org.whybounce.model.Recipient;
import org.whybounce.model.Remedy;
import org.whybounce.model.RemedyCode;
import org.whybounce.model.Verdict;

/** Tells a person what happened, to whom, whose turn it is, what to do, and why we think so. Thread-safe. */
public final class Explanation {

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
     * Explains a message, in the language of its first recipient's remedy.
     *
     * @param source where it lies
     * @param result what was read
     * @param catalogue finds the remedies that are named second, such as {@code parser::remedy}
     * @return several lines
     */
    public static String of(String source, ParseResult result, Function<RemedyCode, Optional<Remedy>> catalogue) {
        return of(source, result, catalogue, Labels.of(result));
    }

    /**
     * Explains a message in a given language.
     *
     * @param source where it lies
     * @param result what was read
     * @param catalogue finds the remedies that are named second, such as {@code parser::remedy}
     * @param labels the words around the remedies, such as {@code parser.labels()}
     * @return several lines
     */
    public static String of(
            String source, ParseResult result, Function<RemedyCode, Optional<Remedy>> catalogue, Labels labels) {
        return of(source, result, catalogue, labels, RemedyText::brief);
    }

    /**
     * Explains a message to somebody who has nothing else to look things up in: with every remedy in full, once. In the
     * language of its first recipient's remedy.
     *
     * @param source what to call it, such as {@code The attached message}
     * @param result what was read
     * @param catalogue finds the remedies that are named second, such as {@code parser::remedy}
     * @return several lines
     */
    public static String inFull(String source, ParseResult result, Function<RemedyCode, Optional<Remedy>> catalogue) {
        return inFull(source, result, catalogue, Labels.of(result));
    }

    /**
     * Explains a message with every remedy in full, once, in a given language.
     *
     * @param source what to call it, such as {@code The attached message}
     * @param result what was read
     * @param catalogue finds the remedies that are named second, such as {@code parser::remedy}
     * @param labels the words around the remedies, such as {@code parser.labels()}
     * @return several lines
     */
    public static String inFull(
            String source, ParseResult result, Function<RemedyCode, Optional<Remedy>> catalogue, Labels labels) {
        Set<RemedyCode> told = new HashSet<>();
        return of(
                source,
                result,
                catalogue,
                labels,
                remedy -> told.add(remedy.code())
                        ? RemedyText.full(remedy)
                        : remedy.code() + ": " + labels.say(Phrase.SEE_ABOVE) + "\n");
    }

    private static String of(
            String source,
            ParseResult result,
            Function<RemedyCode, Optional<Remedy>> catalogue,
            Labels labels,
            Function<Remedy, String> remedies) {
        StringBuilder out = new StringBuilder();
        FactList known = new FactList(labels);
        out.append(Wrap.hanging("", labels.say(Phrase.LABEL, source) + " " + summary(result, labels)));
        result.original().flatMap(known::of).ifPresent(fact -> out.append(known.lines(List.of(fact))));
        result.complaint().ifPresent(complaint -> out.append(known.lines(List.of(known.of(complaint)))));
        for (Recipient recipient : result.recipients()) {
            out.append('\n').append(known.lines(known.of(recipient)));
            if (recipient.action() == Action.FAILED || recipient.action() == Action.DELAYED) {
                append(out, labels, recipient.verdict(), catalogue, remedies);
            }
        }
        if (!result.notes().isEmpty()) {
            out.append('\n')
                    .append(known.lines(result.notes().stream().map(known::of).toList()));
        }
        return out.toString();
    }

    /**
     * Explains a bare reply, in the language of the remedy.
     *
     * @param text the words
     * @param verdict the verdict on them
     * @param catalogue finds the remedies that are named second, such as {@code parser::remedy}
     * @return several lines
     */
    public static String of(String text, Verdict verdict, Function<RemedyCode, Optional<Remedy>> catalogue) {
        Labels labels = verdict.remedy().labels();
        FactList known = new FactList(labels);
        StringBuilder out =
                new StringBuilder(known.lines(known.of(text.strip().replaceAll("\\s*\\R\\s*", " "), verdict)));
        append(out, labels, verdict, catalogue, RemedyText::brief);
        return out.toString();
    }

    /**
     * What is known of one recipient, in the language of its remedy.
     *
     * @param recipient the recipient
     * @return the facts in the order in which they are shown
     */
    public static List<Fact> facts(Recipient recipient) {
        return facts(recipient, recipient.verdict().remedy().labels());
    }

    /**
     * What is known of one recipient: what the report says, why, who must act, and what that rests on.
     *
     * @param recipient the recipient
     * @param labels the words around the remedies, such as {@code parser.labels()}
     * @return the facts in the order in which they are shown
     */
    public static List<Fact> facts(Recipient recipient, Labels labels) {
        return new FactList(labels).of(recipient);
    }

    /**
     * What the message that came back was, in English.
     *
     * @param original the message
     * @return one fact, empty where neither its subject nor its sender nor its date came back
     */
    public static Optional<Fact> original(OriginalMessage original) {
        return original(original, new Labels(Locale.ENGLISH, Map.of(), Map.of(), Map.of()));
    }

    /**
     * What the message that came back was.
     *
     * @param original the message
     * @param labels the words around the remedies, such as {@code parser.labels()}
     * @return one fact, empty where neither its subject nor its sender nor its date came back
     */
    public static Optional<Fact> original(OriginalMessage original, Labels labels) {
        return new FactList(labels).of(original);
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
     * What sort of mail a message is, in the language of its first recipient's remedy.
     *
     * @param result what was read
     * @return the rest of a sentence that begins with the message, such as {@code a bounce; the mail could not be
     *     delivered to 1 recipient.}
     */
    public static String summary(ParseResult result) {
        return summary(result, Labels.of(result));
    }

    /**
     * What sort of mail a message is.
     *
     * @param result what was read
     * @param labels the words around the remedies, such as {@code parser.labels()}
     * @return the rest of a sentence that begins with the message
     */
    public static String summary(ParseResult result, Labels labels) {
        return new Sentences(labels).summary(result);
    }

    private static void append(
            StringBuilder out,
            Labels labels,
            Verdict verdict,
            Function<RemedyCode, Optional<Remedy>> catalogue,
            Function<Remedy, String> remedies) {
        out.append('\n').append(remedies.apply(verdict.remedy()));
        List<String> others = others(verdict, catalogue);
        if (!others.isEmpty()) {
            out.append('\n')
                    .append(labels.say(Phrase.LABEL, labels.say(Phrase.OTHERS)))
                    .append('\n');
            others.forEach(other -> out.append(Wrap.hanging("  - ", other)));
        }
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
