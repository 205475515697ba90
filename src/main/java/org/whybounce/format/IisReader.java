package org.whybounce.format;

import java.util.Optional;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Action;
import org.whybounce.text.Addresses;
import org.whybounce.text.Lines;
import org.whybounce.text.ReturnedMessage;

/**
 * The SMTP service of IIS and old Hotmail, where the status part is lost: a sentence, and the recipients below it.
 *
 * <pre>
 * This is an automatically generated Delivery Status Notification.
 *
 * Unable to deliver message to the following recipients, due to being unable to connect successfully to the destination
 * mail server.
 *
 *        nobody&#64;example.net
 * </pre>
 */
final class IisReader implements FormatReader {

    private static final int SENTENCE_LINES = 8;

    @Override
    public String name() {
        return "iis-smtp";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        if (!Gate.open(message)) {
            return Optional.empty();
        }
        Lines lines = Lines.of(ReturnedMessage.in(message.text()).report());
        int title = lines.skipBlank(0);
        if (title >= lines.size()
                || !lines.get(title)
                        .strip()
                        .startsWith("This is an automatically generated Delivery Status Notification")) {
            return Optional.empty();
        }
        Action action = Action.FAILED;
        String reason = "";
        ReadingBuilder reading = ReadingBuilder.of(name(), message);
        for (int i = lines.skipBlank(title + 1); i < lines.size(); i = lines.skipBlank(lines.endOfParagraph(i))) {
            int end = lines.endOfParagraph(i);
            String paragraph = lines.fold(i, Math.min(end, i + SENTENCE_LINES));
            if (paragraph.contains("following recipient")) {
                action = action(paragraph);
                reason = paragraph;
            }
            for (int at = i; at < end && !reason.isEmpty(); at++) {
                Optional<String> address =
                        Addresses.findIn(lines.get(at)).filter(lines.get(at).strip()::equals);
                if (address.isPresent()) {
                    reading.recipient(address.get(), action, reason);
                }
            }
        }
        return reading.buildIfAny();
    }

    private static Action action(String sentence) {
        if (sentence.contains("delayed")) {
            return Action.DELAYED;
        }
        if (sentence.contains("successfully relayed")) {
            return Action.RELAYED;
        }
        return sentence.contains("successfully delivered") ? Action.DELIVERED : Action.FAILED;
    }
}
