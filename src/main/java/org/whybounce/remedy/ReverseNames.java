package org.whybounce.remedy;

import java.util.Optional;

/** The names of RFC 1035, section 3.5, and RFC 3596, section 2.5, under which PTR records stand. */
final class ReverseNames {

    private static final int GROUPS = 8;

    private ReverseNames() {}

    static Optional<String> of(String address) {
        return address.contains(":") ? ofSix(address) : ofFour(address);
    }

    private static Optional<String> ofFour(String address) {
        String[] part = address.split("\\.", -1);
        return part.length == 4
                ? Optional.of(part[3] + "." + part[2] + "." + part[1] + "." + part[0] + ".in-addr.arpa")
                : Optional.empty();
    }

    private static Optional<String> ofSix(String address) {
        int gap = address.indexOf("::");
        String[] head = (gap < 0 ? address : address.substring(0, gap)).split(":");
        String[] tail = gap < 0 || gap + 2 == address.length()
                ? new String[0]
                : address.substring(gap + 2).split(":");
        if (head.length + tail.length > GROUPS || (gap < 0 && head.length != GROUPS)) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        append(digits, head);
        digits.append("0000".repeat(GROUPS - head.length - tail.length));
        append(digits, tail);
        if (digits.length() != GROUPS * 4) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder();
        digits.reverse().chars().forEach(digit -> name.append((char) digit).append('.'));
        return Optional.of(name + "ip6.arpa");
    }

    private static void append(StringBuilder digits, String[] groups) {
        for (String group : groups) {
            digits.append("0".repeat(Math.max(0, 4 - group.length()))).append(group);
        }
    }
}
