package org.whybounce.classify;

import java.util.List;
import java.util.Optional;
import org.whybounce.model.Permanence;
import org.whybounce.model.Reason;
import org.whybounce.model.RemedyCode;
import org.whybounce.model.Side;

/**
 * One rule of a {@link RuleFile}: what must be there, and what it then means. A list that is empty asks for nothing.
 *
 * @param name its name, unique among all rules
 * @param origin its file and line
 * @param reason what it means
 * @param among other reasons that its words leave open; the samples that a text resembles choose
 * @param tokens vendor tokens, any of which decides
 * @param phrases phrases, any of which decides
 * @param urls phrases for the URLs and host names of the text, one of which must occur
 * @param with phrases of which one must occur as well
 * @param not phrases that must not occur
 * @param statuses enhanced status codes, {@code x} for any number
 * @param replies reply codes, {@code x} for any digit
 * @param hosts suffixes of the answering host's name
 * @param commands SMTP commands
 * @param side whose server refused
 * @param remedies the remedies, likeliest first; empty: those of the reason
 * @param permanence where the class of the code is wrong
 * @param suppress where the reason alone does not tell
 * @param blocklist the name of an entry in the catalogue of blocklists
 * @param confidence where the usual one is wrong
 * @param label a word of the site's own for what the rule finds
 * @param samples texts that this rule decides
 */
public record Rule(
        String name,
        String origin,
        Reason reason,
        List<Reason> among,
        List<String> tokens,
        List<String> phrases,
        List<String> urls,
        List<String> with,
        List<String> not,
        List<String> statuses,
        List<String> replies,
        List<String> hosts,
        List<String> commands,
        Optional<Side> side,
        List<RemedyCode> remedies,
        Optional<Permanence> permanence,
        Optional<Boolean> suppress,
        Optional<String> blocklist,
        Optional<Double> confidence,
        Optional<String> label,
        List<Sample> samples) {

    /**
     * A text that the rule decides.
     *
     * @param text as the software words it, with reserved names and addresses
     * @param source where it is from
     * @param origin its file and line
     */
    public record Sample(String text, String source, String origin) {}

    /** {@return how many conditions it makes beside its words} */
    int conditions() {
        int count = 0;
        for (List<String> list : List.of(urls, with, statuses, replies, hosts, commands)) {
            count += list.isEmpty() ? 0 : 1;
        }
        boolean bare = tokens.isEmpty() && phrases.isEmpty();
        return count + (side.isPresent() ? 1 : 0) - (bare && count > 0 ? 1 : 0);
    }
}
