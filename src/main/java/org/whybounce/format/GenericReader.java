package org.whybounce.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Action;
import org.whybounce.model.OriginalMessage;
import org.whybounce.model.RecipientFields;
import org.whybounce.model.SmtpReply;
import org.whybounce.text.Addresses;
import org.whybounce.text.Lines;
import org.whybounce.text.ReturnedMessage;

/**
 * The last resort: a mail that is a bounce by all its signs, though its format is not known. It names only addresses to
 * which the returned message was sent, that a header names, or beside which the text says what is wrong.
 */
final class GenericReader implements FormatReader {

    private static final Pattern LATE = Pattern.compile(
            "(?i)\\b(?:will (?:be retried|keep trying|continue (?:to )?(?:try|be)|try again|retry)|still (?:being|trying)|(?:you do not|there is no) need to resend|warning message only|delivery (?:is |has been |was )?delayed|not yet (?:been delivered|received)|temporary (?:failure )?(?:warning|report)|temporary problem delivering)"
                    + "|noch nicht zugestellt|wird weiter(?:hin)? versucht|pas encore été (?:remis|livré|distribué)|(?:aún|todavía) no (?:se )?ha(?: podido| sido)?|ainda não (?:foi|pôde)|non è (?:ancora stato|stato ancora)|nog niet (?:afgeleverd|bezorgd)|ännu inte (?:kunnat )?leverer|endnu ikke levere|jeszcze nie została|ещё не доставлен|еще не доставлен|まだ配信|まだ届|尚未(?:送达|投递)");
    private static final Pattern GONE = Pattern.compile(
            "(?i)giving up|gave up|given up|permanent|could not be delivered|undeliverable|failed permanently|returned");

    /** What a program wrote for persons does not name more. */
    private static final int MAX_ADDRESSES = 1000;

    private final EncodedRecipient encoded;

    GenericReader(EncodedRecipient encoded) {
        this.encoded = encoded;
    }

    @Override
    public String name() {
        return "generic";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        ReturnedMessage parted = ReturnedMessage.in(message.text());
        if (!Trouble.isReported(message, parted)) {
            return Optional.empty();
        }
        Optional<OriginalMessage> original = Originals.in(message);
        Lines lines = Lines.of(parted.report());
        Map<String, String> found = named(message, lines, original);
        if (found.isEmpty() && !Trouble.isPlain(message, parted.report())) {
            return Optional.empty();
        }
        boolean late = LATE.matcher(lines.fold(0, lines.size())).find()
                && !GONE.matcher(message.header("subject").orElse("")).find();
        ReadingBuilder reading = ReadingBuilder.of(name(), message).original(original);
        if (found.size() == 1) {
            found.replaceAll((address, words) -> withReply(lines, words));
        }
        Action action = late ? Action.DELAYED : Action.FAILED;
        found.forEach((address, words) -> reading.recipient(address, action, words));
        if (found.isEmpty()) {
            // It failed for somebody, whoever that is.
            reading.recipient(RecipientFields.builder()
                    .action(action)
                    .diagnosticText(lines.fold(0, lines.size()))
                    .build());
        }
        return reading.buildIfAny();
    }

    private Map<String, String> named(BounceMessage message, Lines lines, Optional<OriginalMessage> original) {
        Map<String, String> found = new LinkedHashMap<>();
        String words = lines.fold(0, lines.size());
        boolean trouble = Trouble.isIn(words);
        Surroundings surroundings = new Surroundings(lines);
        for (String address :
                Addresses.findAll(message.header("x-failed-recipients").orElse(""))) {
            found.put(address, surroundings.of(address).orElse(words));
        }
        if (!found.isEmpty() || !trouble) {
            return found;
        }
        Set<String> strangers = strangers(message, original);
        Set<String> sentTo = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        original.ifPresent(o -> List.of("to", "cc", "x-original-to", "delivered-to", "envelope-to")
                .forEach(name ->
                        o.headers().getOrDefault(name, List.of()).forEach(v -> sentTo.addAll(Addresses.findAll(v)))));
        for (String address : Addresses.findAll(String.join("\n", lines.asList())).stream()
                .limit(MAX_ADDRESSES)
                .toList()) {
            Optional<String> reason = surroundings.of(address);
            if (!strangers.contains(address) && (sentTo.contains(address) || reason.isPresent())) {
                found.putIfAbsent(address, reason.orElse(words));
            }
        }
        if (found.isEmpty() && sentTo.size() == 1) {
            found.put(sentTo.iterator().next(), words);
        }
        if (found.isEmpty()) {
            encoded.in(message).ifPresent(address -> found.put(address, words));
        }
        return found;
    }

    // What the server said may stand in a paragraph of its own, and can only be about the one who is named.
    private static String withReply(Lines lines, String words) {
        int at = SmtpReply.findIn(words).isPresent()
                ? -1
                : lines.find(0, line -> SmtpReply.findIn(line).isPresent());
        return at < 0 ? words : words + " " + lines.fold(at, lines.endOfParagraph(at));
    }

    // Those who write or get the report, and those whom it invites to ask for help.
    private static Set<String> strangers(BounceMessage message, Optional<OriginalMessage> original) {
        Set<String> strangers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : List.of("from", "to", "reply-to", "sender", "errors-to", "return-path")) {
            message.header(name).ifPresent(value -> strangers.addAll(Addresses.findAll(value)));
        }
        original.flatMap(OriginalMessage::from).ifPresent(value -> strangers.addAll(Addresses.findAll(value)));
        original.flatMap(OriginalMessage::returnPath).ifPresent(value -> strangers.addAll(Addresses.findAll(value)));
        original.flatMap(OriginalMessage::messageId).ifPresent(value -> strangers.addAll(Addresses.findAll(value)));
        return strangers;
    }
}
