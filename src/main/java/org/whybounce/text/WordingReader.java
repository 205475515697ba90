package org.whybounce.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one pass that makes a {@link Wording}: run by run between blanks, each looked at once. */
final class WordingReader {

    // The field with which Postfix begins to tell of the session.
    private static final List<String> SESSION = List.of("from=<", "to=<", "proto=");

    final String text;
    private final boolean setAside;
    char[] chars;
    int[] starts;
    int[] ends;
    int length;
    int focus;

    @Nullable
    String command;

    final List<Wording.Thing> things = new ArrayList<>();

    private int code = -1;
    private boolean continued;
    private boolean afterCode;

    WordingReader(String text, boolean setAside) {
        this.text = text;
        this.setAside = setAside;
        int room = text.length() + text.length() / 2 + 16;
        this.chars = new char[room];
        this.starts = new int[room];
        this.ends = new int[room];
    }

    WordingReader read() {
        int skipFrom = setAside ? appended() : -1;
        int skipTo = skipFrom < 0 ? -1 : Math.max(skipFrom, text.indexOf(')', skipFrom) + 1);
        int stop = setAside ? logged() : text.length();
        int at = 0;
        boolean lineStart = true;
        while (at < stop) {
            if (at == skipFrom && skipTo > at) {
                at = skipTo;
                continue;
            }
            if (Folding.fold(text.charAt(at)) == ' ') {
                lineStart |= text.charAt(at) == '\n' || text.charAt(at) == '\r';
                blank(at++);
                continue;
            }
            int end = at;
            while (end < stop && Folding.fold(text.charAt(end)) != ' ' && end != skipFrom) {
                end++;
            }
            run(setAside ? codes(at, end, lineStart) : at, end);
            lineStart = false;
            at = end;
        }
        while (length > 0 && chars[length - 1] == ' ') {
            length--;
        }
        focus = Math.min(focus, length);
        return this;
    }

    /** What the sending MTA appended: "(in reply to RCPT TO command)"; its command is kept, its words are not. */
    private int appended() {
        int from = text.lastIndexOf("(in reply to ");
        command = SmtpCommands.named(text, from);
        return from;
    }

    /** Where a log goes on after the reply: "; from=<…> to=<…> proto=ESMTP helo=<…>" tells of the session, not why. */
    private int logged() {
        int proto = text.lastIndexOf(" proto=");
        int from = proto < 0 ? -1 : text.lastIndexOf("; ", proto);
        // A client that has said nothing of the envelope yet is logged as "; proto=SMTP helo=<…>".
        boolean session = from >= 0 && SESSION.stream().anyMatch(field -> text.startsWith(field, from + 2));
        return session ? from : text.length();
    }

    /** Drops the codes of replies; gives the place where the words of the run begin. */
    private int codes(int start, int end, boolean lineStart) {
        int from = start;
        while (from < end && "'\"(<".indexOf(Folding.fold(text.charAt(from))) >= 0 && isCode(from + 1, end)) {
            from++;
        }
        if (isCode(from, end) && (end - from == 3 || text.charAt(from + 3) == '-')) {
            int value = Integer.parseInt(text, from, from + 3, 10);
            boolean dash = end - from > 3;
            boolean first = length == 0 || lineStart && code < 0 || from > start;
            boolean quoted = length > 1 && ":;>(\"'".indexOf(chars[length - 2]) >= 0;
            boolean again = value == code && (continued || dash || lineStart);
            if (first || quoted || again) {
                if ((quoted || from > start) && !again) {
                    focus = length;
                }
                code = value;
                continued = dash;
                afterCode = true;
                return dash ? status(from + 4, end) : end;
            }
        }
        return afterCode ? status(from, end) : start;
    }

    private boolean isCode(int from, int end) {
        return end - from >= 3
                && text.charAt(from) >= '2'
                && text.charAt(from) <= '6'
                && Character.isDigit(text.charAt(from + 1))
                && Character.isDigit(text.charAt(from + 2));
    }

    /** Drops an enhanced status that stands alone in its run. */
    private int status(int from, int end) {
        if (from >= end) {
            return end;
        }
        int at = from < end && (text.charAt(from) == '#') ? from + 1 : from;
        int dots = 0;
        int digits = 0;
        for (; at < end && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.'); at++) {
            dots += text.charAt(at) == '.' ? 1 : 0;
            digits++;
        }
        boolean status = dots == 2 && digits >= 5 && (at == end || at == end - 1 && ":-".indexOf(text.charAt(at)) >= 0);
        afterCode = false;
        return status ? end : from;
    }

    private void run(int from, int end) {
        int at = from;
        while (at < end) {
            char folded = Folding.fold(text.charAt(at));
            boolean first = at == from || !Folding.isWord(Folding.fold(text.charAt(at - 1)));
            int thing = setAside && first ? thing(at, end, folded) : -1;
            if (thing > 0) {
                at = thing;
            } else {
                character(at, end, folded);
                at++;
            }
        }
    }

    private int thing(int at, int end, char folded) {
        if (folded == '<') {
            int close = text.indexOf('>', at);
            boolean name = close > at + 1
                    && close < end
                    && text.indexOf('@', at) != close
                    && recognise(at + 1, close) != close;
            return name ? put(Wording.NAME, "name", at, close + 1) : -1;
        }
        return Folding.isWord(folded) ? recognise(at, end, true) : -1;
    }

    private int recognise(int at, int end) {
        return recognise(at, end, false);
    }

    private int recognise(int at, int end, boolean keep) {
        int to = Things.url(text, at, end);
        if (to > 0) {
            return keep ? put(Wording.URL, "url", at, to) : to;
        }
        to = Things.address(text, at, end);
        if (to > 0) {
            return keep ? put(Wording.ADDRESS, "address", at, to) : to;
        }
        to = Things.ip(text, at, end);
        if (to > 0 && !afterDocument(at)) {
            return keep ? put(Wording.IP, "ip", at, to) : to;
        }
        to = Things.host(text, at, end);
        return to > 0 && keep ? put(Wording.HOST, "host", at, to) : to;
    }

    /** Whether "rfc2821 " or "section " stands before: 4.1.1.1 is then no address. */
    private boolean afterDocument(int at) {
        String before = text.substring(Math.max(0, at - 14), at).toLowerCase(Locale.ROOT);
        return before.contains("rfc") || before.contains("section");
    }

    /** Puts a placeholder, in place of the brackets too where they hold nothing else. */
    private int put(char placeholder, String kind, int from, int to) {
        things.add(new Wording.Thing(kind, text.substring(from, to), from));
        int start = from;
        int end = to;
        char open = length > 0 ? chars[length - 1] : ' ';
        char close = to < text.length() ? text.charAt(to) : ' ';
        if (from > 0 && ((open == '<' && close == '>') || (open == '[' && close == ']'))) {
            length--;
            start = starts[length];
            end = to + 1;
        }
        emit(placeholder, start, end);
        return end;
    }

    private void character(int at, int end, char folded) {
        char next = at + 1 < end ? Folding.fold(text.charAt(at + 1)) : ' ';
        char last = length > 0 ? chars[length - 1] : ' ';
        if (folded == '-' && isLetter(last) && isLetter(next)) {
            boolean mail = last == 'e' && next == 'm' && (length < 2 || !Folding.isWord(chars[length - 2]));
            if (!mail) {
                emit(' ', at, at + 1);
            }
        } else if (folded == '_' && isLetter(next) && (isLetter(last) || ",.:;!".indexOf(last) >= 0)) {
            // qmail logs a text with its blanks as underscores.
            emit(' ', at, at + 1);
        } else if (folded == '\'' && last == 'n' && next == 't' && !wordAt(at + 2, end)) {
            spellOut(at);
        } else if (folded == '\'' && isLetter(last) && next == 'r' && isRest(at + 2, end, 'e')) {
            emit(' ', at, at);
            emit('a', at, at + 1);
        } else {
            emit(folded, at, at + 1);
            if (folded == 't' && endsWord("cannot") && !wordAt(at + 1, end)) {
                length -= 3;
                emit(' ', starts[length], starts[length]);
                emit('n', at - 2, at - 1);
                emit('o', at - 1, at);
                emit('t', at, at + 1);
            }
        }
    }

    /** At the apostrophe of "doesn't": leaves "does no", to which the t comes next. */
    private void spellOut(int at) {
        if (endsWord("won")) {
            length -= 2;
            for (char c : "ill".toCharArray()) {
                emit(c, at - 1, at);
            }
        } else if (!endsWord("can")) {
            length--;
        }
        emit(' ', at, at);
        emit('n', at - 1, at);
        emit('o', at, at + 1);
    }

    /** Whether a word ends with this letter. */
    private boolean isRest(int at, int end, char letter) {
        return at < end && Folding.fold(text.charAt(at)) == letter && !wordAt(at + 1, end);
    }

    private boolean wordAt(int at, int end) {
        return at < end && Folding.isWord(Folding.fold(text.charAt(at)));
    }

    private boolean endsWord(String word) {
        int from = length - word.length();
        if (from < 0 || (from > 0 && Folding.isWord(chars[from - 1]))) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (chars[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return Folding.isWord(c) && !(c >= '0' && c <= '9');
    }

    private void blank(int at) {
        if (length > 0 && chars[length - 1] != ' ') {
            emit(' ', at, at + 1);
        }
    }

    private void emit(char c, int start, int end) {
        // A line broken between two ideographs was wrapped: no blank belongs there.
        if (length > 1 && chars[length - 1] == ' ' && Folding.isUnspaced(c) && Folding.isUnspaced(chars[length - 2])) {
            length--;
        }
        if (length == chars.length) {
            chars = java.util.Arrays.copyOf(chars, length * 2);
            starts = java.util.Arrays.copyOf(starts, length * 2);
            ends = java.util.Arrays.copyOf(ends, length * 2);
        }
        chars[length] = c;
        starts[length] = start;
        ends[length] = Math.max(start, end);
        length++;
    }
}
