// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/// Bounds how much may be read of an archive until its list of members is known.
///
/// The library keeps the whole list in memory and believes no count in the file, so a file of nothing but list entries
/// would fill it. The limit leaves room for more members than are read.
final class BoundedChannel implements SeekableByteChannel {
    private static final long MOST = 32L << 20;

    private final SeekableByteChannel channel;
    private long left = MOST;

    /// More list than any archive has whose members are all read.
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("the list of its members is too long");
        }
    }

    BoundedChannel(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /// The list is read: from here on members are.
    void lift() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int count = channel.read(into);
        left -= Math.max(count, 0);
        if (left < 0) {
            throw new TooLong();
        }
        return count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        throw new IOException("read only");
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        channel.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        throw new IOException("read only");
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
