package org.whybounce.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Kind;

/** Challenges: the mail waits until its sender proves to be a person. No failure, and no vacation either. */
final class ChallengeReader implements FormatReader {

    private static final Pattern SUBJECT = Pattern.compile(
            "(?:please )?(?:confirm|verify) (?:your|that you|you(?:'re| are)|this|delivery of) ?(?:e-?mail|message|mail|sent|the sender|identity|are)?|requires? (?:verification|confirmation|authentication)|confirmation required|verification required|challenge|\\[spamarrest\\]|verify#"
                    + "|bestätig|confirmaci[óo]n|conferm|confirme[rz]|confirmation|vérifi|verifica|подтверд|確認|确认");
    private static final Pattern TEXT = Pattern.compile(
            "\\b(?:confirm|verify|prove|authenticat|approve|release|click|reply to this|respond to this|bestätig|klick|clic|cliqu|conferm|подтверд|нажм)\\w*\\b|確認|确认|クリック|点击");
    private static final Pattern HELD = Pattern.compile(
            "\\b(?:(?:message|mail|e-mail|email) (?:has been|is being|is|was|will be|you sent has been) (?:held|delivered|placed|queued|waiting|quarantined)|to (?:have|get) (?:it|your (?:message|mail|e-?mail)) delivered|(?:first time|not on (?:my|our|his|her|the)|whitelist|approved senders?|unknown sender|human|anti-?spam|spam ?arrest|boxbe|tmda|bluebottle|only (?:do|need) (?:this|to) .{0,20}once))\\b"
                    + "|noch nicht zugestellt|zurückgehalten|(?:kein|no es|pas (?:un )?|non (?:è|sei)) (?:uno )?spam|ist retenid|retenid[oa]|mis en attente|in attesa di|задержан|не спам");

    @Override
    public String name() {
        return "challenge";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        boolean named = message.header("x-tmda-fingerprint").isPresent()
                || message.header("x-boxtrapper").isPresent()
                || message.header("x-challenge").isPresent()
                || message.header("x-uolwebmail-antispam").isPresent();
        String subject = lower(message.header("subject").orElse(""), 300);
        if (!named && !(SUBJECT.matcher(subject).find() && isAutomatic(message) && asks(message))) {
            return Optional.empty();
        }
        return Optional.of(ReadingBuilder.of(name(), message).kind(Kind.OTHER).build());
    }

    private static boolean isAutomatic(BounceMessage message) {
        return message.header("auto-submitted")
                        .map(v -> !v.strip().equalsIgnoreCase("no"))
                        .orElse(false)
                || message.header("x-autorespond").isPresent()
                || message.header("precedence")
                        .map(v -> !v.strip().equalsIgnoreCase("list"))
                        .orElse(false)
                || BounceSigns.nullSender(message);
    }

    private static boolean asks(BounceMessage message) {
        String text = lower(message.text(), 4000);
        return TEXT.matcher(text).find() && HELD.matcher(text).find();
    }

    private static String lower(String text, int most) {
        return (text.length() > most ? text.substring(0, most) : text).toLowerCase(Locale.ROOT);
    }
}
