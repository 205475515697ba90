package org.whybounce.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** RFC 2045, section 2.4: a message or a part of one. Decoded when asked for; what was decoded is kept. */
public final class Part {

    private final Source source;
    private final int start;
    private final int contentType;
    private final int encoding;
    private final int bodyStart;
    private final String type;
    private int bodyEnd;
    private int preambleEnd;
    private List<Part> children = List.of();
    private final boolean encoded;

    // Computed when first asked for. Two threads may both do so: the values are immutable and equal.
    private @Nullable HeaderBlock headers;
    private @Nullable Parameters parameters;
    private @Nullable String text;
    private @Nullable Optional<Part> nested;
    private @Nullable List<Part> unpacked;

    Part(Source source, int start, HeadScanner head, String defaultType, int end) {
        this.source = source;
        this.start = start;
        this.contentType = head.contentType;
        this.encoding = head.encoding;
        this.bodyStart = head.bodyStart;
        this.bodyEnd = end;
        this.preambleEnd = bodyStart;
        this.encoded = encoding >= 0 && transferEncoding() != TransferEncoding.NONE;
        this.type = contentType < 0 ? defaultType : fullType(parameters().type(), defaultType);
    }

    private static String fullType(String written, String defaultType) {
        int slash = written.indexOf('/');
        if (slash > 0 && slash < written.length() - 1) {
            return written;
        }
        return switch (written) {
            case "html", "text/html/", "/html" -> "text/html";
            case "multipart", "multipart/" -> "multipart/mixed";
            default -> defaultType;
        };
    }

    void end(int at) {
        bodyEnd = at;
    }

    void endPreamble(int at) {
        preambleEnd = at;
    }

    void add(Part child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    int bodyStart() {
        return bodyStart;
    }

    boolean isLeaf() {
        return children().isEmpty();
    }

    /** Whether no delimiter of this multipart has been seen among the bytes as they stand. */
    boolean isUnparted() {
        return children.isEmpty();
    }

    boolean isEncoded() {
        return encoded;
    }

    private TransferEncoding transferEncoding() {
        return TransferEncoding.of(HeaderBlock.unfoldFrom(source, encoding, bodyStart));
    }

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    Parameters parameters() {
        Parameters known = parameters;
        if (known == null) {
            known = contentType < 0
                    ? Parameters.NONE
                    : Parameters.parse(source, HeaderBlock.unfoldFrom(source, contentType, bodyStart));
            parameters = known;
        }
        return known;
    }

    /** {@return the full type in lower case, such as {@code text/plain}; the default where none is given} */
    public String type() {
        return type;
    }

    /**
     * One parameter of the Content-Type field.
     *
     * @param name its name; letter case does not matter
     * @return its value, decoded (RFC 2231); empty where there is no such parameter
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters().decoded(source, name.toLowerCase(Locale.ROOT)));
    }

    private HeaderBlock block() {
        HeaderBlock known = headers;
        if (known == null) {
            known = HeaderBlock.read(source, start, bodyStart, parameters().raw("charset"));
            headers = known;
        }
        return known;
    }

    /**
     * One header field.
     *
     * @param name its name; letter case does not matter
     * @return its first value, unfolded and decoded (RFC 2047); empty where there is no such field
     */
    public Optional<String> header(String name) {
        HeaderBlock block = block();
        for (int i = 0; i < block.size(); i++) {
            if (block.named(i, name)) {
                return Optional.of(block.value(i));
            }
        }
        return Optional.empty();
    }

    /**
     * All header fields of one name.
     *
     * @param name the name; letter case does not matter
     * @return their values in order, unfolded and decoded (RFC 2047)
     */
    public List<String> headers(String name) {
        HeaderBlock block = block();
        List<String> values = new ArrayList<>(2);
        for (int i = 0; i < block.size(); i++) {
            if (block.named(i, name)) {
                values.add(block.value(i));
            }
        }
        return Collections.unmodifiableList(values);
    }

    /** {@return all header fields in order} */
    public List<HeaderField> fields() {
        HeaderBlock block = block();
        List<HeaderField> fields = new ArrayList<>(block.size());
        for (int i = 0; i < block.size(); i++) {
            fields.add(new HeaderField(block.name(i), block.value(i)));
        }
        return Collections.unmodifiableList(fields);
    }

    /** {@return the body with its transfer encoding undone (RFC 2045, section 6), a new array} */
    public byte[] bytes() {
        return bytes(Integer.MAX_VALUE);
    }

    private byte[] bytes(int max) {
        TransferEncoding how =
                !encoded || isMultipart() && !children.isEmpty() ? TransferEncoding.NONE : transferEncoding();
        return how.decode(source.bytes(), bodyStart, bodyEnd, max);
    }

    /** {@return the body as text, whatever its type, in the charset it names or seems to be in; line ends {@code \n}} */
    public String text() {
        String known = text;
        if (known == null) {
            known = bodyStart == bodyEnd
                    ? ""
                    : Texts.decode(source, this, bytes(source.limits().textBytes() + 1));
            text = known;
        }
        return known;
    }

    /** What stands before the first child of a multipart. */
    String preamble() {
        return Texts.decode(source, this, Arrays.copyOfRange(source.bytes(), bodyStart, preambleEnd));
    }

    /** {@return the parts of a multipart; empty for any other type} */
    public List<Part> children() {
        if (!children.isEmpty() || !encoded || !isMultipart()) {
            return Collections.unmodifiableList(children);
        }
        List<Part> known = unpacked;
        if (known == null) {
            known = unpack();
            unpacked = known;
        }
        return known;
    }

    /** RFC 2045, section 6.4 forbids it, and it is done: a multipart that is encoded as a whole. */
    private List<Part> unpack() {
        if (source.depth() >= source.limits().messageDepth()) {
            return List.of();
        }
        ByteSink plain = new ByteSink(0);
        plain.add("Content-Type:".getBytes(StandardCharsets.US_ASCII));
        plain.add(contentType < 0 ? new byte[0] : HeaderBlock.unfoldFrom(source, contentType, bodyStart));
        plain.add(new byte[] {'\n', '\n'});
        plain.add(bytes());
        List<Part> parts = PartScanner.scan(source.within(plain.toBytes())).children;
        source.odd(parts.isEmpty() ? PartScanner.NO_BOUNDARY : "a multipart that is encoded as a whole");
        return Collections.unmodifiableList(parts);
    }

    /** {@return the message within a part of type message/rfc822 or its like, headers alone too; empty for any other} */
    public Optional<Part> nested() {
        Optional<Part> known = nested;
        if (known == null) {
            known = findNested();
            nested = known;
        }
        return known;
    }

    private Optional<Part> findNested() {
        if (!ReadableText.isOriginal(type)) {
            return Optional.empty();
        }
        if (source.depth() >= source.limits().messageDepth()) {
            source.notes().add("messages nested more than " + source.limits().messageDepth() + " deep");
            return Optional.empty();
        }
        return Optional.of(PartScanner.scan(source.within(bytes())));
    }

    /** {@return this part and all below it, depth first, those inside a returned message not among them} */
    public List<Part> flatten() {
        if (isLeaf()) {
            return List.of(this);
        }
        List<Part> parts = new ArrayList<>();
        Deque<Part> todo = new ArrayDeque<>();
        todo.push(this);
        while (!todo.isEmpty()) {
            Part part = todo.pop();
            parts.add(part);
            List<Part> below = part.children();
            for (int i = below.size() - 1; i >= 0; i--) {
                todo.push(below.get(i));
            }
        }
        return Collections.unmodifiableList(parts);
    }

    /** {@return whether this part is HTML} */
    public boolean isHtml() {
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }

    /**
     * What a person would read of this part and those below it: the plain text that comes before any returned message
     * or status part, or where there is none, the first HTML as text.
     *
     * @return the text; empty where there is none
     */
    public String readableText() {
        return ReadableText.of(this, source.htmlToText());
    }
}
