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

/// Reads the lines of blocks of a file. Lines without a needle are looked at for their shape only and counted.
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

    /// Begins a block, of which one piece after the other is given.
    Reading begin() {
        return new Reading();
    }

    /// Reads a block of one piece.
    Result scan(byte[] bytes, int to, long offset, boolean last) {
        var reading = begin();
        reading.lines(bytes, 0, to, offset, last);
        return reading.result();
    }

    int longestLine() {
        return limits.lineBytes();
    }

    /// The place of the next line break at or after `from`; `to` where there is none.
    static int nextBreak(byte[] bytes, int from, int to) {
        int i = from;
        // Four words a step, only to see whether there is one.
        while (i <= to - 32
                && (breaks(bytes, i) | breaks(bytes, i + 8) | breaks(bytes, i + 16) | breaks(bytes, i + 24)) == 0) {
            i += 32;
        }
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    /// Not zero where one of eight bytes is a line break.
    private static long breaks(byte[] bytes, int at) {
        long x = (long) LONG.get(bytes, at) ^ BREAKS;
        return (x - LOW) & ~x & HIGH;
    }

    /// The place after the last line break before `to`; 0 where there is none.
    static int lastBreak(byte[] bytes, int to) {
        for (int i = to - 1; i >= 0; i--) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    /// One block on its way.
    final class Reading implements Sink {
        private final List<Object> results = new ArrayList<>();
        private long line;
        private long skipped;

        private Reading() {}

        Result result() {
            return new Result(line, skipped, results);
        }

        /// Reads the lines of the next piece, which begins and ends with a line.
        ///
        /// @param offset the offset in the file of the piece's first byte
        /// @param last whether the file ends with the piece: its last line may lack a break
        void lines(byte[] bytes, int from, int to, long offset, boolean last) {
            for (int at = from; at < to; ) {
                int end = nextBreak(bytes, at, to);
                line++;
                if (mayStayUnread(bytes, at, end)) {
                    skipped += isBlank(bytes, at, end) ? 0 : 1;
                } else {
                    read(bytes, at, trimmed(bytes, at, end), offset + at - from, !last || end < to);
                }
                at = end + 1;
            }
        }

        /// Counts a line that is longer than any that is held.
        void tooLong(long offset) {
            line++;
            results.add(InputReader.tooLong(Problem.Place.line(file, line, offset), limits.lineBytes()));
        }

        private boolean mayStayUnread(byte[] bytes, int at, int end) {
            return (needles == null ? isBlank(bytes, at, end) : needles.next(bytes, at, end) == end)
                    && end - at <= limits.lineBytes()
                    && (isBlank(bytes, at, end) || format.plausible(bytes, at, trimmed(bytes, at, end)));
        }

        /// @param ended whether a break closes the line
        private void read(byte[] bytes, int at, int end, long offset, boolean ended) {
            var place = Problem.Place.line(file, line, offset);
            if (end - at > limits.lineBytes()) {
                results.add(InputReader.tooLong(place, limits.lineBytes()));
            } else if (!isBlank(bytes, at, end)) {
                try {
                    format.read(bytes, at, end, new LineFormat.Position(file, line, offset), this);
                } catch (BadRecord e) {
                    results.add(InputReader.badLine(place, e, ended));
                }
            }
        }

        private static int trimmed(byte[] bytes, int at, int end) {
            return end > at && bytes[end - 1] == '\r' ? end - 1 : end;
        }

        private static boolean isBlank(byte[] bytes, int at, int end) {
            for (int i = at; i < end; i++) {
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
