package org.whybounce.mime;

import java.util.Arrays;

/** Bytes that grow; without the locks of {@link java.io.ByteArrayOutputStream}. */
final class ByteSink {

    private byte[] bytes;
    private int length;

    ByteSink(int expected) {
        bytes = new byte[Math.max(16, expected)];
    }

    void add(int b) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) b;
    }

    void add(byte[] more) {
        int needed = length + more.length;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
        System.arraycopy(more, 0, bytes, length, more.length);
        length = needed;
    }

    int length() {
        return length;
    }

    byte at(int place) {
        return bytes[place];
    }

    void cut(int newLength) {
        length = newLength;
    }

    byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
