// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.tidemark.adapter.BadRecord;

/// The first 512 bytes of a chunk.
///
/// @param free where its records end; the end of its bytes where the header does not say so soundly
/// @param soundHeader the checksum of the header is right, or there is none
/// @param soundRecords the same of the records
record ChunkHeader(int free, boolean soundHeader, boolean soundRecords) {
    static final int SIZE = 512;

    private static final byte[] MAGIC = {'E', 'l', 'f', 'C', 'h', 'n', 'k', 0};
    private static final int FREE_AT = 48;
    private static final int RECORDS_CHECKSUM_AT = 52;
    private static final int FLAGS_AT = 120;
    private static final int CHECKSUM_AT = 124;
    private static final int TABLES_AT = 128;

    /// Windows 10 and later can leave checksums out.
    private static final int NO_CHECKSUMS = 4;

    static boolean isAt(ChunkBytes bytes) {
        return bytes.has(0, SIZE) && Arrays.equals(bytes.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    static ChunkHeader read(ChunkBytes bytes) throws BadRecord {
        int stated = bytes.length(FREE_AT);
        boolean usable = stated >= SIZE && stated <= ChunkBytes.SIZE;
        boolean none = (bytes.i32(FLAGS_AT) & NO_CHECKSUMS) != 0;
        int records = bytes.i32(RECORDS_CHECKSUM_AT);
        int header = bytes.i32(CHECKSUM_AT);
        boolean checkable = usable && stated <= bytes.limit();
        return new ChunkHeader(
                usable ? Math.min(stated, bytes.limit()) : bytes.limit(),
                none || header == 0 || header == headerChecksum(bytes.array()),
                none || records == 0 || !checkable || records == checksum(bytes.array(), SIZE, stated));
    }

    private static int headerChecksum(byte[] bytes) {
        var checksum = new CRC32();
        checksum.update(bytes, 0, FLAGS_AT);
        checksum.update(bytes, TABLES_AT, SIZE - TABLES_AT);
        return (int) checksum.getValue();
    }

    private static int checksum(byte[] bytes, int from, int to) {
        var checksum = new CRC32();
        checksum.update(bytes, from, to - from);
        return (int) checksum.getValue();
    }
}
