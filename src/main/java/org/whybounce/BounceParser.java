package org.whybounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whybounce.classify.Classifier;
import org.whybounce.classify.Finding;
import org.whybounce.classify.RuleDraft;
import org.whybounce.format.Formats;
import org.whybounce.format.HtmlText;
import org.whybounce.format.Reading;
import org.whybounce.mime.BounceMessage;
import org.whybounce.mime.MimeReader;
import org.whybounce.model.Evidence;
import org.whybounce.model.Labels;
import org.whybounce.model.Limits;
import org.whybounce.model.Note;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Permanence;
import org.whybounce.model.Reason;
import org.whybounce.model.Recipient;
import org.whybounce.model.RecipientFields;
import org.whybounce.model.Refusal;
import org.whybounce.model.Remedy;
import org.whybounce.model.RemedyCode;
import org.whybounce.model.Verdict;
import org.whybounce.remedy.Facts;
import org.whybounce.remedy.RemedyCatalogue;
import org.whybounce.text.Dates;

/**
 * Reads bounce messages, says why the mail came back, and what to do about it. Immutable and thread-safe: build one and
 * share it.
 *
 * <pre>{@code
 * BounceParser parser = BounceParser.standard();
 * ParseResult result = parser.parse(Path.of("bounce.eml"));
 * result.bounce().ifPresent(b -> b.failed().forEach(r ->
 *         System.out.println(r.address() + " " + r.verdict().reason() + " " + r.verdict().remedy().code())));
 * }</pre>
 *
 * <p>Bad mail never throws: what could be read is on the result, and what was odd is in its notes.
 */
public final class BounceParser {

    private final Limits limits;
    private final MimeReader reader;
    private final Formats formats;
    private final Classifier classifier;
    private final RemedyCatalogue remedies;

    BounceParser(Limits limits, Formats formats, Classifier classifier, RemedyCatalogue remedies) {
        this.limits = limits;
        this.reader = new MimeReader(limits, HtmlText::of);
        this.formats = formats;
        this.classifier = classifier;
        this.remedies = remedies;
    }

    private static final class Standard {
        static final BounceParser PARSER = builder().build();
    }

    /**
     * The parser with the rules, remedies, formats and limits that come with the library.
     *
     * @return always the same parser
     */
    public static BounceParser standard() {
        return Standard.PARSER;
    }

    /**
     * Begins a parser with rules, remedies or limits of your own.
     *
     * @return a builder that holds what {@link #standard()} has
     */
    public static BounceParserBuilder builder() {
        return new BounceParserBuilder();
    }

    /**
     * Reads one message from a file.
     *
     * @param file a message as it was sent, an mbox {@code From } line before it allowed
     * @return what was read
     * @throws IOException where the file cannot be read
     */
    public ParseResult parse(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in);
        }
    }

    /**
     * Reads one message from a stream up to its end; not closed here.
     *
     * @param in the stream; what goes beyond the message limit is counted and left out
     * @return what was read
     * @throws IOException where the stream cannot be read
     */
    public ParseResult parse(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(limits.messageBytes());
        long ignored = in.transferTo(OutputStream.nullOutputStream());
        return parse(bytes, ignored);
    }

    /**
     * Reads one message that Jakarta Mail holds. Needs a provider such as Angus Mail at run time.
     *
     * @param message the message
     * @return what was read
     * @throws IOException where its content cannot be read
     * @throws MessagingException where Jakarta Mail cannot give it
     */
    public ParseResult parse(MimeMessage message) throws IOException, MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return parse(bytes.toByteArray());
    }

    /**
     * Reads one message.
     *
     * @param message its bytes
     * @return what was read
     */
    public ParseResult parse(byte[] message) {
        return parse(message, 0);
    }

    /**
     * Reads one message whose end is missing.
     *
     * @param message the bytes that are there
     * @param ignored how many bytes followed; 0 for none
     * @return what was read, with a note where bytes are missing
     */
    public ParseResult parse(byte[] message, long ignored) {
        BounceMessage mail = reader.read(message, ignored);
        return result(mail, formats.read(mail));
    }

    /**
     * Reads what a person pasted: a whole message, the text of a bounce as a mail program shows it, or a bare reply.
     *
     * @param text the text
     * @return what was read; {@link org.whybounce.model.Kind#OTHER} where it is not a report, and then
     *     {@link #classify(String)} may still know the words
     */
    public ParseResult parseText(String text) {
        ParseResult whole = parse(text.getBytes(StandardCharsets.UTF_8));
        if (whole.bounce().isPresent()) {
            return whole;
        }
        // Without the headers by which a report is told from a conversation: here somebody says that it is one.
        String mail = "From: MAILER-DAEMON\nSubject: Undelivered Mail Returned to Sender\n"
                + "Content-Type: text/plain; charset=UTF-8\n\n" + text + "\n";
        BounceMessage message = reader.read(mail.getBytes(StandardCharsets.UTF_8), 0);
        ParseResult pasted = result(message, formats.read(message));
        return pasted.bounce().isPresent()
                ? new ParseResult(
                        pasted.kind(),
                        pasted.format(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        pasted.fields(),
                        pasted.recipients(),
                        pasted.original(),
                        pasted.complaint(),
                        pasted.notes())
                : whole;
    }

    /**
     * Judges bare words.
     *
     * @param reply an SMTP reply of one or more lines, or any text that explains a failure
     * @return the verdict
     */
    public Verdict classify(String reply) {
        return classify(Refusal.of(reply));
    }

    /**
     * Judges a refusal with all that is known of its circumstances.
     *
     * @param refusal the refusal
     * @return the verdict
     */
    public Verdict classify(Refusal refusal) {
        return verdict(refusal, Facts.of(refusal));
    }

    private Verdict verdict(Refusal refusal, Facts facts) {
        Finding finding = classifier.classify(refusal);
        RemedyCode standard = remedies.forReason(finding.reason());
        List<RemedyCode> codes = new ArrayList<>(finding.remedies());
        if (codes.isEmpty()) {
            codes.add(standard);
            codes.addAll(remedies.others(finding.reason()));
        }
        Facts all = facts.with(finding.blocklist());
        return new Verdict(
                finding.reason(),
                finding.permanence(),
                finding.suppress(),
                finding.confidence(),
                remedies.find(codes.get(0), all)
                        .or(() -> remedies.find(standard, all))
                        .orElseThrow(),
                codes.subList(1, codes.size()),
                finding.retryAfter(),
                finding.blocklist(),
                finding.label(),
                finding.evidence());
    }

    /**
     * Drafts rules for replies of which no rule's words tell the reason: groups in the syntax of rule files, the most
     * frequent wording first, whose {@code Reason:} and {@code Source:} are to be filled in.
     *
     * @param replies replies, of any number
     * @return the drafts, one after the other; empty where every reply is known
     */
    public String draftRules(List<String> replies) {
        return RuleDraft.of(classifier, replies);
    }

    /**
     * The remedies this parser knows.
     *
     * @return all of them, in the order of their catalogue
     */
    public List<Remedy> remedies() {
        return remedies.all();
    }

    /**
     * One remedy, with blanks for the facts of a bounce.
     *
     * @param code its code
     * @return the remedy, empty where there is none of that code
     */
    public Optional<Remedy> remedy(RemedyCode code) {
        return remedies.find(code);
    }

    /**
     * One remedy, with the facts of a bounce filled in: for those that a verdict names second.
     *
     * @param code its code
     * @param result a bounce
     * @param recipient one of its recipients
     * @return the remedy, empty where there is none of that code
     */
    public Optional<Remedy> remedy(RemedyCode code, ParseResult result, Recipient recipient) {
        Refusal refusal = Refusals.of(result.fields(), result.original(), recipient.fields(), false);
        Facts facts = Facts.of(refusal)
                .with(result.original(), recipient.fields())
                .with(recipient.verdict().blocklist());
        return remedies.find(code, facts);
    }

    /**
     * The words to explain a message with, such as one that names no recipient.
     *
     * @return the labels, in the language of this parser
     */
    public Labels labels() {
        return remedies.labels();
    }

    /**
     * The languages in which there are remedies.
     *
     * @return the languages, English first
     */
    public static List<Locale> languages() {
        return RemedyCatalogue.languages();
    }

    private ParseResult result(BounceMessage mail, Reading reading) {
        List<Recipient> recipients = reading.recipients().stream()
                .map(fields -> new Recipient(fields, verdict(reading, fields)))
                .toList();
        List<Note> notes = new ArrayList<>(mail.notes());
        notes.addAll(reading.notes());
        return new ParseResult(
                reading.kind(),
                reading.format(),
                mail.header("Message-ID"),
                mail.header("Subject"),
                mail.header("Date").flatMap(Dates::iso),
                reading.fields(),
                recipients,
                reading.original(),
                reading.complaint(),
                notes);
    }

    private Verdict verdict(Reading reading, RecipientFields fields) {
        return switch (fields.action()) {
            case FAILED, DELAYED -> {
                Refusal refusal = Refusals.of(reading.fields(), reading.original(), fields, reading.mailProgram());
                yield verdict(refusal, Facts.of(refusal).with(reading.original(), fields));
            }
            case DELIVERED, RELAYED, EXPANDED -> delivered();
        };
    }

    private Verdict delivered() {
        return new Verdict(
                Reason.UNDETERMINED,
                Permanence.TEMPORARY,
                false,
                0,
                remedies.find(new RemedyCode("NOTHING-TO-DO")).orElseThrow(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Evidence("action", "delivered", Optional.empty(), "", List.of()));
    }
}
