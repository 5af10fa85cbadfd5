// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import org.tidemark.adapter.BadRecord;

/// The values of a template's instance, undecoded.
final class Values {
    /// For records without a template.
    static final Values NONE = new Values(new int[0], new int[0], new byte[0], 0);

    private static final int LARGEST_COUNT = 8_192;
    private static final int DESCRIPTOR = 4;

    private final int[] starts;
    private final int[] sizes;
    private final byte[] types;
    private final int end;

    private Values(int[] starts, int[] sizes, byte[] types, int end) {
        this.starts = starts;
        this.sizes = sizes;
        this.types = types;
        this.end = end;
    }

    /// @param at where their number stands; descriptions of size and type and then the values follow
    /// @param written behind it nothing was written, or it was lost
    /// @param end the record's end
    static Values read(ChunkBytes bytes, int at, int written, int end) throws BadRecord {
        int count = bytes.i32(at);
        if (count < 0 || count > LARGEST_COUNT || at + 4 + count * DESCRIPTOR > end) {
            throw new BadRecord("This record claims to hold more values than fit in it.", ChunkBytes.CURE);
        }
        var starts = new int[count];
        var sizes = new int[count];
        var types = new byte[count];
        int next = at + 4 + count * DESCRIPTOR;
        for (int i = 0; i < count; i++) {
            int description = at + 4 + i * DESCRIPTOR;
            int size = bytes.u16(description);
            if (next + size > end) {
                throw new BadRecord("A value of this record reaches beyond its end.", ChunkBytes.CURE);
            }
            starts[i] = next;
            types[i] = (byte) bytes.u8(description + 2);
            sizes[i] = size;
            if (next + size > written) {
                lose(types, sizes, i, written - next);
            }
            next += size;
        }
        return new Values(starts, sizes, types, next);
    }

    /// Half a text is still evidence; half a number is a wrong one.
    private static void lose(byte[] types, int[] sizes, int index, int rest) {
        if (rest > 0 && types[index] == ValueType.TEXT) {
            sizes[index] = rest;
        } else {
            types[index] = ValueType.NULL;
            sizes[index] = 0;
        }
    }

    int count() {
        return types.length;
    }

    int start(int index) {
        return starts[index];
    }

    int size(int index) {
        return sizes[index];
    }

    /// [ValueType#NULL] also where there is no such value.
    int type(int index) {
        return index < types.length ? types[index] & 0xFF : ValueType.NULL;
    }

    boolean isNull(int index) {
        return type(index) == ValueType.NULL;
    }

    /// Where the last of them ends.
    int end() {
        return end;
    }
}
