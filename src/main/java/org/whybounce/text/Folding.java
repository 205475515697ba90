package org.whybounce.text;

import java.text.Normalizer;

/** Single characters made comparable: lower case, no accents on Latin letters, plain quotes, dashes and widths. */
final class Folding {

    private static final char[] TABLE = table();
    private static final boolean[] WORD = words();

    private Folding() {}

    /** The comparable form of a character; a blank for anything that separates words without being seen. */
    static char fold(char c) {
        return TABLE[c];
    }

    /** Whether a folded character is part of a word. */
    static boolean isWord(char c) {
        return WORD[c];
    }

    /** Whether a character belongs to a script that sets no blanks between words, or joins its particles to them. */
    static boolean isUnspaced(char c) {
        return c >= 0x0e00 && (c < 0x1200 || (c >= 0x2e80 && c < 0xe000) || (c >= 0xf900 && c < 0xfb00));
    }

    private static boolean[] words() {
        boolean[] words = new boolean[Character.MAX_VALUE + 1];
        for (int c = 0; c < words.length; c++) {
            words[c] = c < 128 ? (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') : Character.isLetterOrDigit((char) c);
        }
        return words;
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = folded((char) i);
        }
        return table;
    }

    private static char folded(char c) {
        if (c < 128) {
            return c <= ' ' || c == 127 ? ' ' : c == '`' ? '\'' : Character.toLowerCase(c);
        }
        if (c >= 0xff01 && c <= 0xff5e) {
            return folded((char) (c - 0xfee0));
        }
        switch (c) {
            case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032', '\u00b4', '\u2039', '\u203a':
                return '\'';
            case '\u201c', '\u201d', '\u201e', '\u201f', '\u2033', '\u00ab', '\u00bb':
                return '"';
            case '\u0141', '\u0142':
                return 'l';
            case '\u00d8', '\u00f8':
                return 'o';
            case '\u0110', '\u0111':
                return 'd';
            case '\u0131':
                return 'i';
            case '\u00ad', '\u00a0', '\u1680', '\u3000', '\ufeff', '\u0085':
                return ' ';
            default:
                break;
        }
        if (c >= '\u2000' && c <= '\u200f' || c == '\u2028' || c == '\u2029' || c == '\u202f' || c == '\u2060') {
            return ' ';
        }
        if (c >= '\u2010' && c <= '\u2015' || c == '\u2212') {
            return '-';
        }
        char lower = Character.toLowerCase(c);
        if (c < 0x0250 || (c >= 0x1e00 && c < 0x1f00)) {
            char base = Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD)
                    .charAt(0);
            return base < 128 ? base : lower;
        }
        return lower;
    }
}
