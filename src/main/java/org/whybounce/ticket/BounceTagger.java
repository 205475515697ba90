package org.whybounce.ticket;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.whybounce.model.Action;
import org.whybounce.model.Audience;
import org.whybounce.model.Bounce;
import org.whybounce.model.Category;
import org.whybounce.model.Kind;
import org.whybounce.model.ParseResult;
import org.whybounce.model.Permanence;
import org.whybounce.model.Reason;
import org.whybounce.model.Recipient;
import org.whybounce.model.RemedyCode;
import org.whybounce.model.Verdict;

/**
 * Gives the tags for the ticket that a message opens or belongs to. A tag is made of {@code a-z}, {@code 0-9} and
 * hyphens, and none is made of words of the message. Tags come without repetition, in the order of this table, those of
 * one row in the order of their enum (remedies: of the alphabet), however the report orders its recipients. Tags never
 * change their meaning; new ones may come.
 *
 * <table>
 * <caption>All tags</caption>
 * <tr><th>tag</th><th>means</th></tr>
 * <tr><td>{@code bounce}, {@code delay}, {@code delivered}, {@code auto-reply}, {@code complaint}, {@code read-receipt}
 *     </td><td>the {@link Kind} of the message</td></tr>
 * <tr><td>{@code challenge}, {@code dmarc-report}, {@code tls-report}</td><td>automatic mail of another kind; ordinary
 *     mail has no tag</td></tr>
 * <tr><td>{@code complaint-abuse}, {@code complaint-auth-failure}, {@code complaint-fraud}, {@code complaint-not-spam},
 *     {@code complaint-opt-out}, {@code complaint-other}, {@code complaint-virus}</td><td>the complaint's Feedback-Type
 *     (RFC 5965 and its registry); absent for any other type</td></tr>
 * <tr><td>{@code bounce-permanent}, {@code bounce-temporary}</td><td>{@link Permanence}: whether the condition lasts
 *     </td></tr>
 * <tr><td>{@code bounce-suppress}</td><td>at least one address is dead and should leave every list</td></tr>
 * <tr><td>{@code bounce-helo}, {@code bounce-auth}, {@code bounce-spam-filter}, {@code bounce-recipient},
 *     {@code bounce-mailbox}, {@code bounce-domain}, {@code bounce-sender}, {@code bounce-message}, {@code bounce-rate},
 *     {@code bounce-transport}, {@code bounce-system}, {@code bounce-undetermined}</td><td>the {@link Category}</td></tr>
 * <tr><td>{@code delay-helo} … {@code delay-undetermined}</td><td>the same for a message that only warns</td></tr>
 * <tr><td>{@code reason-helo-not-fqdn} …</td><td>the {@link Reason}: its name in lower case, with hyphens</td></tr>
 * <tr><td>{@code act-sender}, {@code act-sender-admin}, {@code act-recipient}, {@code act-recipient-admin}</td>
 *     <td>the {@link Audience}: who must act</td></tr>
 * <tr><td>{@code remedy-auth-fix-spf} …</td><td>the likeliest remedy: its {@link RemedyCode} in lower case</td></tr>
 * </table>
 *
 * <p>The rows from {@code bounce-permanent} on speak of the failed recipients of a bounce, or of the delayed recipients
 * of a warning, for which the first two of these rows are left out. Stateless and thread-safe.
 */
public final class BounceTagger {

    private static final Set<String> OTHER_FORMATS = Set.of("challenge", "dmarc-report", "tls-report");
    private static final Set<String> FEEDBACK_TYPES =
            Set.of("abuse", "auth-failure", "fraud", "not-spam", "opt-out", "other", "virus");

    private BounceTagger() {}

    /**
     * The tags of a message.
     *
     * @param result what was read from it
     * @return the tags; none for ordinary mail
     */
    public static List<String> tags(ParseResult result) {
        List<String> tags = new ArrayList<>();
        switch (result.kind()) {
            case BOUNCE -> result.bounce().ifPresent(bounce -> tags.addAll(tags(bounce)));
            case DELAY -> {
                tags.add(result.kind().word());
                addVerdicts(tags, result.kind(), result.recipients());
            }
            case COMPLAINT -> {
                tags.add(result.kind().word());
                feedbackType(result).map(type -> "complaint-" + type).ifPresent(tags::add);
            }
            case DELIVERED, AUTO_REPLY, READ_RECEIPT -> tags.add(result.kind().word());
            case OTHER ->
                Stream.of(result.format()).filter(OTHER_FORMATS::contains).forEach(tags::add);
        }
        return List.copyOf(tags);
    }

    /**
     * The tags of a bounce.
     *
     * @param bounce the bounce
     * @return {@code bounce} and what its failed recipients have to say
     */
    public static List<String> tags(Bounce bounce) {
        return ofFailures(bounce.failed());
    }

    /**
     * The tags of one recipient, for systems that open a ticket for each.
     *
     * @param recipient a recipient
     * @return the tags of a bounce that names this recipient alone, by its action: of a warning for a recipient whose
     *     mail is late, {@code delivered} for one whose mail was delivered, relayed or expanded
     */
    public static List<String> tags(Recipient recipient) {
        return switch (recipient.action()) {
            case FAILED -> ofFailures(List.of(recipient));
            case DELAYED -> {
                List<String> tags = new ArrayList<>(List.of(Kind.DELAY.word()));
                addVerdicts(tags, Kind.DELAY, List.of(recipient));
                yield List.copyOf(tags);
            }
            case DELIVERED, RELAYED, EXPANDED -> List.of(Kind.DELIVERED.word());
        };
    }

    private static List<String> ofFailures(List<Recipient> failed) {
        List<String> tags = new ArrayList<>(List.of(Kind.BOUNCE.word()));
        List<Verdict> verdicts = failed.stream().map(Recipient::verdict).toList();
        each(verdicts, Permanence.class, Verdict::permanence, tags, "bounce-");
        if (verdicts.stream().anyMatch(Verdict::suppress)) {
            tags.add("bounce-suppress");
        }
        addVerdicts(tags, Kind.BOUNCE, failed);
        return List.copyOf(tags);
    }

    private static void addVerdicts(List<String> tags, Kind kind, List<Recipient> recipients) {
        List<Verdict> verdicts = recipients.stream()
                .filter(recipient -> kind == Kind.BOUNCE || recipient.action() == Action.DELAYED)
                .map(Recipient::verdict)
                .toList();
        each(verdicts, Category.class, Verdict::category, tags, kind.word() + "-");
        each(verdicts, Reason.class, Verdict::reason, tags, "reason-");
        each(verdicts, Audience.class, verdict -> verdict.remedy().audience(), tags, "act-");
        Set<RemedyCode> codes = new TreeSet<>();
        verdicts.forEach(verdict -> codes.add(verdict.remedy().code()));
        codes.forEach(code -> tags.add("remedy-" + word(code.value())));
    }

    private static <E extends Enum<E>> void each(
            List<Verdict> verdicts, Class<E> type, Function<Verdict, E> part, List<String> tags, String before) {
        Set<E> found = EnumSet.noneOf(type);
        verdicts.forEach(verdict -> found.add(part.apply(verdict)));
        found.forEach(value -> tags.add(before + word(value.name())));
    }

    private static Optional<String> feedbackType(ParseResult result) {
        return result.complaint()
                .flatMap(report -> report.feedbackType())
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .filter(FEEDBACK_TYPES::contains);
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
