package org.whybounce.classify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Reason;
import org.whybounce.model.RemedyCode;
import org.whybounce.model.Side;
import org.whybounce.text.DataFile;
import org.whybounce.text.DataFile.Field;
import org.whybounce.text.DataFile.Group;

/**
 * The remedies of reasons that have several readings, by the circumstances. A group: {@code Reason:} (one or several),
 * one {@code When:}, {@code Remedy:} (likeliest first).
 */
final class SideRemedies {

    /** What a report may tell; where several hold, the first counts. */
    private enum When {
        /** A smart host refused. */
        SMART_HOST,
        /** The mail went through a forwarding or a mailing list. */
        FORWARDED,
        /** The sender's own server refused. */
        OWN,
        /** The recipient's server refused. */
        REMOTE,
        /** The report does not tell. */
        UNKNOWN;

        boolean holds(Facts facts) {
            return switch (this) {
                case SMART_HOST -> facts.refusal.bySmartHost();
                case FORWARDED -> facts.refusal.forwarded();
                case OWN -> facts.side() == Side.OWN;
                case REMOTE -> facts.side() == Side.REMOTE;
                case UNKNOWN -> facts.side() == Side.UNKNOWN;
            };
        }
    }

    private final Map<Reason, Map<When, List<RemedyCode>>> remedies;

    private SideRemedies(Map<Reason, Map<When, List<RemedyCode>>> remedies) {
        this.remedies = remedies;
    }

    /**
     * Reads the table.
     *
     * @param name the file's name, for messages
     * @param text its content
     * @return the table
     * @throws DataFileException at the first thing that is wrong
     */
    static SideRemedies parse(String name, String text) {
        Map<Reason, Map<When, List<RemedyCode>>> all = new EnumMap<>(Reason.class);
        for (Group group : DataFile.parse(name, text).groups()) {
            group.allowOnly(List.of("Reason", "When", "Remedy"));
            When when = group.constant(When.class, group.required("When"));
            List<RemedyCode> codes = new ArrayList<>();
            for (String code : group.required("Remedy").folded().split("[,\\s]+")) {
                codes.add(new RemedyCode(code));
            }
            Field reasons = group.required("Reason");
            for (String reason : reasons.folded().split("[,\\s]+")) {
                Reason one = group.constant(Reason.class, new Field("Reason", reason, reasons.line()));
                Map<When, List<RemedyCode>> cases = all.computeIfAbsent(one, key -> new EnumMap<>(When.class));
                if (cases.put(when, List.copyOf(codes)) != null) {
                    throw group.problem(reasons, reason + " stands twice for " + when);
                }
            }
        }
        return new SideRemedies(all);
    }

    /** The remedies for a reason in the given circumstances; empty where the reason alone decides. */
    List<RemedyCode> of(Reason reason, Facts facts) {
        for (Map.Entry<When, List<RemedyCode>> one :
                remedies.getOrDefault(reason, Map.of()).entrySet()) {
            if (one.getKey().holds(facts)) {
                return one.getValue();
            }
        }
        return List.of();
    }
}
