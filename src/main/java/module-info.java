/**
 * Reads bounce messages, says why the mail came back, and what to do about it.
 *
 * <p>Start at {@link org.whybounce.BounceParser}.
 */
@org.jspecify.annotations.NullMarked
module org.whybounce {
    requires transitive jakarta.mail;
    requires com.google.common;
    requires com.google.gson;
    requires org.jsoup;
    requires static info.picocli;
    requires static org.apache.commons.mail2.core;
    requires static org.apache.commons.mail2.jakarta;
    requires static org.jspecify;

    exports org.whybounce;
    exports org.whybounce.model;
    exports org.whybounce.output;
    exports org.whybounce.source;
    exports org.whybounce.ticket;

    opens org.whybounce.cli to
            info.picocli;
}
