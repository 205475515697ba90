package org.whybounce.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text is laid out for a terminal of 78 columns. */
class WrapTest {

    @Test
    void theMarkBeforeAWordStaysWithIt() {
        String text = "550 5.7.1 only »clients« who have identified »themselves« may »send« through us";

        assertThat(Wrap.hanging("Said:      ", text)).contains("»send«");
    }

    @Test
    void aUrlIsNotBroken() {
        String url = "https://www.example.com/a-rather-long-path/that-goes-on/and-on/to-the-end";

        assertThat(Wrap.hanging("See:       ", "Read what is said on the page " + url))
                .contains(url);
    }
}
