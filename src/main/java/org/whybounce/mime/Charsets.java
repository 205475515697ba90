package org.whybounce.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Charsets by the names that mail gives them: right ones, misspelt ones, and ones that the bytes belie. */
final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    // Names are remembered, misses too, but not without end: mail comes from strangers.
    private static final int REMEMBERED = 500;

    // Letters and digits of a name to what is meant; where a larger set holds a smaller one, the larger.
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("uft8", "UTF-8"),
            Map.entry("utf", "UTF-8"),
            Map.entry("ut8", "UTF-8"),
            Map.entry("utf8mb4", "UTF-8"),
            Map.entry("unicode11utf8", "UTF-8"),
            Map.entry("unicode", "UTF-16"),
            Map.entry("iso88591", "windows-1252"),
            Map.entry("88591", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("ansix341968", "windows-1252"),
            Map.entry("iso88596i", "ISO-8859-6"),
            Map.entry("iso88598i", "ISO-8859-8"),
            Map.entry("iso88598e", "ISO-8859-8"),
            Map.entry("iso88599", "windows-1254"),
            Map.entry("iso885911", "x-windows-874"),
            Map.entry("tis620", "x-windows-874"),
            Map.entry("windows874", "x-windows-874"),
            Map.entry("koi8", "KOI8-R"),
            Map.entry("koi8ru", "KOI8-U"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb231280", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("xgbk", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("hzgb2312", "GB18030"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("xxbig5", "Big5-HKSCS"),
            Map.entry("big5eten", "Big5-HKSCS"),
            Map.entry("cp950", "Big5-HKSCS"),
            Map.entry("shiftjis", "windows-31j"),
            Map.entry("xsjis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("iso2022jp", "x-windows-iso2022jp"),
            Map.entry("iso2022jpms", "x-windows-iso2022jp"),
            Map.entry("iso2022jp3", "x-windows-iso2022jp"),
            Map.entry("jis", "x-windows-iso2022jp"),
            Map.entry("euc", "EUC-JP"),
            Map.entry("xeuc", "EUC-JP"),
            Map.entry("euckr", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("ksc56011987", "x-windows-949"),
            Map.entry("ksc56011989", "x-windows-949"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("macroman", "x-MacRoman"));

    private final Map<String, Optional<Charset>> known = new ConcurrentHashMap<>();

    /** Decodes bytes; the name is a claim, and the bytes have the last word. */
    String decode(byte[] bytes, int from, int to, @Nullable String name) {
        if (name == null) {
            return guess(bytes, from, to, null);
        }
        if (Utf7.isName(name)) {
            return Utf7.decode(bytes, from, to);
        }
        return guess(bytes, from, to, find(name).orElse(null));
    }

    /** Decodes what is in no known charset: UTF-8 if it is that, else a charset that is likely, else windows-1252. */
    private static String guess(byte[] bytes, int from, int to, @Nullable Charset likely) {
        if (likely != null && !likely.equals(StandardCharsets.UTF_8) && trusted(likely, bytes, from, to)) {
            return strict(likely, bytes, from, to);
        }
        int escape = Ascii.indexOf(bytes, from, to, '\u001b', '$');
        if (escape >= 0 && Charset.isSupported("x-windows-iso2022jp")) {
            return strict(Charset.forName("x-windows-iso2022jp"), bytes, from, to);
        }
        if (Ascii.allAscii(bytes, from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        Charset single = likely != null && isLatin(likely.name()) && !likely.equals(StandardCharsets.US_ASCII)
                ? likely
                : WINDOWS_1252;
        return Utf8.decode(bytes, from, to, () -> otherwise(likely, single, bytes, from, to), single);
    }

    /** What bytes are in that are neither in the charset they should be in nor UTF-8. */
    private static Charset otherwise(@Nullable Charset likely, Charset single, byte[] bytes, int from, int to) {
        if (likely != null && likely.name().contains("2022jp") && Charset.isSupported("windows-31j")) {
            return Charset.forName("windows-31j");
        }
        return single.equals(likely)
                ? single
                : CharsetGuess.of(bytes, from, to).flatMap(Charsets::named).orElse(single);
    }

    private static boolean isLatin(String name) {
        return name.startsWith("windows-125") || name.startsWith("ISO-8859") || name.equals("US-ASCII");
    }

    /** Whether bytes may be in a charset: one of wide characters holds NUL, one that shifts has an escape. */
    private static boolean trusted(Charset charset, byte[] bytes, int from, int to) {
        String name = charset.name();
        if (name.startsWith("UTF-16") || name.startsWith("UTF-32")) {
            return Ascii.indexOf(bytes, from, to, '\0') >= 0;
        }
        if (name.contains("2022") || name.contains("iso2022")) {
            return Ascii.allAscii(bytes, from, to);
        }
        // In single-byte text, valid UTF-8 beyond ASCII does not come about by chance, nor in pairs of bytes one of
        // three.
        if (isLatin(name)) {
            return Utf8.count(bytes, from, to) <= 0 && !name.equals("US-ASCII");
        }
        return !Utf8.isEvident(bytes, from, to);
    }

    private static String strict(Charset charset, byte[] bytes, int from, int to) {
        try {
            return new String(bytes, from, to - from, charset);
        } catch (RuntimeException | InternalError brokenDecoder) {
            return new String(bytes, from, to - from, WINDOWS_1252);
        }
    }

    Optional<Charset> find(String name) {
        Optional<Charset> found = known.get(name);
        if (found == null) {
            found = lookUp(name);
            if (known.size() < REMEMBERED && name.length() <= 64) {
                known.put(name, found);
            }
        }
        return found;
    }

    private static Optional<Charset> lookUp(String name) {
        if (name.length() > 64) {
            return Optional.empty();
        }
        String plain = name.strip().toLowerCase(Locale.ROOT);
        String key = letters(plain);
        if (MEANT.containsKey(key)) {
            Optional<Charset> meant = named(MEANT.get(key));
            if (meant.isPresent()) {
                return meant;
            }
        }
        String digits = key.replaceAll("^[a-z]+", "");
        return named(plain)
                .or(() -> named(plain.replaceFirst("^x-", "")))
                .or(() -> named(plain.replace('_', '-')))
                .or(() -> key.startsWith("utf8") ? Optional.of(StandardCharsets.UTF_8) : Optional.empty())
                .or(() -> key.startsWith("iso8859") ? named("ISO-8859-" + key.substring(7)) : Optional.empty())
                .or(() -> key.startsWith("win") || digits.startsWith("125")
                        ? named("windows-" + digits)
                        : Optional.empty())
                .or(() -> key.startsWith("cp") || key.startsWith("dos") ? named("IBM" + digits) : Optional.empty());
    }

    private static String letters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
