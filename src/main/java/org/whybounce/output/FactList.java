package org.whybounce.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whybounce.model.FeedbackReport;
import org.whybounce.model.Labels;
import org.whybounce.model.Note;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.Phrase;
import org.whybounce.model.Recipient;
import org.whybounce.model.Verdict;
import org.whybounce.output.Explanation.Fact;

/** What is known, fact by fact, in the language of its labels. */
record FactList(Labels labels) {

    /** What stands before a fact, beside who must act. */
    private static final List<Phrase> LABELS = List.of(
            Phrase.MAIL,
            Phrase.TO,
            Phrase.SERVER,
            Phrase.SAID,
            Phrase.STATUS,
            Phrase.ARRIVED,
            Phrase.WHY,
            Phrase.BLOCKLIST,
            Phrase.BECAUSE,
            Phrase.NOTE,
            Phrase.TO_DO);

    Optional<Fact> of(OriginalMessage original) {
        return sentences().original(original).map(known -> fact(Phrase.MAIL, known));
    }

    Fact of(FeedbackReport complaint) {
        return fact(Phrase.TO_DO, sentences().toDo(complaint));
    }

    Fact of(Note note) {
        return fact(Phrase.NOTE, note.text());
    }

    List<Fact> of(String text, Verdict verdict) {
        List<Fact> facts = new ArrayList<>();
        facts.add(said(text, verdict));
        facts.addAll(of(verdict));
        return facts;
    }

    List<Fact> of(Recipient recipient) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(Phrase.TO, recipient.address().isEmpty() ? labels.say(Phrase.NOT_NAMED) : recipient.address()));
        recipient.remoteMta().ifPresent(host -> facts.add(fact(Phrase.SERVER, host)));
        recipient.diagnosticCode().ifPresent(code -> facts.add(said(code.text(), recipient.verdict())));
        recipient
                .status()
                .filter(status -> recipient
                        .diagnosticCode()
                        .filter(code -> code.text().contains(status.toString()))
                        .isEmpty())
                .ifPresent(status -> facts.add(fact(Phrase.STATUS, status.toString())));
        switch (recipient.action()) {
            case FAILED, DELAYED -> facts.addAll(of(recipient.verdict()));
            case DELIVERED, RELAYED, EXPANDED ->
                facts.add(fact(Phrase.ARRIVED, sentences().arrived(recipient.action())));
        }
        return facts;
    }

    private List<Fact> of(Verdict verdict) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(Phrase.WHY, sentences().why(verdict)));
        verdict.blocklist()
                .ifPresent(list -> facts.add(fact(Phrase.BLOCKLIST, sentences().listing(list))));
        facts.add(new Fact(labels.heading(Labels.Heading.WHO_ACTS), sentences().whoActs(verdict)));
        facts.add(fact(Phrase.BECAUSE, sentences().because(verdict)));
        return facts;
    }

    /** The facts as lines, one below the other behind their labels. */
    String lines(List<Fact> facts) {
        int column = Stream.concat(
                                Stream.of(labels.heading(Labels.Heading.WHO_ACTS)),
                                LABELS.stream().map(label -> labels.say(label)))
                        .mapToInt(label -> Wrap.columns(labels.say(Phrase.LABEL, label)))
                        .max()
                        .orElse(0)
                + 1;
        StringBuilder out = new StringBuilder();
        for (Fact fact : facts) {
            String label = labels.say(Phrase.LABEL, fact.label());
            out.append(Wrap.hanging(label + " ".repeat(column - Wrap.columns(label)), fact.text()));
        }
        return out.toString();
    }

    private Fact said(String text, Verdict verdict) {
        return fact(Phrase.SAID, Explanation.marked(text, verdict.evidence().words()));
    }

    private Fact fact(Phrase label, String text) {
        return new Fact(labels.say(label), text);
    }

    private Sentences sentences() {
        return new Sentences(labels);
    }
}
