package org.whybounce.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.mime.Part;
import org.whybounce.model.Action;
import org.whybounce.model.Kind;
import org.whybounce.model.RecipientFields;
import org.whybounce.text.Fields;
import org.whybounce.text.ReturnedMessage;

/**
 * RFC 8098: disposition notifications. "Deleted without being read" is no failure; Dovecot's rejection, which comes in
 * the same form, is one.
 *
 * <pre>
 * Your message to &lt;user@example.org&gt; was automatically rejected:
 * Quota exceeded
 *
 * Final-Recipient: rfc822; user@example.org
 * Disposition: automatic-action/MDN-sent-automatically; deleted
 * </pre>
 */
final class DispositionReader implements FormatReader {

    private static final Pattern MODE = Pattern.compile("(?i)^(?:manual|automatic)-action\\b");
    // Outlook's receipts lose their structure where it knows the receiver; then only words are left.
    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)^(?:(?:not )?read|return receipt|gelesen|(?:nicht |un)gelesen|lu|non lu|leído|no leído|letto|non letto|lida|não lida|gelezen|niet gelezen|läst|oläst|læst|lest|przeczytane|прочитано|開封済み|已读)\\s?[:：]");
    private static final Pattern READ = Pattern.compile(
            "(?i)\\b(?:was (?:read|displayed|deleted without being read)|not read|gelesen|a été (?:lu|supprimé)|leíd|eliminad|lett[oa]|lid[ao]|gelezen|lästes|læst|lest)\\b|przeczytan|прочитан|開封|阅读");
    private static final int MAX_RECEIPT = 1000;
    private static final Pattern REJECTED =
            Pattern.compile("(?i)\\b(?:automatically|was) (?:rejected|refused)\\b|\\bcould not be delivered\\b");
    private static final Pattern BECAUSE = Pattern.compile(
            "(?is)^.{0,400}?(?:\\brejected\\b[^:\\n]{0,80}|\\breason\\s{1,9}(?:was\\s{1,9})?given(?:\\s{1,9}was)?(?:\\s{1,9}as\\s{1,9}follows)?):\\s*(.*)$");

    @Override
    public String name() {
        return "mdn";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        Optional<StatusGroup> group = disposition(message);
        if (group.isEmpty()) {
            return inWords(message)
                    ? Optional.of(ReadingBuilder.of(name(), message)
                            .kind(Kind.READ_RECEIPT)
                            .build())
                    : Optional.empty();
        }
        String text = ReturnedMessage.in(message.text()).report();
        Fields fields = group.get().fields();
        boolean automatic = fields.get("disposition")
                .map(d -> d.toLowerCase(Locale.ROOT).startsWith("automatic-action"))
                .orElse(false);
        if (automatic && REJECTED.matcher(text).find()) {
            var because = BECAUSE.matcher(text);
            return rejected(message, group.get(), because.matches() ? because.group(1) : text);
        }
        return Optional.of(ReadingBuilder.of(name(), message)
                .kind(Kind.READ_RECEIPT)
                .fields(group.get().message())
                .recipient(group.get().recipient().action(Action.DELIVERED).build())
                .build());
    }

    private static boolean inWords(BounceMessage message) {
        return SUBJECT.matcher(message.header("subject").orElse("").strip()).find()
                && !BounceSigns.byPerson(message)
                && message.header("in-reply-to").isEmpty()
                && message.text().length() < MAX_RECEIPT
                && READ.matcher(message.text()).find();
    }

    private static Optional<Reading> rejected(BounceMessage message, StatusGroup group, String words) {
        RecipientFields recipient = group.recipient().build();
        return ReadingBuilder.of("mdn-rejection", message)
                .fields(group.message())
                .recipient(recipient.toBuilder()
                        .diagnosticCode(recipient
                                .diagnosticCode()
                                .or(() -> Diagnosis.of(Optional.empty(), words))
                                .orElse(null))
                        .build())
                .buildIfAny();
    }

    private static Optional<StatusGroup> disposition(BounceMessage message) {
        for (Part part : message.parts()) {
            if (part.type().endsWith("disposition-notification")) {
                return Optional.of(new StatusGroup(Fields.of(part.text())));
            }
        }
        boolean report = message.root().type().equals("multipart/report");
        for (Part part : report ? message.parts("text/plain") : List.<Part>of()) {
            Fields fields = Fields.of(part.text());
            if (fields.get("disposition").filter(d -> MODE.matcher(d).find()).isPresent()) {
                return Optional.of(new StatusGroup(fields));
            }
        }
        boolean reported = message.root()
                .parameter("report-type")
                .map(type -> type.toLowerCase(Locale.ROOT).contains("disposition"))
                .orElse(false);
        return reported ? Optional.of(new StatusGroup(Fields.of(""))) : Optional.empty();
    }
}
