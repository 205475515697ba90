package org.whybounce.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whybounce.BounceParser;

class JsonTest {

    /** Every member that may occur, by the object that holds it. */
    private static final Map<String, List<String>> MEMBERS = Map.of(
            "message",
                    List.of(
                            "source",
                            "kind",
                            "format",
                            "messageId",
                            "subject",
                            "date",
                            "reportingMta",
                            "receivedFromMta",
                            "dsnGateway",
                            "arrivalDate",
                            "originalEnvelopeId",
                            "original",
                            "complaint",
                            "recipients",
                            "notes"),
            "original", List.of("messageId", "from", "to", "subject", "date", "returnPath", "listId"),
            "complaint", List.of("feedbackType", "userAgent", "sourceIp", "originalMailFrom", "arrivalDate"),
            "recipients",
                    List.of(
                            "finalRecipient",
                            "originalRecipient",
                            "action",
                            "status",
                            "remoteMta",
                            "diagnosticCode",
                            "reply",
                            "smtpCommand",
                            "lastAttemptDate",
                            "willRetryUntil",
                            "finalLogId",
                            "verdict"),
            "diagnosticCode", List.of("type", "text"),
            "reply", List.of("code", "enhancedStatus", "text"),
            "verdict",
                    List.of(
                            "category",
                            "reason",
                            "permanence",
                            "suppress",
                            "confidence",
                            "label",
                            "remedy",
                            "otherRemedies",
                            "retryAfterSeconds",
                            "blocklist",
                            "evidence"),
            "remedy", List.of("code", "audience", "summary", "retry"),
            "blocklist", List.of("name", "listed", "lookupUrl"),
            "evidence", List.of("field", "rule", "origin", "words", "alsoMatched"));

    private static final BounceParser PARSER = BounceParser.standard();

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aLineHoldsTheMembersOfTheContractAndNoEmptyOnes(Path sample) throws IOException {
        String line = Json.line(sample.toString(), PARSER.parse(sample));
        assertThat(line).doesNotContain("\n", "\r");
        check("message", JsonParser.parseString(line).getAsJsonObject());
    }

    private static void check(String kind, JsonObject object) {
        assertThat(MEMBERS.get(kind)).as(kind).containsAll(object.keySet());
        object.asMap().forEach((name, value) -> {
            assertThat(value.isJsonNull()).as(name).isFalse();
            if (value.isJsonObject()) {
                check(name, value.getAsJsonObject());
            } else if (value.isJsonArray()) {
                for (JsonElement each : value.getAsJsonArray()) {
                    if (each.isJsonObject()) {
                        check(name, each.getAsJsonObject());
                    }
                }
            }
        });
    }

    @Test
    void anyBytesGiveOneLineOfValidUtf8() {
        byte[] mail = "Subject: a\0b\u2028c\n\nx".getBytes(StandardCharsets.UTF_8);
        mail[9] = (byte) 0xED;
        String line = Json.line("a\nb\ud800", PARSER.parse(mail));
        assertThat(line).doesNotContain("\n", "\0");
        byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
        assertThat(JsonParser.parseString(new String(utf8, StandardCharsets.UTF_8))
                        .getAsJsonObject()
                        .get("kind")
                        .getAsString())
                .isEqualTo("other");
    }
}
