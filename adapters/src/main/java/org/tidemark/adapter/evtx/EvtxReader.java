// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.tidemark.adapter.InOrder;
import org.tidemark.adapter.Workers;

/// Reads a Windows event log (EVTX 3.1 and 3.2) from its first byte to its last, one chunk at a time.
///
/// Nothing that the file says about itself is needed: a log that was copied while Windows wrote it, was cut or has
/// holes gives all records that are left. What is broken is a fault and costs no more than itself.
public final class EvtxReader {
    private static final byte[] MAGIC = {'E', 'l', 'f', 'F', 'i', 'l', 'e', 0};
    private static final byte[] CHUNK_MAGIC = {'E', 'l', 'f', 'C', 'h', 'n', 'k', 0};
    private static final int HEADER = 4_096;
    private static final int FLAGS_AT = 120;
    private static final int CHECKSUM_AT = 124;
    private static final int MAJOR_AT = 38;
    private static final int KNOWN_MAJOR = 3;
    private static final int DIRTY = 1;

    /// The log was written without checksums.
    private static final int NO_CHECKSUMS = 4;

    static final String CURE = "Take the log from its source again, or from a backup; what could be read was.";

    private final InputStream in;
    private final EvtxSink sink;
    private final byte[] bytes = new byte[ChunkBytes.SIZE];
    private final InOrder<ChunkBatch> ordered;
    private ChunkBatch batch = new ChunkBatch();
    private long offset;
    private boolean dirty;

    /// The chunk before this one was unreadable too, so that it is one hole and not many.
    private boolean inHole;

    private EvtxReader(InputStream in, EvtxSink sink, Workers workers) {
        this.in = in;
        this.sink = sink;
        this.ordered = new InOrder<>(workers, this::take);
    }

    /// @param in one log; it is not closed
    /// @throws IOException only as the stream throws it
    public static void read(InputStream in, EvtxSink sink) throws IOException {
        read(in, sink, Workers.NONE);
    }

    /// @param workers read chunks ahead; what is in them comes in order all the same
    public static void read(InputStream in, EvtxSink sink, Workers workers) throws IOException {
        new EvtxReader(in, sink, workers).read();
    }

    private void read() throws IOException {
        int held = in.readNBytes(bytes, 0, HEADER);
        // Chunks that were carved out of a disk come without the file's header.
        boolean carved = startsWith(CHUNK_MAGIC);
        if (carved) {
            fault("This log has no header.");
        } else {
            header(held);
            offset = held;
            held = 0;
        }
        try {
            while (true) {
                var chunk = held > 0 ? Arrays.copyOf(bytes, ChunkBytes.SIZE) : new byte[ChunkBytes.SIZE];
                int length = held + in.readNBytes(chunk, held, ChunkBytes.SIZE - held);
                if (length == 0) {
                    return;
                }
                batch.add(chunk, length, offset, dirty);
                offset += length;
                held = 0;
                if (batch.isFull()) {
                    handOut();
                }
            }
        } finally {
            handOut();
            ordered.finish();
        }
    }

    private void handOut() throws IOException {
        var full = batch;
        batch = new ChunkBatch();
        ordered.add(full::read);
    }

    private void take(ChunkBatch read) {
        read.tell(sink, this::hole);
    }

    /// A chunk that has no header is one hole with those beside it.
    ///
    /// @param at where it begins; negative for one that is sound
    /// @param records how many were found in it all the same
    private void hole(long at, int records) {
        if (at >= 0 && !inHole) {
            sink.fault(new EvtxFault(
                    null, at, "Here a chunk should begin and does not; what of its records is left was read.", CURE));
        }
        inHole = at >= 0 && records == 0;
    }

    private void header(int held) {
        if (held < HEADER) {
            Arrays.fill(bytes, held, HEADER, (byte) 0);
            fault(held == 0 ? "This log is empty." : "This log ends inside of its header.");
        } else if (!startsWith(MAGIC)) {
            fault("This is no Windows event log, or its header is destroyed.");
        } else if (u16(MAJOR_AT) != KNOWN_MAJOR) {
            fault("This log is of version %d.%d, which is not known.".formatted(u16(MAJOR_AT), u16(MAJOR_AT - 2)));
        } else if (!soundHeader()) {
            fault("The checksum of this log's header is wrong.");
        }
        dirty = startsWith(MAGIC) && (bytes[FLAGS_AT] & DIRTY) != 0;
    }

    private boolean soundHeader() {
        long stated = u16(CHECKSUM_AT) | ((long) u16(CHECKSUM_AT + 2) << 16);
        var checksum = new CRC32();
        checksum.update(bytes, 0, FLAGS_AT);
        return stated == 0 || (bytes[FLAGS_AT] & NO_CHECKSUMS) != 0 || stated == checksum.getValue();
    }

    private boolean startsWith(byte[] magic) {
        return Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    private int u16(int at) {
        return (bytes[at] & 0xFF) | ((bytes[at + 1] & 0xFF) << 8);
    }

    private void fault(String cause) {
        sink.fault(new EvtxFault(null, offset, cause, CURE));
    }
}
