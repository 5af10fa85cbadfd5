// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A stream whose beginning was looked at and is read again.
///
/// Where reading fails inside the beginning, what came before still counts: the failure comes back in its place.
final class Peeked extends InputStream {
    private static final int FIRST_SIZE = 16 * 1024;

    private final byte[] head;
    private final InputStream rest;
    private int at;

    private Peeked(byte[] head, InputStream rest) {
        this.head = head;
        this.rest = rest;
    }

    /// @param most how many bytes to look at
    static Peeked of(InputStream in, int most) {
        var bytes = new byte[Math.min(most, FIRST_SIZE)];
        int filled = 0;
        IOException failure = null;
        while (filled < most && failure == null) {
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(most, bytes.length * 4L));
            }
            try {
                int count = in.read(bytes, filled, bytes.length - filled);
                if (count < 0) {
                    break;
                }
                filled += count;
            } catch (IOException e) {
                failure = e;
            }
        }
        var head = Arrays.copyOf(bytes, filled);
        return new Peeked(head, failure == null ? in : new Failed(in, failure));
    }

    byte[] head() {
        return head;
    }

    /// Whether reading failed inside the beginning.
    boolean brokeOff() {
        return rest instanceof Failed;
    }

    @Override
    public int read() throws IOException {
        return at < head.length ? head[at++] & 0xFF : rest.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (at == head.length) {
            return rest.read(into, from, length);
        }
        int count = Math.min(length, head.length - at);
        System.arraycopy(head, at, into, from, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        rest.close();
    }

    private static final class Failed extends InputStream {
        private final InputStream in;
        private final IOException failure;

        Failed(InputStream in, IOException failure) {
            this.in = in;
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            throw failure;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            throw failure;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
