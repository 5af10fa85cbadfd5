// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/// Writes one chunk: records one after the other, and a header that fits them unless it is told otherwise.
final class EvtxChunkWriter {
    static final int SIZE = 65_536;
    static final int FIRST_RECORD = 512;

    private final ByteBuffer out = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);

    /// Where names and templates stand that were written already.
    private final Map<String, Integer> names = new HashMap<>();

    private final Map<EvtxTemplate, Integer> templates = new HashMap<>();
    private long firstNumber;
    private long lastNumber;
    private int lastAt;
    private int free = -1;
    private int flags = 1;
    private int headerDelta;
    private int recordsDelta;
    private boolean magic = true;

    EvtxChunkWriter() {
        out.position(FIRST_RECORD);
    }

    EvtxChunkWriter record(long number, long written, Consumer<BinXmlWriter> xml) {
        int start = out.position();
        out.putInt(0x2A2A).putInt(0).putLong(number).putLong(written);
        xml.accept(new BinXmlWriter(out, names, templates, false));
        out.position(out.position() + Math.floorMod(-out.position() - 4, 8));
        int size = out.position() + 4 - start;
        out.putInt(size).putInt(start + 4, size);
        firstNumber = firstNumber == 0 ? number : firstNumber;
        lastNumber = number;
        lastAt = start;
        return this;
    }

    EvtxChunkWriter bytes(byte... bytes) {
        out.put(bytes);
        return this;
    }

    /// The header will say that records end here.
    EvtxChunkWriter free() {
        free = out.position();
        return this;
    }

    /// Where the next record begins.
    int position() {
        return out.position();
    }

    EvtxChunkWriter wrongHeaderChecksum() {
        headerDelta = 1;
        return this;
    }

    EvtxChunkWriter wrongRecordsChecksum() {
        recordsDelta = 1;
        return this;
    }

    EvtxChunkWriter noChecksums() {
        flags |= EvtxWriter.NO_CHECKSUMS;
        return this;
    }

    EvtxChunkWriter noMagic() {
        magic = false;
        return this;
    }

    byte[] bytes() {
        int end = free < 0 ? out.position() : free;
        var bytes = out.array();
        if (magic) {
            out.put(0, "ElfChnk\0".getBytes(StandardCharsets.ISO_8859_1));
        }
        out.putLong(8, firstNumber)
                .putLong(16, lastNumber)
                .putLong(24, firstNumber)
                .putLong(32, lastNumber);
        out.putInt(40, 128).putInt(44, lastAt).putInt(48, end).putInt(120, flags);
        if ((flags & EvtxWriter.NO_CHECKSUMS) == 0) {
            var records = new CRC32();
            records.update(bytes, FIRST_RECORD, end - FIRST_RECORD);
            out.putInt(52, (int) records.getValue() + recordsDelta);
            var header = new CRC32();
            header.update(bytes, 0, 120);
            header.update(bytes, 128, FIRST_RECORD - 128);
            out.putInt(124, (int) header.getValue() + headerDelta);
        }
        return bytes.clone();
    }
}
