package org.whybounce.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Envelope senders, to which reports go, as forwarders and tagging schemes have rewritten them. */
public final class ReturnPath {

    // SRS0=hash=day=example.org=user@forwarder; the second forwarder puts SRS1=hash=forwarder= before it.
    private static final Pattern SRS = Pattern.compile(
            "(?i)srs(?:0|1[=+-][^=@]{1,32}=[^=@]{1,255}=)[=+-][^=@]{1,32}=[^=@]{1,8}=([^=@]{1,255})=([^@]{1,255})@.{1,255}");
    // draft-levine-smtp-batv; Barracuda and Momentum have prefixes of their own.
    private static final Pattern TAGGED =
            Pattern.compile("(?i)(?:(?:ms)?prvs\\d?=[^=@]{1,64}=|btv1==[^=@]{1,64}==)([^@]{1,255}@.{1,255})");
    private static final int MOST = 4;

    private ReturnPath() {}

    /**
     * The sender that was there before SRS, PRVS or BATV.
     *
     * @param address a bare address, such as {@code SRS0=x1y2=77=example.org=user@forwarder.example.net}
     * @return the address within, such as {@code user@example.org}; the same where nothing was rewritten
     */
    public static String unwrap(String address) {
        String inner = address;
        for (int i = 0; i < MOST; i++) {
            Optional<String> next = once(inner);
            if (next.isEmpty()) {
                break;
            }
            inner = next.get();
        }
        return inner;
    }

    private static Optional<String> once(String address) {
        Matcher srs = SRS.matcher(address);
        if (srs.matches()) {
            return Optional.of(srs.group(2) + "@" + srs.group(1));
        }
        Matcher tagged = TAGGED.matcher(address);
        return tagged.matches() ? Optional.of(tagged.group(1)) : Optional.empty();
    }
}
