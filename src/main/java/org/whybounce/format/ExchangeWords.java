package org.whybounce.format;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Action;
import org.whybounce.model.EnhancedStatus;
import org.whybounce.model.RecipientFields;

/** The manner in which Exchange, and Outlook after it, wrap a reply: {@code <mx.example.org #5.1.1 smtp;550 No>}. */
final class ExchangeWords {

    private static final Pattern HOST = Pattern.compile(
            "\\bat ([\\w.-]{1,255}\\.[\\w-]{1,63})(?: \\([^)]{0,60}\\))? returned"
                    + "|\\{FQDN=([^}\\s]{1,255})\\}|\\[LastAttemptedServerName=([^\\]\\s]{1,255})\\]|(?:^#?|<)\\s*([\\w-]{1,63}\\.[\\w.-]{1,255}) #");
    private static final Pattern STATUS = Pattern.compile("#([245]\\.\\d{1,3}\\.\\d{1,3})(?: smtp;|\\s*>|\\s*$)");
    private static final Pattern HASH = Pattern.compile("^(?:[\\w.-]{1,255} )?#(?=[2-5]\\d\\d |[<\\s])");
    private static final Pattern TAIL = Pattern.compile("\\s*(?:##(?:rfc822;.*)?|#SMTP#)\\s*$");

    // What the subject says first.
    private static final Pattern DONE = Pattern.compile(
            "(?i)^(?:(delivered|zugestellt|remis|entreg(?:ad[oa]|ue)|consegnat[oa]|bezorgd|levererat|leveret|levert|dostarczono|доставлено|配信済み|配信完了|已送达)"
                    + "|(?:relayed|weitergeleitet|relay[ée]|retransmitid[oa]|inoltrat[oa]|doorgestuurd|vidarebefordra[dt]))\\s?[:：]");

    private ExchangeWords() {}

    /** {@return the fields with what the words say: the words, and the host and the status that they wrap} */
    static RecipientFields read(RecipientFields.Builder recipient, String given) {
        String words = Diagnosis.folded(TAIL.matcher(given).replaceFirst(""));
        Matcher status = STATUS.matcher(words);
        recipient.diagnosticText(HASH.matcher(words).replaceFirst(""));
        host(words).ifPresent(recipient::remoteMta);
        return (status.find() ? recipient.status(EnhancedStatus.parse(status.group(1))) : recipient).build();
    }

    private static Optional<String> host(String words) {
        Matcher host = HOST.matcher(words);
        if (!host.find()) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(1, host.groupCount())
                .mapToObj(host::group)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** What became of a message that did not fail, as the subject says; empty where it says nothing of the kind. */
    static Optional<Action> done(BounceMessage message) {
        Matcher done = DONE.matcher(message.header("Subject").orElse("").strip());
        return !done.find() ? Optional.empty() : Optional.of(done.group(1) != null ? Action.DELIVERED : Action.RELAYED);
    }
}
