package org.whybounce.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words that stand around a remedy, in the language of its steps.
 *
 * @param language the language
 * @param audiences who must act, such as {@code the sender}; one entry for each audience
 * @param retries whether sending again helps, such as {@code send again after that}; one entry for each answer
 * @param headings the headings; one entry for each
 * @param phrases what else is said of a bounce, placeholders in braces; English stands in for what is missing
 * @param meanings what the reasons mean, one sentence each; English stands in for what is missing
 */
public record Labels(
        Locale language,
        Map<Audience, String> audiences,
        Map<Retry, String> retries,
        Map<Heading, String> headings,
        Map<Phrase, String> phrases,
        Map<Reason, String> meanings) {

    /** Keeps unmodifiable copies. */
    public Labels {
        audiences = Map.copyOf(audiences);
        retries = Map.copyOf(retries);
        headings = Map.copyOf(headings);
        phrases = Map.copyOf(phrases);
        meanings = Map.copyOf(meanings);
    }

    /**
     * Labels that say everything but these in English.
     *
     * @param language the language
     * @param audiences who must act; one entry for each audience
     * @param retries whether sending again helps; one entry for each answer
     * @param headings the headings; one entry for each
     */
    public Labels(
            Locale language,
            Map<Audience, String> audiences,
            Map<Retry, String> retries,
            Map<Heading, String> headings) {
        this(language, audiences, retries, headings, Map.of(), Map.of());
    }

    /**
     * The words for a message: those of its first recipient's remedy.
     *
     * @param result what was read
     * @return the labels; English where the message names nobody
     */
    public static Labels of(ParseResult result) {
        return result.recipients().stream()
                .findFirst()
                .map(recipient -> recipient.verdict().remedy().labels())
                .orElseGet(() -> new Labels(Locale.ENGLISH, Map.of(), Map.of(), Map.of()));
    }

    /** What stands over a part of a remedy. */
    public enum Heading {
        /** Over who must act. */
        WHO_ACTS,
        /** Over the steps. */
        STEPS,
        /** Over the steps for single programs. */
        GUIDES,
        /** Over what to do when the steps did not help. */
        IF_IT_FAILS,
        /** Over the links. */
        LINKS
    }

    /**
     * Who must act, in a few words.
     *
     * @param audience who
     * @return such as {@code the sender's mail administrator or provider}
     */
    public String who(Audience audience) {
        return audiences.getOrDefault(audience, audience.word());
    }

    /**
     * Whether sending again helps, in a few words.
     *
     * @param retry the answer
     * @return such as {@code send again after that}
     */
    public String again(Retry retry) {
        return retries.getOrDefault(retry, retry.word());
    }

    /**
     * A heading.
     *
     * @param heading which
     * @return its words
     */
    public String heading(Heading heading) {
        return headings.getOrDefault(heading, heading.name());
    }

    /**
     * What a reason means.
     *
     * @param reason why a mail came back
     * @return one plain sentence
     */
    public String meaning(Reason reason) {
        return meanings.getOrDefault(reason, reason.meaning());
    }

    /**
     * Says something of a bounce.
     *
     * @param phrase what to say
     * @param values what stands in place of its {@link Phrase#placeholders()}, in their order
     * @return the words
     * @throws IllegalArgumentException where there are more or fewer values than placeholders
     */
    public String say(Phrase phrase, String... values) {
        return phrase.fill(phrases.getOrDefault(phrase, phrase.english()), List.of(values));
    }
}
