// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import org.jspecify.annotations.Nullable;

/// Where in a file its lines begin, for a parser that knows its line but no byte, and has read ahead of it.
///
/// Lines end with LF, CR or both (XML, section 2.11; parsers of JSON count alike).
final class LineStarts {
    /// More than parsers hold in their buffers, even of empty lines.
    private static final int REMEMBERED = 1 << 15;

    private final Document document;
    /// The offset of line n stands at n modulo the size.
    private final long[] starts = new long[REMEMBERED];
    private long line = 1;
    private long offset;
    private boolean afterReturn;

    LineStarts(Document document) {
        this.document = document;
        this.offset = document.before();
        starts[1] = offset;
    }

    /// Takes in the next bytes of the document.
    void passed(byte[] bytes, int from, int to) {
        int counted = from;
        for (int i = from; i < to; i++) {
            int after = bytes[i] == '\n' ? i + 1 : afterReturn ? i : -1;
            if (after >= 0) {
                offset += document.width(bytes, counted, after);
                counted = after;
                line++;
                starts[(int) (line % REMEMBERED)] = offset;
            }
            afterReturn = bytes[i] == '\r';
        }
        offset += document.width(bytes, counted, to);
    }

    /// The byte offset in the file of a line's first byte; null where the parser is too far behind.
    @Nullable
    Long offsetOf(long wanted) {
        return wanted < 1 || wanted > line || wanted <= line - REMEMBERED ? null : starts[(int) (wanted % REMEMBERED)];
    }
}
