// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Gives a text and then fails, as a file on a lost network drive does.
final class FailingStream extends InputStream {
    private final byte[] bytes;
    private int at;

    FailingStream(String text) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        read(one, 0, 1);
        return one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (at == bytes.length) {
            throw new IOException("gone");
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, from, count);
        at += count;
        return count;
    }
}
