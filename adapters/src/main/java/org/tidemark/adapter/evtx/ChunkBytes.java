// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.tidemark.adapter.BadRecord;

/// The bytes of one chunk. All offsets that a record holds count from its beginning.
final class ChunkBytes {
    static final int SIZE = 65_536;

    static final String CURE = "Take the log from its source again, or from a backup; all other records were read.";

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// Always of full size; what lies behind the limit is what an earlier chunk left.
    private final byte[] bytes;

    private final int limit;

    ChunkBytes(byte[] bytes, int limit) {
        if (limit < 0 || limit > bytes.length) {
            throw new IllegalArgumentException("the limit is outside of the bytes");
        }
        this.bytes = bytes;
        this.limit = limit;
    }

    byte[] array() {
        return bytes;
    }

    int limit() {
        return limit;
    }

    boolean has(int at, int length) {
        return at >= 0 && length >= 0 && at <= limit - length;
    }

    int u8(int at) throws BadRecord {
        check(at, 1);
        return bytes[at] & 0xFF;
    }

    int u16(int at) throws BadRecord {
        check(at, 2);
        return (short) SHORT.get(bytes, at) & 0xFFFF;
    }

    int i32(int at) throws BadRecord {
        check(at, 4);
        return (int) INT.get(bytes, at);
    }

    /// An offset or a length. One of more than 31 bits is negative, and no bound lets it pass.
    int length(int at) throws BadRecord {
        return i32(at);
    }

    long i64(int at) throws BadRecord {
        check(at, 8);
        return (long) LONG.get(bytes, at);
    }

    void check(int at, int length) throws BadRecord {
        if (!has(at, length)) {
            throw new BadRecord("Something in this record points beyond the end of its chunk.", CURE);
        }
    }
}
