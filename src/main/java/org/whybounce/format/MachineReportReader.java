package org.whybounce.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.mime.Part;
import org.whybounce.model.Kind;

/** RFC 7489 and RFC 8460: aggregate reports of DMARC and of TLS, which other servers send once a day. */
final class MachineReportReader implements FormatReader {

    private static final Pattern AGGREGATE =
            Pattern.compile("(?i)^\\s*(?:\\[.{0,30}\\]\\s*)?report[- ]domain:\\s*\\S+.{0,200}submitter:");
    // RFC 7489, section 7.2.1.1: receiver ! domain ! begin ! end.
    private static final Pattern FILE = Pattern.compile("(?i)^[\\w.-]{3,200}![\\w.-]{3,200}!\\d{9,11}!\\d{9,11}.*");

    @Override
    public String name() {
        return "machine-report";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        String format = message.header("tls-report-domain").isPresent() ? "tls-report" : "";
        for (Part part : message.parts()) {
            format = format.isEmpty() ? formatOf(part) : format;
        }
        // Both kinds may have this subject.
        if (format.isEmpty()
                && AGGREGATE.matcher(message.header("subject").orElse("")).find()) {
            format = "dmarc-report";
        }
        return format.isEmpty()
                ? Optional.empty()
                : Optional.of(ReadingBuilder.of(format, message)
                        .kind(Kind.OTHER)
                        .withoutOriginal()
                        .build());
    }

    private static String formatOf(Part part) {
        if (part.type().startsWith("application/tlsrpt")
                || part.parameter("report-type")
                        .map(t -> t.toLowerCase(Locale.ROOT).equals("tlsrpt"))
                        .orElse(false)) {
            return "tls-report";
        }
        return part.parameter("name").map(FILE::matcher).map(m -> m.matches()).orElse(false) ? "dmarc-report" : "";
    }
}
