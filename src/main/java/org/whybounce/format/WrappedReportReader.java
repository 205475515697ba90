package org.whybounce.format;

import java.util.List;
import java.util.Optional;
import org.whybounce.mime.BounceMessage;
import org.whybounce.mime.Part;
import org.whybounce.text.Lines;
import org.whybounce.text.ReturnedMessage;

/**
 * Filters that wrap a server's report into one of their own, with words but without facts. The report within is then
 * what is said; elsewhere a report inside a report is only the message that came back.
 *
 * <pre>
 * From: Mail Delivery Subsystem &lt;MAILER-DAEMON@filter.example.org&gt;
 * Subject: Returned mail: User unknown
 *
 * ----- The following addresses had permanent delivery errors -----
 * [a delivery report follows as message/rfc822]
 * </pre>
 */
final class WrappedReportReader implements FormatReader {

    private static final int MAX_WORDS = 1000;

    @Override
    public String name() {
        return "wrapped-rfc3464";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        if (!BounceSigns.likely(message)) {
            return Optional.empty();
        }
        String words = ReturnedMessage.in(message.text()).report();
        if (words.length() > MAX_WORDS || Trouble.firstNamed(Lines.of(words)) >= 0) {
            return Optional.empty();
        }
        for (Part part : message.parts()) {
            List<StatusGroup> groups = part.nested()
                    .filter(nested -> nested.type().equals("multipart/report"))
                    .map(nested -> Rfc3464Reader.groups(nested.flatten()))
                    .orElse(List.of());
            if (!groups.isEmpty()) {
                String inner = part.nested().map(Part::readableText).orElse("");
                return new StatusReport(message, inner)
                        .read(name(), groups)
                        .original(part.nested().flatMap(Originals::under))
                        .buildIfAny();
            }
        }
        return Optional.empty();
    }
}
