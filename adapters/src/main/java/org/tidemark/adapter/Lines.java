// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts a stream into lines and never holds more than one. The bytes of a line are valid until the next step.
///
/// A line ends with LF or CRLF, or with the stream. A longer line than allowed is gone over and marked [#tooLong()];
/// the lines after it are read as ever.
public final class Lines {
    private static final int FIRST_SIZE = 64 * 1024;

    private final Document document;
    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[FIRST_SIZE];
    private int filled;
    private int next;
    private boolean atEnd;

    private int from;
    private int to;
    private long line;
    private long offset;
    private long nextOffset;
    private boolean tooLong;
    private boolean ended;

    /// @param longest how many bytes of a line are held
    public Lines(Document document, int longest) {
        this.document = document;
        this.in = document.in();
        this.longest = longest;
        this.nextOffset = document.before();
    }

    /// Goes to the next line.
    ///
    /// @return false at the end of the stream
    public boolean next() throws IOException {
        offset = nextOffset;
        tooLong = false;
        int searched = next;
        while (true) {
            int end = indexOfBreak(searched);
            if (end >= 0) {
                take(end, end + 1, true);
                return true;
            }
            searched = filled;
            if (filled - next > longest) {
                giveUp();
                searched = next;
            }
            int before = next;
            if (!fill()) {
                return last();
            }
            searched -= before - next;
        }
    }

    private boolean last() {
        if (filled == next && !tooLong) {
            return false;
        }
        take(filled, filled, false);
        return true;
    }

    private void take(int end, int after, boolean withBreak) {
        from = next;
        to = end;
        if (withBreak && to > from && buffer[to - 1] == '\r') {
            to--;
        }
        tooLong |= to - from > longest;
        ended = withBreak;
        nextOffset += document.width(buffer, next, after);
        next = after;
        line++;
    }

    /// Drops what was read of a line that is too long.
    private void giveUp() {
        tooLong = true;
        nextOffset += document.width(buffer, next, filled);
        next = filled;
    }

    private int indexOfBreak(int start) {
        int found = BlockScan.nextBreak(buffer, start, filled);
        return found == filled ? -1 : found;
    }

    private boolean fill() throws IOException {
        if (atEnd) {
            return false;
        }
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, filled - next);
            filled -= next;
            next = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            atEnd = true;
            return false;
        }
        filled += count;
        return true;
    }

    /// What [#from()] and [#to()] point into.
    public byte[] bytes() {
        return buffer;
    }

    /// Where the line begins.
    public int from() {
        return from;
    }

    /// Where the line ends, without its break.
    public int to() {
        return to;
    }

    /// The number of the line, from 1.
    public long line() {
        return line;
    }

    /// The byte offset in the file at which the line begins.
    public long offset() {
        return offset;
    }

    /// The byte offset up to which lines were given out.
    long reached() {
        return nextOffset;
    }

    /// Whether the line was longer than allowed; it is then not held.
    public boolean tooLong() {
        return tooLong;
    }

    /// Whether a line break closes the line; the last line of a file that was cut off has none.
    boolean ended() {
        return ended;
    }

    boolean blank() {
        for (int i = from; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
