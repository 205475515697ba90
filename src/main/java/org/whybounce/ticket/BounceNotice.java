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
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.ParseResult;
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

    private static final String ATTACHED = "The attached message";
    private static final Pattern MESSAGE_ID =
            Pattern.compile("<[\\x21-\\x7e&&[^<>@]]{1,200}@[\\x21-\\x7e&&[^<>@]]{1,200}>");
    private static final int SUBJECT_CHARACTERS = 150;

    private final ParseResult result;
    private final byte[] bounce;
    private final Function<RemedyCode, Optional<Remedy>> catalogue;

    private BounceNotice(ParseResult result, byte[] bounce, Function<RemedyCode, Optional<Remedy>> catalogue) {
        this.result = result;
        this.bounce = bounce;
        this.catalogue = catalogue;
    }

    /**
     * Prepares the notice of a bounce.
     *
     * @param result what was read from the bounce
     * @param bounce the bounce as it came, to be attached
     * @param catalogue finds the remedies that are named second, such as {@code parser::remedy}
     * @return the notice
     * @throws IllegalArgumentException where the result is of a message that is no bounce
     */
    public static BounceNotice about(
            ParseResult result, byte[] bounce, Function<RemedyCode, Optional<Remedy>> catalogue) {
        if (result.bounce().isEmpty()) {
            throw new IllegalArgumentException("no bounce: " + result.kind().word());
        }
        return new BounceNotice(result, bounce.clone(), catalogue);
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
            mail.setTextMsg(Explanation.inFull(ATTACHED, result, catalogue));
            mail.setHtmlMsg(NoticeHtml.of(ATTACHED, result, catalogue));
            mail.attachBounce(bounce);
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
        String whom = addresses.isEmpty()
                ? ""
                : " to " + addresses.get(0) + (addresses.size() > 1 ? " and " + (addresses.size() - 1) + " more" : "");
        String what = result.original()
                .flatMap(OriginalMessage::subject)
                .map(subject -> ": " + subject)
                .orElse("");
        String whole = oneLine("Why the mail" + whom + " came back" + what);
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
