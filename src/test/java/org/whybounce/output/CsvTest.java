package org.whybounce.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.whybounce.BounceParser;
import org.whybounce.model.ParseResult;

class CsvTest {

    private static final BounceParser PARSER = BounceParser.standard();

    private static String[] rows(ParseResult result) {
        return Csv.rows("mail", result).split("\r\n");
    }

    @Test
    void eachRecipientHasARowOfAsManyCellsAsTheHeader() throws IOException {
        ParseResult result = PARSER.parse(Path.of("samples/messages/several-recipients-sendmail.eml"));
        assertThat(result.recipients()).hasSizeGreaterThan(1);
        int columns = Csv.header().split(",").length;
        assertThat(rows(result)).hasSize(result.recipients().size()).allSatisfy(row -> assertThat(cells(row))
                .isEqualTo(columns));
    }

    @Test
    void aMailThatNamesNobodyHasARowOfAsManyCells() {
        ParseResult result = PARSER.parse("Subject: Hello\n\nNothing.\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(rows(result)).singleElement().satisfies(row -> {
            assertThat(row).startsWith("mail,other,");
            assertThat(cells(row)).isEqualTo(Csv.header().split(",").length);
        });
    }

    @Test
    void whatASpreadsheetWouldRunIsText() {
        assertThat(Csv.rows("=HYPERLINK(\"http://example.com\")", PARSER.parse(new byte[0])))
                .startsWith("\"'=HYPERLINK(\"\"http://example.com\"\")\",");
    }

    /** Cells of a row: commas outside quotes, and one. */
    private static int cells(String row) {
        int cells = 1;
        boolean quoted = false;
        for (char c : row.toCharArray()) {
            quoted ^= c == '"';
            cells += c == ',' && !quoted ? 1 : 0;
        }
        return cells;
    }
}
