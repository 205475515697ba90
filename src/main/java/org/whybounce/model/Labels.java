package org.whybounce.model;

import java.util.Locale;
import java.util.Map;

/**
 * The words that stand around a remedy, in the language of its steps.
 *
 * @param language the language
 * @param audiences who must act, such as {@code the sender}; one entry for each audience
 * @param retries whether sending again helps, such as {@code send again after that}; one entry for each answer
 * @param headings the headings; one entry for each
 */
public record Labels(
        Locale language, Map<Audience, String> audiences, Map<Retry, String> retries, Map<Heading, String> headings) {

    /** Keeps unmodifiable copies. */
    public Labels {
        audiences = Map.copyOf(audiences);
        retries = Map.copyOf(retries);
        headings = Map.copyOf(headings);
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
}
