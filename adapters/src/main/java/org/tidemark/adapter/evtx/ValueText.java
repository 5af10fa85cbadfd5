// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.tidemark.adapter.BadRecord;

/// Values as Windows writes them into the XML of an event. One whose size does not fit its type is written as
/// hexadecimal digits, like binary data: wrong it would be worse than unread.
final class ValueText {
    /// The code page is not said. This one has a character for all but five bytes, and is right in most of the
    /// world.
    private static final Charset ANSI =
            Charset.isSupported("windows-1252") ? Charset.forName("windows-1252") : StandardCharsets.ISO_8859_1;

    private static final HexFormat BINARY = HexFormat.of().withUpperCase();

    private final ChunkXml chunk;
    private final ChunkBytes bytes;

    ValueText(ChunkXml chunk) {
        this.chunk = chunk;
        this.bytes = chunk.bytes();
    }

    /// A value that is no array.
    String one(int type, int at, int size) throws BadRecord {
        if (size == 0) {
            return "";
        }
        chunk.allowance().spend(size);
        return switch (type) {
            case ValueType.TEXT, ValueType.EVTXML -> text(at, size);
            case ValueType.ANSI -> ansi(at, size);
            case ValueType.INT8, ValueType.INT16, ValueType.INT32, ValueType.INT64 ->
                isNumber(size) ? Long.toString(signed(at, size)) : hex(at, size);
            case ValueType.UINT8, ValueType.UINT16, ValueType.UINT32, ValueType.UINT64 ->
                isNumber(size) ? Long.toUnsignedString(unsigned(at, size)) : hex(at, size);
            case ValueType.BOOL -> isNumber(size) ? Boolean.toString(unsigned(at, size) != 0) : hex(at, size);
            case ValueType.SIZE, ValueType.HEX32, ValueType.HEX64, ValueType.HANDLE ->
                isNumber(size) ? "0x" + Long.toHexString(unsigned(at, size)) : hex(at, size);
            case ValueType.NULL -> "";
            default -> structured(type, at, size);
        };
    }

    private String structured(int type, int at, int size) throws BadRecord {
        if (!isOfSize(type, at, size)) {
            return hex(at, size);
        }
        return switch (type) {
            case ValueType.REAL32 -> Reals.text(Float.intBitsToFloat(bytes.i32(at)));
            case ValueType.REAL64 -> Reals.text(Double.longBitsToDouble(bytes.i64(at)));
            case ValueType.GUID -> Identifiers.guid(bytes, at);
            case ValueType.FILETIME -> WindowsTime.text(bytes.i64(at));
            case ValueType.SYSTEMTIME -> WindowsTime.system(bytes, at);
            case ValueType.SID -> Identifiers.sid(bytes, at);
            default -> hex(at, size);
        };
    }

    private boolean isOfSize(int type, int at, int size) throws BadRecord {
        return switch (type) {
            case ValueType.REAL32 -> size == 4;
            case ValueType.REAL64, ValueType.FILETIME -> size == 8;
            case ValueType.GUID, ValueType.SYSTEMTIME -> size == 16;
            case ValueType.SID -> Identifiers.isSid(bytes, at, size);
            default -> true;
        };
    }

    /// The items of an array; none where it is empty.
    List<String> items(int type, int at, int size) throws BadRecord {
        int one = type & ~ValueType.ARRAY;
        var items = new ArrayList<String>();
        int end = at + size;
        for (int next = at; next < end; ) {
            int length = Math.min(itemSize(one, next, end), end - next);
            chunk.allowance().spend(1);
            items.add(one(one, next, length));
            next += length;
        }
        return items;
    }

    private int itemSize(int type, int at, int end) throws BadRecord {
        return switch (type) {
            case ValueType.TEXT -> terminated(at, end, 2);
            case ValueType.ANSI -> terminated(at, end, 1);
            case ValueType.INT8, ValueType.UINT8 -> 1;
            case ValueType.INT16, ValueType.UINT16 -> 2;
            case ValueType.INT32, ValueType.UINT32, ValueType.REAL32, ValueType.BOOL, ValueType.HEX32 -> 4;
            case ValueType.INT64, ValueType.UINT64, ValueType.REAL64, ValueType.FILETIME, ValueType.HEX64 -> 8;
            // Which of the two widths it is, the type does not say; arrays of it come from 64-bit systems.
            case ValueType.SIZE, ValueType.HANDLE -> 8;
            case ValueType.GUID, ValueType.SYSTEMTIME -> 16;
            case ValueType.SID -> Identifiers.sidSize(bytes, at);
            default -> end - at;
        };
    }

    /// The length of a text with the zero behind it.
    private int terminated(int at, int end, int width) throws BadRecord {
        for (int next = at; next + width <= end; next += width) {
            if (unsigned(next, width) == 0) {
                return next + width - at;
            }
        }
        return end - at;
    }

    private String text(int at, int size) throws BadRecord {
        int characters = size / 2;
        while (characters > 0 && bytes.u16(at + characters * 2 - 2) == 0) {
            characters--;
        }
        return chunk.text(at, characters);
    }

    private String ansi(int at, int size) throws BadRecord {
        int length = size;
        while (length > 0 && bytes.u8(at + length - 1) == 0) {
            length--;
        }
        return new String(bytes.array(), at, length, ANSI);
    }

    private static boolean isNumber(int size) {
        return size == 4 || size == 8 || size == 2 || size == 1;
    }

    private long unsigned(int at, int size) throws BadRecord {
        return switch (size) {
            case 1 -> bytes.u8(at);
            case 2 -> bytes.u16(at);
            case 4 -> bytes.i32(at) & 0xFFFF_FFFFL;
            default -> bytes.i64(at);
        };
    }

    private long signed(int at, int size) throws BadRecord {
        return switch (size) {
            case 1 -> (byte) bytes.u8(at);
            case 2 -> (short) bytes.u16(at);
            case 4 -> bytes.i32(at);
            default -> bytes.i64(at);
        };
    }

    private String hex(int at, int size) throws BadRecord {
        bytes.check(at, size);
        return BINARY.formatHex(bytes.array(), at, at + size);
    }
}
