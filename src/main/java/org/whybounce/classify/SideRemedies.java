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
 * The remedies of reasons that have several readings, by whose server refused. A group: {@code Reason:} (one or several),
 * {@code Side:}, {@code Remedy:} (likeliest first).
 */
final class SideRemedies {

    private final Map<Reason, Map<Side, List<RemedyCode>>> remedies;

    private SideRemedies(Map<Reason, Map<Side, List<RemedyCode>>> remedies) {
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
        Map<Reason, Map<Side, List<RemedyCode>>> all = new EnumMap<>(Reason.class);
        for (Group group : DataFile.parse(name, text).groups()) {
            group.allowOnly(List.of("Reason", "Side", "Remedy"));
            Side side = group.constant(Side.class, group.required("Side"));
            List<RemedyCode> codes = new ArrayList<>();
            for (String code : group.required("Remedy").folded().split("[,\\s]+")) {
                codes.add(new RemedyCode(code));
            }
            Field reasons = group.required("Reason");
            for (String reason : reasons.folded().split("[,\\s]+")) {
                Reason one = group.constant(Reason.class, new Field("Reason", reason, reasons.line()));
                Map<Side, List<RemedyCode>> sides = all.computeIfAbsent(one, key -> new EnumMap<>(Side.class));
                if (sides.put(side, List.copyOf(codes)) != null) {
                    throw group.problem(reasons, reason + " stands twice for " + side);
                }
            }
        }
        return new SideRemedies(all);
    }

    /** The remedies for a reason in the given circumstances; empty where the reason alone decides. */
    List<RemedyCode> of(Reason reason, Facts facts) {
        Map<Side, List<RemedyCode>> sides = remedies.get(reason);
        return sides == null ? List.of() : sides.getOrDefault(facts.side(), List.of());
    }
}
