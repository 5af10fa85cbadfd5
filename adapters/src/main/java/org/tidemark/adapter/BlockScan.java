// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Problem;

/// Reads the lines of one block of a file. Lines without a needle are looked at for their shape only and counted.
///
/// A block knows its lines from one on; who puts the blocks in order adds the lines before.
final class BlockScan {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long BREAKS = 0x0A0A0A0A0A0A0A0AL;

    private final LineFormat format;
    private final String file;
    private final @Nullable Needles needles;
    private final Function<Sighting, Observation> identify;
    private final Limits limits;

    /// @param needles null to read every line
    BlockScan(
            LineFormat format,
            String file,
            @Nullable Needles needles,
            Function<Sighting, Observation> identify,
            Limits limits) {
        this.format = format;
        this.file = file;
        this.needles = needles;
        this.identify = identify;
        this.limits = limits;
    }

    /// What a block held.
    ///
    /// @param lines how many lines it has
    /// @param skipped how many records were left unread
    /// @param results observations and problems in order, their lines counted from the block's beginning
    record Result(long lines, long skipped, List<Object> results) {}

    /// @param offset the offset in the file of the block's first byte
    /// @param last whether the file ends with the block: its last line may lack a break
    Result scan(byte[] bytes, int from, int to, long offset, boolean last) {
        var run = new Run(bytes, from, to, offset, last);
        run.all();
        return new Result(run.line, run.skipped, run.results);
    }

    Problem tooLong(long line, long at) {
        return InputReader.tooLong(Problem.Place.line(file, line, at), limits.lineBytes());
    }

    int longestLine() {
        return limits.lineBytes();
    }

    /// The place of the next line break at or after `from`; `to` where there is none. Eight bytes at a time.
    static int nextBreak(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long x = (long) LONG.get(bytes, i) ^ BREAKS;
            long found = (x - LOW) & ~x & HIGH;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return to;
    }

    private final class Run implements Sink {
        private final byte[] bytes;
        private final int from;
        private final int to;
        private final long offset;
        private final boolean last;
        private final List<Object> results = new ArrayList<>();
        private int at;
        private long line;
        private long skipped;

        Run(byte[] bytes, int from, int to, long offset, boolean last) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
            this.offset = offset;
            this.last = last;
            this.at = from;
        }

        void all() {
            while (at < to) {
                int hit = needles == null ? at : needles.next(bytes, at, to);
                goOver(hit);
                if (hit < to) {
                    readLine(nextBreak(bytes, Math.max(hit, at), to));
                }
            }
        }

        /// Goes over whole lines that end before a place.
        private void goOver(int hit) {
            while (at < to) {
                int end = nextBreak(bytes, at, to);
                if (end >= hit && hit < to) {
                    return;
                }
                if (isPlausible(end)) {
                    skipped += isBlank(at, end) ? 0 : 1;
                    step(end);
                } else {
                    readLine(end);
                }
            }
        }

        private boolean isPlausible(int end) {
            return end - at <= limits.lineBytes() && (isBlank(at, end) || format.plausible(bytes, at, trimmed(end)));
        }

        private int trimmed(int end) {
            return end > at && bytes[end - 1] == '\r' ? end - 1 : end;
        }

        private void step(int end) {
            line++;
            at = end < to ? end + 1 : to;
        }

        private void readLine(int end) {
            int stop = trimmed(end);
            int start = at;
            step(end);
            var place = Problem.Place.line(file, line, offset + start - from);
            if (stop - start > limits.lineBytes()) {
                results.add(InputReader.tooLong(place, limits.lineBytes()));
            } else if (!isBlank(start, stop)) {
                try {
                    var position = new LineFormat.Position(file, line, offset + start - from);
                    format.read(bytes, start, stop, position, this);
                } catch (BadRecord e) {
                    results.add(InputReader.badLine(place, e, !last || end < to));
                }
            }
        }

        private boolean isBlank(int start, int end) {
            for (int i = start; i < end; i++) {
                if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void sighting(Sighting sighting) {
            results.add(identify.apply(sighting));
        }

        @Override
        public void problem(Problem problem) {
            results.add(problem);
        }
    }
}
