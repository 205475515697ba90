package org.whybounce.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Part tree and decoded texts as Apache mime4j gives them; each difference is explained in a list. */
class Mime4jComparisonTest {

    private static final String LIST = "mime4j-differences.txt";
    private static final int DEEPEST = 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "samples/messages",
                "samples/formats",
                "../shared/corpus/bounces",
                "../shared/corpus/bounces-2",
                "../shared/corpus/nonbounces"
            })
    void everyDifferenceFromMime4jIsExplained(String folder) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(Path.of(folder)), folder + " is not there");
        Map<String, String> explained = explained();
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".eml")).sorted().toList()) {
                String name = file.getFileName().toString();
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length > 0 && (bytes[0] == '{' || bytes[0] == '[')) {
                    continue; // A notification in JSON is no mail.
                }
                List<String> ours = ours(Mails.READER.read(bytes).root(), 0);
                List<String> theirs = theirs(bytes);
                boolean same = ours.equals(theirs);
                if (!same && !explained.containsKey(name)) {
                    wrong.add(name + " differs: " + firstDifference(ours, theirs));
                } else if (same && explained.containsKey(name)) {
                    wrong.add(name + " is listed but does not differ");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyExplanationSaysSomething() throws IOException {
        assertThat(explained().values()).allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(10));
    }

    private static Map<String, String> explained() throws IOException {
        Map<String, String> explained = new TreeMap<>();
        try (InputStream in = Mime4jComparisonTest.class.getResourceAsStream(LIST)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String reason = "";
            for (String line : text.split("\n")) {
                if (line.startsWith("  ")) {
                    explained.put(line.strip(), reason);
                } else if (!line.isBlank()) {
                    reason = line.strip();
                }
            }
        }
        return explained;
    }

    private static List<String> ours(Part part, int depth) {
        List<String> lines = new ArrayList<>();
        String indent = " ".repeat(depth);
        lines.add(indent + part.type());
        // The other types that hold a message, or the beginning of one, are text to mime4j.
        if (part.type().equals("message/rfc822") && part.nested().isPresent()) {
            lines.addAll(ours(part.nested().get(), depth + 1));
        } else if (part.children().isEmpty()) {
            lines.add(indent + squeeze(part.text()));
        }
        part.children().forEach(child -> lines.addAll(ours(child, depth + 1)));
        return lines;
    }

    private static List<String> theirs(byte[] bytes) {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        try {
            Message message = builder.parseMessage(new ByteArrayInputStream(bytes));
            return theirs(message, 0);
        } catch (IOException | RuntimeException e) {
            return List.of("mime4j gives up: " + e);
        }
    }

    private static List<String> theirs(Entity entity, int depth) throws IOException {
        List<String> lines = new ArrayList<>();
        String indent = " ".repeat(depth);
        lines.add(indent + entity.getMimeType().toLowerCase(Locale.ROOT));
        if (entity.getBody() instanceof Multipart multipart && depth < DEEPEST) {
            for (Entity child : multipart.getBodyParts()) {
                lines.addAll(theirs(child, depth + 1));
            }
        } else if (entity.getBody() instanceof Message message) {
            lines.addAll(theirs(message, depth + 1));
        } else if (entity.getBody() instanceof SingleBody body) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            body.writeTo(out);
            String charset = entity.getCharset();
            Charsets charsets = new Charsets();
            lines.add(indent + squeeze(Texts.plain(charsets.decode(out.toByteArray(), 0, out.size(), charset))));
        }
        return lines;
    }

    /** Blanks at the ends of a text are of no interest. */
    private static String squeeze(String text) {
        return text.strip();
    }

    private static String firstDifference(List<String> ours, List<String> theirs) {
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            String a = ours.get(i);
            String b = theirs.get(i);
            if (!a.equals(b)) {
                int at = 0;
                while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
                    at++;
                }
                int from = Math.max(0, at - 20);
                return "entry " + i + " at " + at + ": ours {" + a.substring(from, Math.min(a.length(), at + 40))
                        + "}, theirs {" + b.substring(from, Math.min(b.length(), at + 40)) + "}";
            }
        }
        return ours.size() + " entries, theirs " + theirs.size() + " "
                + theirs.subList(Math.min(ours.size(), theirs.size()), theirs.size());
    }
}
