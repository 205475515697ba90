package org.whybounce.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Action;
import org.whybounce.model.EnhancedStatus;
import org.whybounce.model.MessageFields;
import org.whybounce.model.RecipientFields;
import org.whybounce.model.SmtpReply;

/** One template at work on one message: a walk over its lines that collects recipients, reasons and facts. */
final class TemplateWalk {

    private static final int MAX_REASON_LINES = 60;
    // The reply alone on its line, with its words.
    private static final Pattern REFUSAL = Pattern.compile("[45]\\d\\d[ -](?:[45]\\.\\d{1,3}\\.\\d{1,3}\\b|\\p{L}).*");

    /** Recipients that share a reason, because they are named one below the other before it. */
    private static final class Block {
        final List<String> addresses = new ArrayList<>();
        final StringBuilder reason = new StringBuilder();
        final Map<String, String> facts = new HashMap<>();
        int lines;
        int indent;

        boolean isSilent() {
            return reason.length() == 0;
        }

        /** Whether the words end with a code or a colon: what it announces stands on the next line, indented or not. */
        boolean isOpen() {
            String last = reason.substring(Math.max(reason.lastIndexOf(" "), reason.lastIndexOf("\n")) + 1);
            return last.endsWith(":")
                    || EnhancedStatus.findIn(last).isPresent() && Character.isDigit(last.charAt(last.length() - 1));
        }

        void add(String words) {
            if (words.chars().anyMatch(Character::isLetterOrDigit) && lines++ < MAX_REASON_LINES) {
                reason.append(reason.length() == 0 ? "" : "\n").append(words.strip());
            }
        }
    }

    private final Template template;
    private final BounceMessage message;
    private final List<Line> lines;
    private final int reportLines;
    private final List<Block> blocks = new ArrayList<>();
    // Who is in which block: a report that names somebody twice still tells of one failure.
    private final Map<String, Block> named = new HashMap<>();
    private final Block shared = new Block();
    private Block current = shared;
    private boolean collecting;
    private boolean labelled;
    /** A fact whose label was the whole line: it stands on the next one. */
    private @Nullable String awaited;

    /** Begins a walk that ends at the latest where the returned message begins. */
    TemplateWalk(Template template, BounceMessage message, List<Line> lines, int reportLines) {
        this.template = template;
        this.message = message;
        this.lines = lines;
        this.reportLines = reportLines;
        this.labelled = !template.reasonAfter().isEmpty();
    }

    Optional<Reading> read(int start) {
        int end = Math.min(lines.size(), reportLines);
        walk(start, end);
        if (blocks.isEmpty() && template.recipients().stream().allMatch(LinePattern::hasWords)) {
            // A report that sums up the header of the message first looks as if the message began there.
            end = lines.size();
            walk(start, end);
        }
        if (labelled && !blocks.isEmpty() && blocks.stream().allMatch(Block::isSilent) && shared.isSilent()) {
            // The label of the reason is not there: what follows the address is taken for it.
            labelled = false;
            blocks.clear();
            named.clear();
            current = shared;
            walk(start, end);
        }
        return reading();
    }

    private void walk(int start, int end) {
        template.starts().forEach(pattern -> facts(pattern, lines.get(start)));
        boolean open = template.after().isEmpty();
        for (int i = start; i < end; i++) {
            Line line = lines.get(i);
            if (i > start && anyMatch(template.ends(), line) != null) {
                break;
            }
            if (awaited != null && !line.isBlank()) {
                keep(Map.of(awaited, line.shown()), current);
                awaited = null;
            }
            template.facts().forEach(pattern -> facts(pattern, line));
            if (!open && anyMatch(template.after(), line) != null) {
                open = true;
                collecting = false;
                continue;
            }
            if (!(open && recipient(line))) {
                words(line);
            }
        }
    }

    private Optional<Reading> reading() {
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        int end = Math.min(lines.size(), reportLines);
        if (named.size() == 1 && !repliedIn(blocks.get(0).reason.toString()) && !repliedIn(shared.reason.toString())) {
            // It can only be about the one who is named.
            boolean anywhere = template.span() == Template.Span.REPLY;
            lines.subList(0, end).stream()
                    .map(Line::shown)
                    .filter(line ->
                            anywhere ? repliedIn(line) : REFUSAL.matcher(line).lookingAt())
                    .findFirst()
                    .ifPresent(blocks.get(0)::add);
        }
        boolean delayed = lines.subList(0, end).stream().anyMatch(line -> anyMatch(template.delayed(), line) != null);
        ReadingBuilder reading = ReadingBuilder.of(template.format(), message);
        recipients(delayed ? Action.DELAYED : template.action()).forEach(reading::recipient);
        Optional<String> reporting =
                Optional.ofNullable(shared.facts.get("reporting-mta")).flatMap(Facts::host);
        reading.fields(
                new MessageFields(reporting, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        if (template.mailProgram()) {
            reading.byMailProgram();
        }
        return reading.buildIfAny();
    }

    private static boolean repliedIn(String words) {
        return SmtpReply.findIn(words).isPresent();
    }

    private boolean recipient(Line line) {
        // In a block of words, a deeper indented "<address>: no such user" is what a server said.
        if (collecting && current != shared && (current.isOpen() || inside(line))) {
            return false;
        }
        Map<String, String> match = anyMatch(template.recipients(), line);
        if (match == null) {
            return false;
        }
        List<String> addresses = LinePattern.addresses(match.get(LinePattern.ADDRESS));
        Block earlier = addresses.isEmpty() ? null : named.get(addresses.get(0));
        if (earlier != null && earlier != current && !earlier.isSilent()) {
            // The report comes back to somebody of whom it has said why: it sums up.
            collecting = false;
            return true;
        }
        if (earlier != current && (current == shared || current.reason.length() > 0 || !current.facts.isEmpty())) {
            current = new Block();
            current.indent = line.indent();
            blocks.add(current);
        }
        for (String address : addresses) {
            Block before = named.put(address, current);
            if (before != current) {
                current.addresses.add(address);
                Optional.ofNullable(before).ifPresent(list -> list.addresses.remove(address));
            }
        }
        keep(match, current);
        boolean reasonHere = !labelled;
        if (withLine()) {
            current.add(line.shown());
        } else if (match.containsKey(LinePattern.REASON)) {
            current.add(match.get(LinePattern.REASON));
        } else if (reasonHere) {
            current.add(match.get(LinePattern.REST));
        }
        collecting = reasonHere || withLine();
        return true;
    }

    private boolean withLine() {
        return template.span() == Template.Span.LINE || template.span() == Template.Span.REPLY;
    }

    private boolean inside(Line line) {
        return !current.isSilent() && line.indent() > current.indent;
    }

    private void words(Line line) {
        Map<String, String> label = anyMatch(template.reasonAfter(), line);
        if (label != null) {
            current.add(label.getOrDefault(LinePattern.REASON, label.get(LinePattern.REST)));
            collecting = true;
            return;
        }
        if (!collecting) {
            return;
        }
        if (line.isBlank()) {
            // A label may be followed by a blank line before its reason.
            boolean begun = current.reason.length() > 0;
            collecting = !begun || template.span() == Template.Span.ALL;
        } else if (anyMatch(template.skip(), line) == null) {
            current.add(line.shown());
        }
    }

    private void facts(LinePattern pattern, Line line) {
        pattern.match(line).ifPresent(match -> keep(match, current));
    }

    private void keep(Map<String, String> match, Block block) {
        match.forEach((hole, content) -> {
            if (content.isEmpty() && Template.FACTS.contains(hole)) {
                awaited = hole;
            } else if (hole.equals("reporting-mta")) {
                shared.facts.putIfAbsent(hole, content);
            } else if (Template.FACTS.contains(hole)) {
                block.facts.putIfAbsent(hole, content);
            }
        });
    }

    private static @Nullable Map<String, String> anyMatch(List<LinePattern> patterns, Line line) {
        for (LinePattern pattern : patterns) {
            Optional<Map<String, String>> match = pattern.match(line);
            if (match.isPresent()) {
                return match.get();
            }
        }
        return null;
    }

    private List<RecipientFields> recipients(Action action) {
        List<RecipientFields> recipients = new ArrayList<>();
        for (Block block : blocks) {
            String reason = (block.reason.length() > 0 ? block : shared).reason.toString();
            for (String address : block.addresses) {
                RecipientFields.Builder fields = Facts.recipient(address, action, reason);
                Facts.add(fields, shared.facts);
                Facts.add(fields, block.facts);
                recipients.add(fields.build());
            }
        }
        return recipients;
    }
}
