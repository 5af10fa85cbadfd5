// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Cuts a stream into blocks that end with a line. The stream, usually one being unpacked, is read by the calling
/// thread while workers read the blocks.
final class StreamBlocks {
    private static final int BLOCK = 1 << 20;

    private final InputStream in;
    private final BlockScan scan;
    private final ConcurrentLinkedQueue<byte[]> buffers = new ConcurrentLinkedQueue<>();
    private long offset;

    StreamBlocks(InputStream in, BlockScan scan) {
        this.in = in;
        this.scan = scan;
    }

    /// The byte offset up to which blocks were given out.
    long reached() {
        return offset;
    }

    void feed(OrderedBlocks ordered) throws IOException {
        var buffer = new byte[BLOCK];
        int filled = 0;
        IOException failure = null;
        boolean atEnd = false;
        while (!atEnd) {
            try {
                int count = in.read(buffer, filled, buffer.length - filled);
                atEnd = count < 0;
                filled += Math.max(count, 0);
            } catch (IOException e) {
                failure = e;
                atEnd = true;
            }
            if (filled == buffer.length || atEnd) {
                int end = atEnd ? filled : BlockScan.lastBreak(buffer, filled);
                if (end == 0 && !atEnd) {
                    buffer = longer(buffer, ordered);
                    filled = buffer.length == BLOCK ? 0 : filled;
                    continue;
                }
                filled -= end;
                var next = freeBuffer(filled);
                System.arraycopy(buffer, end, next, 0, filled);
                give(buffer, end, atEnd && failure == null, ordered);
                buffer = next;
            }
        }
        ordered.finish();
        if (failure != null) {
            throw failure;
        }
    }

    private void give(byte[] bytes, int end, boolean last, OrderedBlocks ordered) throws IOException {
        long start = offset;
        ordered.add(() -> {
            var result = scan.scan(bytes, end, start, last);
            if (bytes.length == BLOCK) {
                buffers.add(bytes);
            }
            return result;
        });
        offset += end;
    }

    /// @param atLeast how much it must hold: after a long line the beginning of another one
    private byte[] freeBuffer(int atLeast) {
        var free = atLeast < BLOCK ? buffers.poll() : null;
        return free == null ? new byte[Math.max(BLOCK, atLeast + 1)] : free;
    }

    /// A line longer than the buffer: a larger one, or where the line is over the limit, the rest of it is
    /// passed by.
    private byte[] longer(byte[] buffer, OrderedBlocks ordered) throws IOException {
        if (buffer.length <= scan.longestLine()) {
            return Arrays.copyOf(buffer, buffer.length * 2);
        }
        long start = offset;
        ordered.add(() -> {
            var reading = scan.begin();
            reading.tooLong(start);
            return reading.result();
        });
        offset += buffer.length;
        int next;
        do {
            next = in.read();
            offset += next < 0 ? 0 : 1;
        } while (next >= 0 && next != '\n');
        return new byte[BLOCK];
    }
}
