// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.tidemark.adapter.BadRecord;

/// Identifiers of Windows as text: GUIDs and security identifiers.
final class Identifiers {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// Revision, number of subauthorities, and six bytes of authority.
    private static final int SID_HEADER = 8;

    private static final int MOST_SUBAUTHORITIES = 15;

    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.ISO_8859_1);
    private static final int[] GUID_ORDER = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};

    private Identifiers() {}

    /// With braces and capitals, as Windows writes them into events: the first three groups are little-endian.
    static String guid(ChunkBytes bytes, int at) throws BadRecord {
        bytes.check(at, GUID_ORDER.length);
        var source = bytes.array();
        var text = new byte[38];
        text[0] = '{';
        int next = 1;
        for (int i = 0; i < GUID_ORDER.length; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                text[next++] = '-';
            }
            int value = source[at + GUID_ORDER[i]];
            text[next++] = DIGITS[(value >> 4) & 0xF];
            text[next++] = DIGITS[value & 0xF];
        }
        text[next] = '}';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    static int sidSize(ChunkBytes bytes, int at) throws BadRecord {
        return bytes.has(at, SID_HEADER) ? SID_HEADER + 4 * bytes.u8(at + 1) : 1;
    }

    /// Some providers leave room behind it.
    static boolean isSid(ChunkBytes bytes, int at, int size) throws BadRecord {
        return size >= SID_HEADER && bytes.u8(at + 1) <= MOST_SUBAUTHORITIES && sidSize(bytes, at) <= size;
    }

    static String sid(ChunkBytes bytes, int at) throws BadRecord {
        long authority = Long.reverseBytes(bytes.i64(at)) & 0xFFFF_FFFF_FFFFL;
        var sid = new StringBuilder(48)
                .append("S-")
                .append(bytes.u8(at))
                .append('-')
                // From 32 bits on it is written in hexadecimal digits ([MS-DTYP] 2.4.2.1).
                .append(authority >>> 32 == 0 ? Long.toString(authority) : "0x" + HEX.toHexDigits(authority, 12));
        for (int i = 0; i < bytes.u8(at + 1); i++) {
            sid.append('-').append(Integer.toUnsignedString(bytes.i32(at + SID_HEADER + 4 * i)));
        }
        return sid.toString();
    }
}
