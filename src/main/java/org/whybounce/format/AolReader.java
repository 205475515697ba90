package org.whybounce.format;

import java.util.Optional;
import org.whybounce.mime.BounceMessage;
import org.whybounce.text.Addresses;
import org.whybounce.text.Lines;
import org.whybounce.text.ReturnedMessage;

/**
 * AOL's refusals until about 2010: screen names, whose domain is that of the report's sender.
 *
 * <pre>
 * From: MAILER-DAEMON&#64;aol.com (Mail Delivery Subsystem)
 * Subject: Mail Delivery Problem
 *
 * Your mail to the following recipients could not be delivered because they are not accepting mail from
 * anna&#64;sender.example.com:
 *         screenname
 * </pre>
 */
final class AolReader implements FormatReader {

    @Override
    public String name() {
        return "aol";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        Optional<String> domain =
                Addresses.findIn(message.header("From").orElse("")).flatMap(Addresses::domain);
        if (!Gate.open(message)) {
            return Optional.empty();
        }
        Lines lines = Lines.of(ReturnedMessage.in(message.text()).report());
        int intro =
                lines.find(0, line -> line.startsWith("Your mail to the following recipients could not be delivered"));
        int end = lines.find(intro, line -> line.strip().endsWith(":"));
        if (domain.isEmpty() || intro < 0 || end < 0) {
            return Optional.empty();
        }
        ReadingBuilder reading = ReadingBuilder.of(name(), message);
        int names = lines.skipBlank(end + 1);
        for (int i = names; i < lines.size() && !lines.get(i).isBlank(); i++) {
            String name = lines.get(i).strip();
            reading.failed(name.contains("@") ? name : name + '@' + domain.get(), lines.fold(intro, end + 1));
        }
        return reading.buildIfAny();
    }
}
