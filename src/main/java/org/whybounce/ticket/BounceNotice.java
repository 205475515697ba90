package org.whybounce.ticket;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.mail2.core.EmailException;
import org.whybounce.model.Action;
import org.whybounce.model.Labels;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Phrase;
import org.whybounce.model.Recipient;
import org.whybounce.model.Remedy;
import org.whybounce.model.RemedyCode;
import org.whybounce.output.Explanation;

/**
 * A mail that explains a bounce to a person: the facts of each recipient, who must act, the numbered steps of the
 * remedy, what the verdict rests on, as text and as HTML, and the bounce itself attached.
 *
 * <pre>{@code
 * BounceNotice notice = BounceNotice.about(result, bytes, parser::remedy);
 * if (notice.loopRisk().isEmpty()) {
 *     MimeMessage mail = notice.compose("help@example.com", "user@example.com");
 * }
 * }</pre>
 *
 * <p>The mail says that a machine wrote it (RFC 3834) and asks for no automatic answer. Send it with the null reverse
 * path ({@code MAIL FROM:<>}), so that it cannot bounce in its turn; the session of {@link #compose(String, String)}
 * already says so. Nothing in the bounce can add a header field or a tag of HTML to it. Immutable and thread-safe.
 */
public final class BounceNotice {

    private static final Pattern MESSAGE_ID =
            Pattern.compile("<[\\x21-\\x7e&&[^<>@]]{1,200}@[\\x21-\\x7e&&[^<>@]]{1,200}>");
    private static final int SUBJECT_CHARACTERS = 150;

    private final ParseResult result;
    private final byte[] bounce;
    private final Function<RemedyCode, Optional<Remedy>> catalogue;
    private final Labels labels;

    private BounceNotice(
            ParseResult result, byte[] bounce, Function<RemedyCode, Optional<Remedy>> catalogue, Labels labels) {
        this.result = result;
        this.bounce = bounce;
        this.catalogue = catalogue;
        this.labels = labels;
    }

    /**
     * Prepares the notice of a bounce, in the language of its first recipient's remedy.
     *
     * @param result what was read from the bounce
     * @param bounce the bounce as it came, to be attached
     * @param catalogue finds the remedies that are named second, such as {@code parser::remedy}
     * @return the notice
     * @throws IllegalArgumentException where the result is of a message that is no bounce
     */
    public static BounceNotice about(
            ParseResult result, byte[] bounce, Function<RemedyCode, Optional<Remedy>> catalogue) {
        return about(result, bounce, catalogue, Labels.of(result));
    }

    /**
     * Prepares the notice of a bounce in a given language.
     *
     * @param result what was read from the bounce
     * @param bounce the bounce as it came, to be attached
     * @param catalogue finds the remedies that are named second, such as {@code parser::remedy}
     * @param labels the words around the remedies, such as {@code parser.labels()}
     * @return the notice
     * @throws IllegalArgumentException where the result is of a message that is no bounce
     */
    public static BounceNotice about(
            ParseResult result, byte[] bounce, Function<RemedyCode, Optional<Remedy>> catalogue, Labels labels) {
        if (result.bounce().isEmpty()) {
            throw new IllegalArgumentException("no bounce: " + result.kind().word());
        }
        return new BounceNotice(result, bounce.clone(), catalogue, labels);
    }

    /**
     * Why nobody waits for this notice, and why sending it unasked could start a loop: the mail that came back was
     * itself automatic (a notice such as this one among them), or a bounce.
     *
     * @return the field that says so, such as {@code Auto-Submitted: auto-generated}; empty where a person may have
     *     written the mail
     */
    public Optional<String> loopRisk() {
        Optional<OriginalMessage> original = result.original();
        Optional<String> automatic = original.flatMap(mail -> mail.header("Auto-Submitted"))
                .filter(value -> !value.strip().toLowerCase(Locale.ROOT).startsWith("no"))
                .map(value -> "Auto-Submitted: " + oneLine(value));
        return automatic.or(() -> original.flatMap(OriginalMessage::returnPath)
                .filter(path -> path.strip().equals("<>"))
                .map(path -> "Return-Path: <>"));
    }

    /**
     * Composes the mail in a session of its own, whose reverse path is null.
     *
     * @param from the sender's address
     * @param to the address of the person to whom the bounce is explained
     * @return the mail, ready to be sent or printed
     * @throws IllegalArgumentException where one of the addresses is none
     * @throws MessagingException where Jakarta Mail has no provider, or fails
     */
    public MimeMessage compose(String from, String to) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.from", "<>");
        return compose(from, to, Session.getInstance(properties));
    }

    /**
     * Composes the mail in a given session.
     *
     * @param from the sender's address
     * @param to the address of the person to whom the bounce is explained
     * @param session the session; its {@code mail.smtp.from} should be {@code <>}
     * @return the mail, ready to be sent or printed
     * @throws IllegalArgumentException where one of the addresses is none
     * @throws MessagingException where Jakarta Mail has no provider, or fails
     */
    public MimeMessage compose(String from, String to, Session session) throws MessagingException {
        NoticeMail mail = new NoticeMail(session);
        try {
            mail.setFrom(from);
            mail.addTo(to);
        } catch (EmailException e) {
            throw new IllegalArgumentException("not a mail address: " + oneLine(e.getMessage()), e);
        }
        try {
            mail.setSubject(subject());
            threading().forEach(mail::addHeader);
            String attached = labels.say(Phrase.ATTACHED_MESSAGE);
            mail.setTextMsg(Explanation.inFull(attached, result, catalogue, labels));
            mail.setHtmlMsg(NoticeHtml.of(attached, result, catalogue, labels));
            mail.attachBounce(bounce, labels.say(Phrase.THE_BOUNCE));
            mail.buildMimeMessage();
        } catch (EmailException e) {
            throw new MessagingException("cannot compose the notice: " + e.getMessage(), e);
        }
        MimeMessage message = mail.getMimeMessage();
        message.saveChanges();
        return message;
    }

    private String subject() {
        List<String> addresses = result.recipients().stream()
                .filter(recipient -> recipient.action() == Action.FAILED)
                .map(Recipient::address)
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
        String why =
                switch (addresses.size()) {
                    case 0 -> labels.say(Phrase.SUBJECT);
                    case 1 -> labels.say(Phrase.SUBJECT_TO, addresses.get(0));
                    default ->
                        labels.say(Phrase.SUBJECT_TO_MORE, addresses.get(0), Integer.toString(addresses.size() - 1));
                };
        String whole = oneLine(result.original()
                .flatMap(OriginalMessage::subject)
                .map(subject -> labels.say(Phrase.LABEL, why) + " " + subject)
                .orElse(why));
        return whole.codePointCount(0, whole.length()) <= SUBJECT_CHARACTERS
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, SUBJECT_CHARACTERS)) + "…";
    }

    /** Puts the notice under the mail that came back, where programs sort by threads; RFC 5322, section 3.6.4. */
    private Map<String, String> threading() {
        Optional<String> original =
                result.original().flatMap(OriginalMessage::messageId).flatMap(BounceNotice::messageId);
        Optional<String> report = result.messageId().flatMap(BounceNotice::messageId);
        Map<String, String> headers = new LinkedHashMap<>();
        report.or(() -> original).ifPresent(id -> headers.put("In-Reply-To", id));
        String references =
                Stream.concat(original.stream(), report.stream()).distinct().collect(Collectors.joining(" "));
        if (!references.isEmpty()) {
            headers.put("References", references);
        }
        return headers;
    }

    private static Optional<String> messageId(String text) {
        Matcher matcher = MESSAGE_ID.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** A field's value must not end its line: what follows would be a field of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\s]+", " ")
                .strip();
    }
}
