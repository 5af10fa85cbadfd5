// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/// Cuts a file into blocks that end with a line, without reading it first: each worker finds its own beginning and
/// end in the mapped file and copies what lies between.
final class MappedBlocks {
    private static final long BLOCK = 1 << 20;

    private final FileChannel channel;
    private final BlockScan scan;

    MappedBlocks(FileChannel channel, BlockScan scan) {
        this.channel = channel;
        this.scan = scan;
    }

    void feed(OrderedBlocks ordered) throws IOException {
        try (var arena = Arena.ofShared()) {
            long size = channel.size();
            var file = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            for (long start = 0; start < size; start += BLOCK) {
                long from = start;
                ordered.add(() -> block(file, from, Math.min(from + BLOCK, size)));
                ordered.progress(Math.min(BLOCK, size - from));
            }
            ordered.finish();
        }
    }

    /// The lines that begin in a range.
    private BlockScan.Result block(MemorySegment file, long start, long end) {
        long size = file.byteSize();
        long from = start == 0 ? 0 : afterBreak(file, start - 1);
        if (from >= end) {
            return new BlockScan.Result(0, 0, List.of());
        }
        long to = end == size ? size : afterBreak(file, end - 1);
        if (to - from > Integer.MAX_VALUE - 64) {
            return inPieces(file, from, to);
        }
        var bytes = new byte[(int) (to - from)];
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, from, bytes, 0, bytes.length);
        return scan.scan(bytes, 0, bytes.length, from, to == size);
    }

    /// A range whose last line is longer than an array can be: that line is far over every limit, the lines
    /// before it
    /// are read.
    private BlockScan.Result inPieces(MemorySegment file, long from, long to) {
        long lastLine = from;
        for (long next = from; next < from + BLOCK && next < to; next = afterBreak(file, next)) {
            lastLine = next;
        }
        var bytes = new byte[(int) (lastLine - from)];
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, from, bytes, 0, bytes.length);
        var before = scan.scan(bytes, 0, bytes.length, from, false);
        var results = new ArrayList<>(before.results());
        results.add(scan.tooLong(before.lines() + 1, lastLine));
        return new BlockScan.Result(before.lines() + 1, before.skipped(), results);
    }

    /// The place after the next line break; the end of the file where there is none.
    private static long afterBreak(MemorySegment file, long from) {
        long size = file.byteSize();
        for (long i = from; i < size; i++) {
            if (file.get(ValueLayout.JAVA_BYTE, i) == '\n') {
                return i + 1;
            }
        }
        return size;
    }
}
