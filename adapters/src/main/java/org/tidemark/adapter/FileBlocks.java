// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Cuts a file into ranges without reading it first: each worker reads the lines that begin in its range, piece by
/// piece through a small buffer that stays in the processor's cache.
///
/// The file is read and not mapped: the pages of a mapped file count as the program's memory, and one that is cut
/// short meanwhile would end the program.
final class FileBlocks {
    private static final long RANGE = 2 << 20;
    private static final int PIECE = 256 << 10;
    /// How much is read beyond a range at first, to find the end of its last line.
    private static final int BEYOND = 16 << 10;

    private final FileChannel channel;
    private final BlockScan scan;
    private final ConcurrentLinkedQueue<byte[]> buffers = new ConcurrentLinkedQueue<>();

    FileBlocks(FileChannel channel, BlockScan scan) {
        this.channel = channel;
        this.scan = scan;
    }

    void feed(OrderedBlocks ordered) throws IOException {
        long size = channel.size();
        for (long start = 0; start < size; start += RANGE) {
            long from = start;
            long to = Math.min(from + RANGE, size);
            ordered.add(() -> range(from, to));
            ordered.progress(to - from);
        }
        ordered.finish();
    }

    /// The lines that begin in a range.
    private BlockScan.Result range(long start, long end) throws IOException {
        var buffer = buffers.poll();
        var range = new Range(start, end, buffer == null ? new byte[PIECE] : buffer);
        var result = range.read();
        if (range.bytes.length == PIECE) {
            buffers.add(range.bytes);
        }
        return result;
    }

    private final class Range {
        private final long end;
        private final BlockScan.Reading reading = scan.begin();
        private byte[] bytes;
        /// Where in the file the first byte of the buffer stands.
        private long offset;
        private int filled;
        private boolean atEnd;

        Range(long start, long end, byte[] buffer) throws IOException {
            this.end = end;
            this.bytes = buffer;
            this.offset = Math.max(start - 1, 0);
            if (start > 0) {
                // The line before may reach in here; it belongs to the range where it begins.
                passLine();
            }
        }

        BlockScan.Result read() throws IOException {
            while (offset < end && fill()) {
                int whole = atEnd ? filled : BlockScan.lastBreak(bytes, filled);
                if (offset + whole > end) {
                    whole = Math.min(BlockScan.nextBreak(bytes, (int) (end - 1 - offset), whole) + 1, whole);
                }
                if (whole > 0) {
                    reading.lines(bytes, 0, whole, offset, atEnd && whole == filled);
                    drop(whole);
                } else if (filled == bytes.length) {
                    longer();
                }
            }
            return reading.result();
        }

        /// Reads on: as far as the range goes and a little more, or a little more than there is.
        ///
        /// @return whether there is anything
        private boolean fill() throws IOException {
            long wanted = Math.max(end - offset, filled) + BEYOND;
            var buffer = ByteBuffer.wrap(bytes, 0, (int) Math.min(wanted, bytes.length))
                    .position(filled);
            while (buffer.hasRemaining() && !atEnd) {
                atEnd = channel.read(buffer, offset + buffer.position()) < 0;
            }
            filled = buffer.position();
            return filled > 0;
        }

        private void drop(int count) {
            System.arraycopy(bytes, count, bytes, 0, filled - count);
            filled -= count;
            offset += count;
        }

        /// A line longer than the buffer: a larger one, or where the line is over the limit, it is passed by.
        private void longer() throws IOException {
            if (bytes.length <= scan.longestLine()) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            } else {
                reading.tooLong(offset);
                passLine();
            }
        }

        private void passLine() throws IOException {
            while (fill()) {
                int end = BlockScan.nextBreak(bytes, 0, filled);
                boolean found = end < filled;
                drop(found ? end + 1 : filled);
                if (found) {
                    return;
                }
            }
        }
    }
}
