// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;

/// The first 24 bytes of a record, and the copy of its size at its end.
///
/// @param at where it begins in its chunk
/// @param size as it says
/// @param fits the size can be that of a record, and the record ends in the chunk
/// @param closed the copy of the size at the end says the same
record RecordHeader(int at, int size, long number, long written, boolean fits, boolean closed) {
    static final int SIZE = 24;
    static final int SIGNATURE = 0x2A2A;

    private static final int SIZE_AT = 4;
    private static final int NUMBER_AT = 8;
    private static final int WRITTEN_AT = 16;
    private static final int COPY = 4;

    /// Null where no record begins.
    static @Nullable RecordHeader at(ChunkBytes bytes, int at) throws BadRecord {
        if (!bytes.has(at, SIZE) || bytes.i32(at) != SIGNATURE) {
            return null;
        }
        int size = bytes.length(at + SIZE_AT);
        boolean fits = size >= SIZE + COPY && bytes.has(at, size);
        boolean closed = fits && bytes.i32(at + size - COPY) == size;
        return new RecordHeader(at, size, bytes.i64(at + NUMBER_AT), bytes.i64(at + WRITTEN_AT), fits, closed);
    }

    int end() {
        return at + size;
    }

    int xmlEnd() {
        return end() - COPY;
    }

    /// Its XML, as far as it was written.
    BinXml.Region xml(int written) {
        return new BinXml.Region(at + SIZE, written, xmlEnd(), false, 0);
    }
}
