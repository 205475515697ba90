package org.whybounce.mime;

import java.util.Optional;

/**
 * What bytes beyond ASCII are in that no label explains: the charsets in which servers of Asia and of the countries with
 * Cyrillic letters write without saying so. Counts, and decides only where the counts are plain.
 */
final class CharsetGuess {

    /** What is longer need not be counted. */
    private static final int MOST = 8192;

    private static final int LEAST = 6;

    private int high;
    private int alone;
    private int letters;
    private int lower;
    private int upper;

    private CharsetGuess() {}

    /** The likely charset; empty where the bytes may be Latin. */
    static Optional<String> of(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + MOST);
        CharsetGuess counts = new CharsetGuess();
        counts.count(bytes, from, end);
        if (counts.high < LEAST) {
            return Optional.empty();
        }
        if (isShiftJis(bytes, from, end)) {
            return Optional.of("windows-31j");
        }
        if (counts.alone * 4 > counts.high) {
            return Optional.empty();
        }
        if (counts.letters * 20 >= counts.high * 19) {
            // Words are written in small letters: those of KOI8 stand where others have their capitals.
            return Optional.of(counts.lower > counts.upper ? "windows-1251" : "KOI8-R");
        }
        return pairs(bytes, from, end);
    }

    private void count(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            int b = bytes[at] & 0xFF;
            if (b < 0x80) {
                continue;
            }
            high++;
            boolean before = at > from && bytes[at - 1] < 0;
            boolean after = at + 1 < to && bytes[at + 1] < 0;
            alone += before || after ? 0 : 1;
            letters += b >= 0xC0 ? 1 : 0;
            lower += b >= 0xE0 ? 1 : 0;
            upper += b >= 0xC0 && b < 0xE0 ? 1 : 0;
        }
    }

    /** Japanese text is for a good part in kana, which lie together. */
    private static boolean isShiftJis(byte[] bytes, int from, int to) {
        int pairs = 0;
        int kana = 0;
        for (int at = from; at < to; at++) {
            int lead = bytes[at] & 0xFF;
            if (lead < 0x81 || lead > 0x9F && lead < 0xE0) {
                continue;
            }
            int trail = at + 1 < to ? bytes[at + 1] & 0xFF : 0x40;
            if (trail < 0x40 || trail == 0x7F || trail > 0xFC) {
                return false;
            }
            pairs++;
            kana += lead == 0x82 && trail >= 0x9F || lead == 0x83 && trail <= 0x96 ? 1 : 0;
            at++;
        }
        return pairs >= LEAST / 2 && kana * 4 >= pairs;
    }

    private static Optional<String> pairs(byte[] bytes, int from, int to) {
        int pairs = 0;
        int low = 0;
        int kana = 0;
        int hangul = 0;
        for (int at = from; at < to; at++) {
            int lead = bytes[at] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            int trail = at + 1 < to ? bytes[at + 1] & 0xFF : 0xA1;
            if (lead < 0x81 || lead == 0xFF || trail < 0x40 || trail == 0x7F || trail == 0xFF) {
                return Optional.empty();
            }
            pairs++;
            low += trail < 0xA1 || lead < 0xA1 ? 1 : 0;
            kana += lead == 0xA4 || lead == 0xA5 ? 1 : 0;
            hangul += lead >= 0xB0 && lead <= 0xC8 ? 1 : 0;
            at++;
        }
        if (low * 10 > pairs) {
            return Optional.of("Big5-HKSCS");
        }
        if (low == 0 && kana * 4 >= pairs) {
            return Optional.of("EUC-JP");
        }
        return Optional.of(hangul * 20 >= pairs * 19 ? "x-windows-949" : "GB18030");
    }
}
