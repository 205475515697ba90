package org.whybounce.mime;

import java.util.Locale;

/** The tokens of {@code type/subtype; name=value; name="value"}, however mangled. */
final class ParameterScanner {

    private final String text;
    private int at;

    String name = "";
    String value = "";

    ParameterScanner(String text) {
        this.text = text;
    }

    /** The type, blanks around its slash forgiven, in lower case. */
    String type() {
        skip();
        StringBuilder type = new StringBuilder(32);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ';' || c == ',' || c == '(') {
                break;
            }
            if (c > ' ' && c != '"' && c != '\'') {
                // A blank ends the type unless a slash stands next to it.
                boolean slash = c == '/' || type.length() > 0 && type.charAt(type.length() - 1) == '/';
                if (at > 0 && text.charAt(at - 1) <= ' ' && type.length() > 0 && !slash) {
                    break;
                }
                type.append(c);
            }
            at++;
        }
        return type.toString().toLowerCase(Locale.ROOT);
    }

    private void skip() {
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == ';' || text.charAt(at) == ',')) {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    /** Goes to the next parameter; false where there is none. */
    boolean next() {
        while (true) {
            skip();
            if (at >= text.length()) {
                return false;
            }
            if (text.charAt(at) == '(') {
                comment();
                continue;
            }
            int start = at;
            while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != ';') {
                at++;
            }
            if (at >= text.length() || text.charAt(at) == ';') {
                continue;
            }
            name = lastWord(text.substring(start, at));
            at++;
            skipBlanks();
            if (at < text.length() && text.charAt(at) == '"') {
                at++;
                value = quoted();
            } else {
                value = token();
            }
            return true;
        }
    }

    private void comment() {
        int close = text.indexOf(')', at);
        at = close < 0 ? text.length() : close + 1;
    }

    private static String lastWord(String words) {
        String stripped = words.strip();
        return stripped.substring(stripped.lastIndexOf(' ') + 1);
    }

    private String quoted() {
        StringBuilder out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            out.append(text.charAt(at));
            at++;
        }
        at++;
        return out.toString();
    }

    /** Up to a semicolon, or a blank where another parameter or a comment follows it. */
    private String token() {
        int start = at;
        int stop = text.indexOf(';', at);
        stop = stop < 0 ? text.length() : stop;
        boolean another = text.substring(start, stop).indexOf('=') > 0;
        while (at < stop) {
            if (text.charAt(at) <= ' '
                    && (another && nameFollows(stop) || text.charAt(at + 1 < stop ? at + 1 : at) == '(')) {
                break;
            }
            at++;
        }
        return text.substring(start, at).strip();
    }

    private boolean nameFollows(int stop) {
        int i = at + 1;
        while (i < stop && (Character.isLetterOrDigit(text.charAt(i)) || "-*".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i > at + 1 && i < stop && text.charAt(i) == '=';
    }
}
