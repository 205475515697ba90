package org.whybounce.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whybounce.mime.BounceMessage;
import org.whybounce.mime.Part;
import org.whybounce.text.Fields;
import org.whybounce.text.ReturnedMessage;

/**
 * RFC 3464 and RFC 6533: delivery status notifications, also where the fields stand in a text part, in the body, or in
 * HTML.
 *
 * <pre>
 * Reporting-MTA: dns; mx.example.org
 *
 * Final-Recipient: rfc822; user@example.net
 * Action: failed
 * Status: 5.1.1
 * Remote-MTA: dns; mx.example.net
 * Diagnostic-Code: smtp; 550 5.1.1 no such user
 * </pre>
 */
final class Rfc3464Reader implements FormatReader {

    private static final Pattern FIELD = Pattern.compile("(?im)^[ \\t>]{0,8}(?:final|original)-recipient[ \\t]{0,4}:");
    // Indented or marked as quoted by a relay; a field would be taken for the rest of the one before.
    private static final Pattern SHIFTED = Pattern.compile(
            "(?im)^[ \\t>]{1,8}(?=(?:reporting-mta|received-from-mta|arrival-date|(?:final|original)-recipient|action|status|remote-mta|diagnostic-code|last-attempt-date|will-retry-until)[ \\t]{0,4}:)");

    private static final Pattern ADJACENT = Pattern.compile("[^\\n]\\n[^\\n]");
    private static final Pattern HEADERS = Pattern.compile("(?im)^[ \\t>]{0,8}(?:from|to|subject|received):");

    private static final Pattern UNTYPED =
            Pattern.compile("^\\s{0,9}(?i:reporting-mta|final-recipient|original-recipient|arrival-date)[ \\t]{0,4}:");

    @Override
    public String name() {
        return "rfc3464";
    }

    @Override
    public Optional<Reading> read(BounceMessage message) {
        List<StatusGroup> groups = groups(message.parts());
        boolean report = message.root().type().equals("multipart/report");
        // Persons attach and quote reports; without the type of one, the headers must be those of a server.
        if (!report && !BounceSigns.byServer(message)) {
            return Optional.empty();
        }
        if (groups.stream().noneMatch(StatusGroup::isOfRecipient)) {
            List<StatusGroup> inText = groupsInText(message);
            if (inText.stream().anyMatch(group -> group.isOfRecipient() && group.isOutcome())) {
                groups = inText;
            }
        }
        return groups.isEmpty()
                ? Optional.empty()
                : new StatusReport(message, report(message.text()))
                        .read(name(), groups)
                        .buildIfAny();
    }

    /** The groups of the status parts among these. */
    static List<StatusGroup> groups(List<Part> parts) {
        List<StatusGroup> groups = new ArrayList<>();
        for (Part part : parts) {
            if (isStatus(part)) {
                groups.addAll(groups(part.text()));
            }
        }
        return groups;
    }

    /** By its type, or where a relay has put a type on it that says nothing, by its fields. */
    private static boolean isStatus(Part part) {
        return part.type().endsWith("delivery-status")
                || part.type().equals("application/octet-stream")
                        && UNTYPED.matcher(part.text()).find();
    }

    private static List<StatusGroup> groups(String text) {
        List<StatusGroup> groups = new ArrayList<>();
        // A relay has made two line ends of each.
        boolean doubled =
                text.strip().contains("\n\n") && !ADJACENT.matcher(text).find();
        for (Fields fields : Fields.groups(doubled ? text.replace("\n\n", "\n") : text)) {
            for (Fields single : fields.split("final-recipient", "original-recipient", "x-actual-recipient")) {
                groups.add(new StatusGroup(single));
            }
        }
        return groups;
    }

    // A relay may have flattened the report, and some servers never had a part of the right type.
    private static List<StatusGroup> groupsInText(BounceMessage message) {
        for (Part part : message.parts()) {
            if (part.type().startsWith("text/") && FIELD.matcher(part.text()).find()) {
                return shifted(part.isHtml() ? HtmlText.of(part.text()) : part.text());
            }
        }
        String text = message.text();
        return FIELD.matcher(text).find() ? shifted(text) : List.of();
    }

    private static List<StatusGroup> shifted(String text) {
        String report = report(text);
        if (!FIELD.matcher(report).find()) {
            // "Below is a copy of the message:" may announce the parts that followed.
            Matcher first = FIELD.matcher(text);
            int start = first.find() ? Math.max(report.length(), text.lastIndexOf("\n\n", first.start())) : 0;
            boolean before = start > 0
                    && !HEADERS.matcher(text.substring(Math.min(report.length(), start), start))
                            .find();
            report = before ? report(text.substring(start)) : report;
        }
        return groups(SHIFTED.matcher(report).replaceAll(""));
    }

    private static String report(String text) {
        return ReturnedMessage.in(text).report();
    }
}
