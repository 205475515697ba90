package org.whybounce.text;

import java.util.List;
import java.util.Optional;

/**
 * A text made ready for phrases: lower case, accents and typographic quotes gone, runs of blanks and line ends one
 * blank, hyphens between letters a blank, contractions spelt out ({@code can't} is {@code can not}), the codes of a
 * multi-line reply dropped, and every address, host, IP address and URL one placeholder. Each character knows where it
 * came from, so that evidence can be quoted as it stands.
 */
public final class Wording {

    /** Stands for a mail address; {@code <addr>} in a phrase. */
    static final char ADDRESS = '\ue001';
    /** Stands for a host name; {@code <host>} in a phrase. */
    static final char HOST = '\ue002';
    /** Stands for an IP address; {@code <ip>} in a phrase. */
    static final char IP = '\ue003';
    /** Stands for a URL; {@code <url>} in a phrase. */
    static final char URL = '\ue004';
    /** Stands for anything else in angle brackets; {@code <name>} in a phrase. */
    static final char NAME = '\ue005';

    private static final int LIMIT = 8192;

    private final String original;
    final char[] chars;
    final int[] starts;
    final int[] ends;
    final int length;
    private final int focus;
    private final Optional<String> command;
    private final List<Thing> things;

    /**
     * Something that was set aside.
     *
     * @param kind {@code address}, {@code host}, {@code ip}, {@code url} or {@code name}
     * @param text as it stands in the original
     * @param start where it begins in the original
     */
    public record Thing(String kind, String text, int start) {}

    Wording(WordingReader reader) {
        this.original = reader.text;
        this.chars = reader.chars;
        this.starts = reader.starts;
        this.ends = reader.ends;
        this.length = reader.length;
        this.focus = reader.focus;
        this.command = Optional.ofNullable(reader.command);
        this.things = List.copyOf(reader.things);
    }

    /**
     * Makes a text ready; what stands beyond the first 8 KB is left out.
     *
     * @param text any text
     * @return its wording
     */
    public static Wording of(String text) {
        return new Wording(new WordingReader(text.length() > LIMIT ? text.substring(0, LIMIT) : text, true).read());
    }

    /**
     * Folds a text without setting anything aside: for phrases, and for looking into URLs.
     *
     * @param text any text
     * @return its wording
     */
    public static Wording plain(String text) {
        return new Wording(new WordingReader(text.length() > LIMIT ? text.substring(0, LIMIT) : text, false).read());
    }

    /**
     * Where the innermost quoted reply begins.
     *
     * @return an index into {@link #toString()}; 0 where nothing is quoted
     */
    public int focus() {
        return focus;
    }

    /**
     * Where a character stands in the original.
     *
     * @param index an index into {@link #toString()}
     * @return the index of its first character in the original
     */
    public int start(int index) {
        return starts[index];
    }

    /** How many words, or parts of words, stand between two places. */
    int words(int from, int to) {
        int count = 0;
        for (int at = from; at < to; at++) {
            count += chars[at] != ' ' && (at == from || chars[at - 1] == ' ') ? 1 : 0;
        }
        return count;
    }

    /** {@return the SMTP command that the text names as refused, in capitals} */
    public Optional<String> command() {
        return command;
    }

    /**
     * Whether a character of {@link #toString()} stands for something that was set aside.
     *
     * @param c a character
     * @return whether it is a placeholder
     */
    public static boolean isPlaceholder(char c) {
        return c >= ADDRESS && c <= NAME;
    }

    /** {@return what was set aside, in the order of the text} */
    public List<Thing> things() {
        return things;
    }

    /**
     * Quotes the original.
     *
     * @param from an index into {@link #toString()}
     * @param to the end, exclusive, beyond {@code from}
     * @return the words as they stand there
     */
    public String quote(int from, int to) {
        return original.substring(starts[from], ends[to - 1]);
    }

    /** {@return the wording as a phrase that finds it: placeholders by name, numbers and signs of the syntax as such} */
    public String phrase() {
        StringBuilder phrase = new StringBuilder();
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            switch (c) {
                case ADDRESS -> phrase.append("<addr>");
                case HOST -> phrase.append("<host>");
                case IP -> phrase.append("<ip>");
                case URL -> phrase.append("<url>");
                case NAME -> phrase.append("<name>");
                case '{', '}', '|', '~' -> phrase.append(" * ");
                default -> phrase.append(c);
            }
        }
        return phrase.toString().replaceAll("\\d+", "#").replaceAll("\\s+", " ").strip();
    }

    /** {@return the wording, placeholders as private-use characters} */
    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
