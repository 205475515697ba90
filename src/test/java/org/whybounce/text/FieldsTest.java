package org.whybounce.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {

    @Test
    void groupsArePartedByBlankLines() {
        List<Fields> groups = Fields.groups("Reporting-MTA: dns; a\n\n\nfinal-recipient : rfc822; b\nACTION: failed\n");

        assertThat(groups).hasSize(2);
        assertThat(groups.get(1).get("Final-Recipient")).contains("rfc822; b");
        assertThat(groups.get(1).get("action")).contains("failed");
    }

    @Test
    void foldedValuesAreOneLineAndJunkIsKeptApart() {
        Fields fields = Fields.of("Diagnostic-Code: smtp; 550\n  no such user\nStatus: 5.1.1\nwhat is this\n");

        assertThat(fields.get("diagnostic-code")).contains("smtp; 550 no such user");
        assertThat(fields.junk()).containsExactly("what is this");
    }

    @Test
    void furtherLinesOfADiagnosticCodeMayStandAtTheMargin() {
        Fields fields = Fields.of("Diagnostic-Code: smtp; 550-no\n550 such user\n");

        assertThat(fields.raw("diagnostic-code")).contains("smtp; 550-no\n550 such user");
    }

    @Test
    void aGroupWithoutBlankLinesIsPartedByItsKeys() {
        Fields fields = Fields.of("Final-Recipient: a\nAction: failed\nFinal-Recipient: b\nAction: delayed\n");

        assertThat(fields.split("final-recipient"))
                .extracting(part -> part.get("action").orElseThrow())
                .containsExactly("failed", "delayed");
    }
}
