// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts a document into blocks of whole lines. A block is nobody else's once it was given out.
///
/// A line that is longer than allowed is passed by: its block holds nothing of it.
public final class LineBlocks {
    private static final int FIRST = 64 << 10;
    private static final int LARGEST = 1 << 20;

    private final Document document;
    private final int longest;
    private byte[] buffer = new byte[FIRST];
    private int filled;
    private long offset;
    private boolean atEnd;
    private @Nullable IOException failure;

    /// @param longest how many bytes of a line are held
    public LineBlocks(Document document, int longest) {
        this.document = document;
        this.longest = longest;
        this.offset = document.before();
    }

    /// Whole lines; the last of a document may lack its break.
    public static final class Block {
        private final byte[] bytes;
        private final int to;
        private final long offset;
        private final boolean tooLong;

        private Block(byte[] bytes, int to, long offset, boolean tooLong) {
            this.bytes = bytes;
            this.to = to;
            this.offset = offset;
            this.tooLong = tooLong;
        }

        public byte[] bytes() {
            return bytes;
        }

        /// Where the lines end in the bytes.
        public int to() {
            return to;
        }

        /// Where in the file the first of them begins.
        public long offset() {
            return offset;
        }

        /// Whether it stands for one line that was too long to be held.
        public boolean tooLong() {
            return tooLong;
        }
    }

    /// The next block; null at the end.
    ///
    /// @throws IOException where the document cannot be read on, once all that could be read was given out
    public @Nullable Block next() throws IOException {
        while (true) {
            fill();
            int end = atEnd ? filled : BlockScan.lastBreak(buffer, filled);
            if (end > 0) {
                return give(end);
            }
            if (atEnd) {
                if (failure != null) {
                    throw failure;
                }
                return null;
            }
            if (buffer.length > longest) {
                return passLine();
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }

    private void fill() {
        try {
            while (!atEnd && filled < buffer.length) {
                int count = document.in().read(buffer, filled, buffer.length - filled);
                atEnd = count < 0;
                filled += Math.max(count, 0);
            }
        } catch (IOException e) {
            failure = e;
            atEnd = true;
        }
    }

    private Block give(int end) {
        var block = new Block(buffer, end, offset, false);
        offset += document.width(buffer, 0, end);
        int rest = filled - end;
        // Small files are many: they need no large buffer.
        var next = new byte[Math.max(Math.min(buffer.length * 4, LARGEST), rest + 1)];
        System.arraycopy(buffer, end, next, 0, rest);
        buffer = next;
        filled = rest;
        return block;
    }

    private Block passLine() throws IOException {
        long start = offset;
        int end = filled;
        while (end == filled && !atEnd) {
            offset += document.width(buffer, 0, filled);
            filled = 0;
            fill();
            end = BlockScan.nextBreak(buffer, 0, filled);
        }
        int after = Math.min(end + 1, filled);
        offset += document.width(buffer, 0, after);
        System.arraycopy(buffer, after, buffer, 0, filled - after);
        filled -= after;
        return new Block(new byte[0], 0, start, true);
    }
}
