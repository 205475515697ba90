package org.whybounce.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private static final Labels LABELS = new Labels(
            Locale.ENGLISH,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(Phrase.LISTS, "{listed} on {blocklist}"),
            Map.of(Reason.NULL_MX, "No mail here."));

    @Test
    void valuesStandWhereTheLanguageWantsThem() {
        assertThat(LABELS.say(Phrase.LISTS, "Z", "192.0.2.1")).isEqualTo("192.0.2.1 on Z");
    }

    @Test
    void aValueThatLooksLikeAPlaceholderStaysAsItIs() {
        assertThat(LABELS.say(Phrase.LISTS, "$1 {listed}", "{blocklist}")).isEqualTo("{blocklist} on $1 {listed}");
    }

    @Test
    void whatIsMissingIsSaidInEnglish() {
        Labels old = new Labels(Locale.GERMAN, Map.of(), Map.of(), Map.of());
        assertThat(old.say(Phrase.OF, "today")).isEqualTo("of today");
        assertThat(old.meaning(Reason.NULL_MX)).isEqualTo(Reason.NULL_MX.meaning());
        assertThat(LABELS.meaning(Reason.NULL_MX)).isEqualTo("No mail here.");
    }

    @Test
    void everyPlaceholderNeedsAValue() {
        assertThatThrownBy(() -> LABELS.say(Phrase.LISTS, "Z")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LABELS.say(Phrase.MAIL, "Z")).isInstanceOf(IllegalArgumentException.class);
    }
}
