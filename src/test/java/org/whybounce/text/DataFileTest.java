package org.whybounce.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whybounce.model.DataFileException;
import org.whybounce.model.Reason;

class DataFileTest {

    @Test
    void readsGroupsContinuedLinesEmptyLinesAndComments() {
        DataFile file = DataFile.parse("x", "# a comment\nA: 1\n  2\n .\n 3\n\n\nB: 4\n# inside\nC: 5\n");
        assertThat(file.groups()).hasSize(2);
        assertThat(file.groups().get(0).required("A").value()).isEqualTo("1\n 2\n\n3");
        assertThat(file.groups().get(0).required("A").folded()).isEqualTo("1 2 3");
        assertThat(file.groups().get(1).type()).isEqualTo("B");
        assertThat(file.groups().get(1).line()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' indented'  | 'x:1: a continued line, but no field before it'",
                "'A: 1\nwhat' | 'x:2: expected \"Name: value\", found \"what\"'",
                "'9: 1'       | 'x:1: expected \"Name: value\", found \"9: 1\"'",
            })
    void saysWhichLineIsWrongAndWhatWasExpected(String text, String message) {
        assertThatThrownBy(() -> DataFile.parse("x", text))
                .isInstanceOf(DataFileException.class)
                .hasMessage(message);
    }

    @Test
    void namesTheNearestConstantAndTheNearestField() {
        DataFile.Group group = DataFile.parse("mailbox.rules", "Rule: a\nReason: MAILBOX_FUL\nPhrse: x\n")
                .groups()
                .get(0);
        assertThatThrownBy(() -> group.constant(Reason.class, group.required("Reason")))
                .hasMessage("mailbox.rules:2: unknown Reason \"MAILBOX_FUL\"; did you mean MAILBOX_FULL?");
        assertThatThrownBy(() -> group.allowOnly(List.of("Rule", "Reason", "Phrase")))
                .hasMessage("mailbox.rules:3: unknown field Phrse; did you mean Phrase?");
    }

    @Test
    void refusesAFieldThatStandsTwiceWhereOneIsMeant() {
        DataFile.Group group =
                DataFile.parse("x", "A: 1\nB: 2\nB: 3\n").groups().get(0);
        assertThatThrownBy(() -> group.required("B")).hasMessage("x:3: B stands twice in this group");
        assertThatThrownBy(() -> group.required("C")).hasMessage("x:1: A needs a field C");
    }
}
