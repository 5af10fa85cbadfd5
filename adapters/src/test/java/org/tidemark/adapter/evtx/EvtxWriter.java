// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/// Writes logs as Windows does, and such as Windows would not.
final class EvtxWriter {
    static final int HEADER = 4_096;
    static final int DIRTY = 1;
    static final int NO_CHECKSUMS = 4;

    private final List<byte[]> chunks = new ArrayList<>();
    private int major = 3;
    private int minor = 1;
    private int flags;

    EvtxWriter version(int major, int minor) {
        this.major = major;
        this.minor = minor;
        return this;
    }

    EvtxWriter flags(int flags) {
        this.flags = flags;
        return this;
    }

    EvtxWriter chunk(Consumer<EvtxChunkWriter> content) {
        var chunk = new EvtxChunkWriter();
        content.accept(chunk);
        return chunk(chunk.bytes());
    }

    EvtxWriter chunk(byte[] bytes) {
        chunks.add(bytes);
        return this;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(header());
        chunks.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private byte[] header() {
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put("ElfFile\0".getBytes(StandardCharsets.ISO_8859_1));
        header.putLong(16, Math.max(0, chunks.size() - 1));
        header.putInt(32, 128);
        header.putShort(36, (short) minor).putShort(38, (short) major).putShort(40, (short) HEADER);
        header.putShort(42, (short) chunks.size());
        header.putInt(120, flags);
        var checksum = new CRC32();
        checksum.update(header.array(), 0, 120);
        header.putInt(124, (flags & NO_CHECKSUMS) != 0 ? 0 : (int) checksum.getValue());
        return header.array();
    }
}
