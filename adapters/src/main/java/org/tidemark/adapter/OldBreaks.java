// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Text whose lines end with a carriage return alone, with a line feed in its place; no offset moves.
final class OldBreaks extends FilterInputStream {
    OldBreaks(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        return read == '\r' ? '\n' : read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = in.read(into, from, length);
        for (int i = from; i < from + count; i++) {
            if (into[i] == '\r') {
                into[i] = '\n';
            }
        }
        return count;
    }
}
