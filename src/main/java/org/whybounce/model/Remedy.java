package org.whybounce.model;

import java.util.List;

/**
 * What a person can do about a refusal. In the remedy of a verdict the facts of the bounce are filled in; what the bounce
 * does not tell is a blank in angle brackets, such as {@code <your mail server's IP address>}.
 *
 * @param code its stable name
 * @param audience who must act
 * @param retry whether sending again helps
 * @param summary one sentence: what to do
 * @param steps what to do in order; never empty
 * @param guides the same for one mail program or server each; may be empty
 * @param ifItFails what to do when the steps did not help; may be empty
 * @param links where to read on, as URLs; may be empty
 * @param labels the words around it, in the same language
 */
public record Remedy(
        RemedyCode code,
        Audience audience,
        Retry retry,
        String summary,
        List<String> steps,
        List<Guide> guides,
        List<String> ifItFails,
        List<String> links,
        Labels labels) {

    /** Keeps unmodifiable copies. */
    public Remedy {
        steps = List.copyOf(steps);
        guides = List.copyOf(guides);
        ifItFails = List.copyOf(ifItFails);
        links = List.copyOf(links);
    }

    /**
     * The steps for one program.
     *
     * @param title which program, such as {@code Outlook 2010 / 2013}
     * @param steps what to do in order; a step may hold lines of settings or code
     */
    public record Guide(String title, List<String> steps) {

        /** Keeps an unmodifiable copy. */
        public Guide {
            steps = List.copyOf(steps);
        }
    }
}
