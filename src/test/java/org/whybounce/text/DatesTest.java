package org.whybounce.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thu, 29 Apr 2010 23:34:45 +0900 (JST) | 2010-04-29T23:34:45+09:00",
                "29 Apr 10 23:34 GMT | 2010-04-29T23:34:00Z",
                "Thu Apr 29 23:34:45 2010 | 2010-04-29T23:34:45Z",
                "2010-04-29T23:34:45+09:00 | 2010-04-29T23:34:45+09:00",
            })
    void datesBecomeIso(String text, String iso) {
        assertThat(Dates.iso(text)).contains(iso);
    }

    @Test
    void whatCannotBeReadIsKeptAsWritten() {
        assertThat(Dates.isoOrAsWritten(" yesterday ")).isEqualTo("yesterday");
        assertThat(Dates.iso("Thu, 99 Apr 2010 99:99:99 +9999")).isEmpty();
    }
}
