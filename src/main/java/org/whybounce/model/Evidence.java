package org.whybounce.model;

import java.util.List;
import java.util.Optional;

/**
 * Why a verdict was reached.
 *
 * @param field where the deciding words stand: {@code diagnostic-code}, {@code status}, {@code reply}, {@code text}
 * @param rule the name of the deciding rule, or {@link #RESEMBLANCE}
 * @param origin the rule's file and line, such as {@code helo.rules:12}; empty for a rule that stands in no file
 * @param words what matched, as it stands in the text, pieces joined by {@code " … "}; empty where nothing matched
 * @param rivals the rules that matched and lost, the strongest first
 */
public record Evidence(String field, String rule, Optional<String> origin, String words, List<Rival> rivals) {

    /** Stands in place of a rule's name where samples decided by their likeness: no rule had words, or they outweighed it. */
    public static final String RESEMBLANCE = "resemblance";

    /** Keeps an unmodifiable copy. */
    public Evidence {
        rivals = List.copyOf(rivals);
    }

    /** {@return the names of the rules that matched and lost, the strongest first} */
    public List<String> alsoMatched() {
        return rivals.stream().map(Rival::rule).toList();
    }
}
