package org.whybounce.model;

/**
 * How much of a message is read. Mail comes from strangers; reaching a limit adds a {@link Note} to the result and keeps
 * what was read until then.
 *
 * @param messageBytes bytes of a message that are read; the rest is counted and ignored
 * @param headerBytes bytes of one part's header block
 * @param valueBytes bytes of one header field's value
 * @param fields header fields of one part
 * @param folds lines over which one header field may be folded
 * @param multipartDepth multiparts within one another
 * @param messageDepth returned messages within one another
 * @param parts parts of one message
 * @param boundaryLength characters of a multipart's boundary
 * @param parameters parameters of one header field
 * @param segments segments of one header field's parameters (RFC 2231, section 3)
 * @param encodedWords encoded words of one header field (RFC 2047)
 * @param textBytes bytes of text kept of one part
 * @param recipientText characters of text about one recipient that the rules are given
 * @param recipients recipients of one report
 */
public record Limits(
        int messageBytes,
        int headerBytes,
        int valueBytes,
        int fields,
        int folds,
        int multipartDepth,
        int messageDepth,
        int parts,
        int boundaryLength,
        int parameters,
        int segments,
        int encodedWords,
        int textBytes,
        int recipientText,
        int recipients) {

    private static final Limits STANDARD = builder().build();

    /** Checks that each is at least 1. */
    public Limits {
        atLeastOne("messageBytes", messageBytes);
        atLeastOne("headerBytes", headerBytes);
        atLeastOne("valueBytes", valueBytes);
        atLeastOne("fields", fields);
        atLeastOne("folds", folds);
        atLeastOne("multipartDepth", multipartDepth);
        atLeastOne("messageDepth", messageDepth);
        atLeastOne("parts", parts);
        atLeastOne("boundaryLength", boundaryLength);
        atLeastOne("parameters", parameters);
        atLeastOne("segments", segments);
        atLeastOne("encodedWords", encodedWords);
        atLeastOne("textBytes", textBytes);
        atLeastOne("recipientText", recipientText);
        atLeastOne("recipients", recipients);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("limit " + name + " must be at least 1, not " + value);
        }
    }

    /** {@return the limits used unless others are given; far above anything seen in real bounces} */
    public static Limits standard() {
        return STANDARD;
    }

    /** {@return a builder that begins with the standard limits} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects limits; what is not set stays as standard. */
    public static final class Builder {

        private int messageBytes = 10 * 1024 * 1024;
        private int headerBytes = 256 * 1024;
        private int valueBytes = 64 * 1024;
        private int fields = 1000;
        private int folds = 1000;
        private int multipartDepth = 20;
        private int messageDepth = 5;
        private int parts = 500;
        private int boundaryLength = 200;
        private int parameters = 64;
        private int segments = 1000;
        private int encodedWords = 1000;
        private int textBytes = 1024 * 1024;
        private int recipientText = 8 * 1024;
        private int recipients = 10_000;

        private Builder() {}

        /**
         * Sets how many bytes of a message are read.
         *
         * @param value the limit; 10 MB unless set
         * @return this builder
         */
        public Builder messageBytes(int value) {
            messageBytes = value;
            return this;
        }

        /**
         * Sets how many bytes of one part's header block.
         *
         * @param value the limit; 256 KB unless set
         * @return this builder
         */
        public Builder headerBytes(int value) {
            headerBytes = value;
            return this;
        }

        /**
         * Sets how many bytes of one header field's value.
         *
         * @param value the limit; 64 KB unless set
         * @return this builder
         */
        public Builder valueBytes(int value) {
            valueBytes = value;
            return this;
        }

        /**
         * Sets how many header fields of one part.
         *
         * @param value the limit; 1,000 unless set
         * @return this builder
         */
        public Builder fields(int value) {
            fields = value;
            return this;
        }

        /**
         * Sets over how many lines one header field may be folded.
         *
         * @param value the limit; 1,000 unless set
         * @return this builder
         */
        public Builder folds(int value) {
            folds = value;
            return this;
        }

        /**
         * Sets how many multiparts within one another.
         *
         * @param value the limit; 20 unless set
         * @return this builder
         */
        public Builder multipartDepth(int value) {
            multipartDepth = value;
            return this;
        }

        /**
         * Sets how many returned messages within one another.
         *
         * @param value the limit; 5 unless set
         * @return this builder
         */
        public Builder messageDepth(int value) {
            messageDepth = value;
            return this;
        }

        /**
         * Sets how many parts of one message.
         *
         * @param value the limit; 500 unless set
         * @return this builder
         */
        public Builder parts(int value) {
            parts = value;
            return this;
        }

        /**
         * Sets how many characters of a multipart's boundary.
         *
         * @param value the limit; 200 unless set
         * @return this builder
         */
        public Builder boundaryLength(int value) {
            boundaryLength = value;
            return this;
        }

        /**
         * Sets how many parameters of one header field.
         *
         * @param value the limit; 64 unless set
         * @return this builder
         */
        public Builder parameters(int value) {
            parameters = value;
            return this;
        }

        /**
         * Sets how many segments of one header field's parameters (RFC 2231, section 3).
         *
         * @param value the limit; 1,000 unless set
         * @return this builder
         */
        public Builder segments(int value) {
            segments = value;
            return this;
        }

        /**
         * Sets how many encoded words of one header field (RFC 2047).
         *
         * @param value the limit; 1,000 unless set
         * @return this builder
         */
        public Builder encodedWords(int value) {
            encodedWords = value;
            return this;
        }

        /**
         * Sets how many bytes of text kept of one part.
         *
         * @param value the limit; 1 MB unless set
         * @return this builder
         */
        public Builder textBytes(int value) {
            textBytes = value;
            return this;
        }

        /**
         * Sets how many characters of text about one recipient that the rules are given.
         *
         * @param value the limit; 8 KB unless set
         * @return this builder
         */
        public Builder recipientText(int value) {
            recipientText = value;
            return this;
        }

        /**
         * Sets how many recipients of one report.
         *
         * @param value the limit; 10,000 unless set
         * @return this builder
         */
        public Builder recipients(int value) {
            recipients = value;
            return this;
        }

        /**
         * Checks the limits.
         *
         * @return the limits
         * @throws IllegalArgumentException where one is less than 1
         */
        public Limits build() {
            return new Limits(
                    messageBytes,
                    headerBytes,
                    valueBytes,
                    fields,
                    folds,
                    multipartDepth,
                    messageDepth,
                    parts,
                    boundaryLength,
                    parameters,
                    segments,
                    encodedWords,
                    textBytes,
                    recipientText,
                    recipients);
        }
    }
}
