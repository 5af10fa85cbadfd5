// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The lines of a block that somebody must look at, told by their bytes alone: headers, rows that can matter, rows at
/// which the day changes. All others are counted.
///
/// Needs nothing of what stands before the block, so blocks can be gone over at once.
public final class RowMarks {
    /// A line that begins with `#`.
    public static final int HEADER = 1;
    /// A line that begins as a header without `#` does.
    public static final int MAY_BE_HEADER = 2;
    /// A row whose time is to be taken in: its day differs from that of the row before or after.
    public static final int TIME = 4;
    /// A row that can matter.
    public static final int WANTED = 8;
    /// A line with zero bytes at its beginning or end, which were taken off.
    public static final int PADDED = 16;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int DAY = 10;
    private static final int WIDTH = 4;

    private final LineBlocks.Block block;
    private int[] marks = new int[WIDTH * 16];
    private int count;
    private int lines;
    private int rows;

    private int lastFrom = -1;
    private int lastTo;
    private int lastLine;

    private RowMarks(LineBlocks.Block block) {
        this.block = block;
    }

    /// Which first bytes a header without `#` can have.
    public interface HeaderStart {
        boolean mayBegin(byte first);
    }

    public static RowMarks of(LineBlocks.Block block, RowScreen screen, HeaderStart header) {
        var marks = new RowMarks(block);
        marks.mark(screen, header);
        return marks;
    }

    private void mark(RowScreen screen, HeaderStart header) {
        var bytes = block.bytes();
        int to = block.to();
        for (int at = 0; at < to; ) {
            int end = BlockScan.nextBreak(bytes, at, to);
            lines++;
            int stop = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
            if (stop > at) {
                line(at, stop, screen, header);
            }
            at = end + 1;
        }
        settle();
        if (block.tooLong()) {
            lines = 1;
        }
    }

    private void line(int start, int stop, RowScreen screen, HeaderStart header) {
        var bytes = block.bytes();
        int from = start;
        int to = stop;
        int flags = 0;
        if (bytes[from] == 0 || bytes[to - 1] == 0) {
            flags = PADDED;
            while (from < to && bytes[from] == 0) {
                from++;
            }
            while (to > from && bytes[to - 1] == 0) {
                to--;
            }
        }
        if (from < to) {
            if (bytes[from] == '#') {
                settle();
                lastFrom = -1;
                flags |= HEADER;
            } else {
                flags |= row(from, to, screen, header);
            }
        }
        if (flags != 0) {
            add(from, to, lines, flags);
        }
    }

    private int row(int from, int to, RowScreen screen, HeaderStart header) {
        rows++;
        int flags = header.mayBegin(block.bytes()[from]) ? MAY_BE_HEADER : 0;
        if (!isSameDay(from, to)) {
            settle();
            flags |= TIME;
        }
        lastFrom = from;
        lastTo = to;
        lastLine = lines;
        return screen.passes(block.bytes(), from, to) ? flags | WANTED : flags;
    }

    private boolean isSameDay(int from, int to) {
        var bytes = block.bytes();
        return lastFrom >= 0
                && lastTo - lastFrom >= DAY
                && to - from >= DAY
                && (long) LONG.get(bytes, from) == (long) LONG.get(bytes, lastFrom)
                && (short) SHORT.get(bytes, from + 8) == (short) SHORT.get(bytes, lastFrom + 8);
    }

    /// The last row of a day gives its time too.
    private void settle() {
        if (lastFrom >= 0) {
            if (count > 0 && line(count - 1) == lastLine) {
                marks[(count - 1) * WIDTH + 3] |= TIME;
            } else {
                add(lastFrom, lastTo, lastLine, TIME);
            }
        }
    }

    private void add(int from, int to, int line, int flags) {
        int at = count * WIDTH;
        if (at == marks.length) {
            marks = Arrays.copyOf(marks, marks.length * 2);
        }
        marks[at] = from;
        marks[at + 1] = to;
        marks[at + 2] = line;
        marks[at + 3] = flags;
        count++;
    }

    public LineBlocks.Block block() {
        return block;
    }

    /// How many lines are marked.
    public int count() {
        return count;
    }

    /// How many lines the block has.
    public int lines() {
        return lines;
    }

    /// How many of them are rows; what may be a header counts as one.
    public int rows() {
        return rows;
    }

    public int from(int mark) {
        return marks[mark * WIDTH];
    }

    public int to(int mark) {
        return marks[mark * WIDTH + 1];
    }

    /// The number of a marked line in the block, from 1.
    public int line(int mark) {
        return marks[mark * WIDTH + 2];
    }

    public boolean is(int mark, int flag) {
        return (marks[mark * WIDTH + 3] & flag) != 0;
    }
}
