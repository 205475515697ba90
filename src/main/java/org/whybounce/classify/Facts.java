package org.whybounce.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whybounce.model.EnhancedStatus;
import org.whybounce.model.Refusal;
import org.whybounce.model.Side;
import org.whybounce.model.SmtpReply;
import org.whybounce.text.Wording;

/** What the conditions of rules are asked of: a refusal with its words made ready, each fact worked out once. */
final class Facts {

    final Refusal refusal;
    final Wording wording;
    final Wording setAside;
    private @org.jspecify.annotations.Nullable Side side;
    private final List<String> statuses;
    private final String reply;
    private final Optional<String> command;
    private final List<String> hosts = new ArrayList<>();

    Facts(Refusal refusal) {
        this.refusal = refusal;
        this.wording = Wording.of(refusal.text());
        StringBuilder aside = new StringBuilder();
        refusal.remoteMta().ifPresent(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        for (Wording.Thing thing : wording.things()) {
            if (thing.kind().equals("url") || thing.kind().equals("host")) {
                aside.append(aside.length() > 0 ? "\n" : "").append(thing.text());
            }
            if (thing.kind().equals("host")) {
                hosts.add(thing.text().toLowerCase(Locale.ROOT));
            }
        }
        this.setAside = Wording.plain(aside.toString());
        this.statuses = new ArrayList<>();
        refusal.status().map(EnhancedStatus::toString).ifPresent(statuses::add);
        refusal.reply()
                .flatMap(SmtpReply::enhancedStatus)
                .map(EnhancedStatus::toString)
                .ifPresent(statuses::add);
        this.reply = refusal.reply().map(SmtpReply::code).map(String::valueOf).orElse("");
        this.command = refusal.smtpCommand().or(wording::command);
    }

    /** Whose server refused; asked only where it matters. */
    Side side() {
        Side known = side;
        if (known == null) {
            known = refusal.side();
            side = known;
        }
        return known;
    }

    /** Whether all conditions of a rule beside its words, {@code With:} and {@code Not:} are met. */
    boolean meet(Rule rule) {
        return (rule.side().isEmpty() || rule.side().get() == side())
                && (rule.replies().isEmpty() || rule.replies().stream().anyMatch(code -> like(reply, code)))
                && (rule.statuses().isEmpty() || rule.statuses().stream().anyMatch(this::hasStatus))
                && (rule.commands().isEmpty()
                        || command.filter(named -> rule.commands().stream().anyMatch(named::equalsIgnoreCase))
                                .isPresent())
                && (rule.hosts().isEmpty() || rule.hosts().stream().anyMatch(this::hasHost));
    }

    private boolean hasHost(String suffix) {
        String wanted = suffix.toLowerCase(Locale.ROOT);
        return hosts.stream()
                .anyMatch(host -> host.endsWith(wanted)
                        && (host.length() == wanted.length()
                                || wanted.startsWith(".")
                                || host.charAt(host.length() - wanted.length() - 1) == '.'));
    }

    private boolean hasStatus(String wanted) {
        for (String status : statuses) {
            if (covers(wanted, status)) {
                return true;
            }
        }
        return false;
    }

    /** Whether "x.7.1" or "5.7.x" covers a status: an x stands for one number. */
    private static boolean covers(String pattern, String status) {
        int at = 0;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == 'x') {
                while (at < status.length() && status.charAt(at) != '.') {
                    at++;
                }
            } else if (at >= status.length() || status.charAt(at++) != pattern.charAt(i)) {
                return false;
            }
        }
        return at == status.length();
    }

    private static boolean like(String code, String pattern) {
        if (code.length() != pattern.length()) {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            if (pattern.charAt(i) != 'x' && pattern.charAt(i) != code.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
