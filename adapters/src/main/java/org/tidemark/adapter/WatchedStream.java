// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream of which every byte is seen once as it passes, skipped ones too.
public abstract class WatchedStream extends FilterInputStream {
    private static final int BUFFER = 8192;

    protected WatchedStream(InputStream in) {
        super(in);
    }

    /// Sees bytes that were read.
    ///
    /// @param count at least 1
    protected abstract void seen(byte[] bytes, int from, int count) throws IOException;

    @Override
    public final int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] into, int from, int length) throws IOException {
        int count = in.read(into, from, length);
        if (count > 0) {
            seen(into, from, count);
        }
        return count;
    }

    @Override
    public final long skip(long count) throws IOException {
        if (count <= 0) {
            return 0;
        }
        var waste = new byte[(int) Math.min(count, BUFFER)];
        return Math.max(read(waste, 0, waste.length), 0);
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
