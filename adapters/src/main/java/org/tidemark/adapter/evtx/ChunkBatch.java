// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.util.ArrayList;
import java.util.List;

/// Some chunks of a log, read at once and told in order. Nothing in a chunk depends on another.
///
/// What records hold is kept only up to a limit: a chunk that unfolds to more is read when it is told.
final class ChunkBatch {
    private static final int MOST_CHUNKS = 8;
    private static final int MOST_CHARS = 4 << 20;

    private final List<Part> parts = new ArrayList<>();

    /// What becomes of chunks that have no header.
    interface Holes {
        /// @param at where the chunk begins; negative for one that has its header
        /// @param records how many were found in it
        void chunk(long at, int records);
    }

    private static final class Part {
        private final byte[] bytes;
        private final int length;
        private final long offset;
        private final boolean dirty;
        private List<Object> heard = new ArrayList<>();
        private boolean whole;
        private int headless = -1;

        Part(byte[] bytes, int length, long offset, boolean dirty) {
            this.bytes = bytes;
            this.length = length;
            this.offset = offset;
            this.dirty = dirty;
        }

        boolean hasHeader() {
            return ChunkHeader.isAt(new ChunkBytes(bytes, length));
        }

        /// Windows makes logs grow by more chunks than it needs at once.
        boolean isEmpty() {
            for (int i = 0; i < length; i++) {
                if (bytes[i] != 0) {
                    return false;
                }
            }
            return true;
        }

        /// @return how many records a chunk without a header has; -1 for any other
        int read(FileMemory memory, EvtxSink sink) {
            var chunk = new Chunk(new ChunkBytes(bytes, length), offset, dirty, memory, sink);
            if (hasHeader()) {
                chunk.read();
                if (length < ChunkBytes.SIZE) {
                    sink.fault(new EvtxFault(null, offset, "This log ends inside of a chunk.", EvtxReader.CURE));
                }
                return -1;
            }
            return isEmpty() ? -1 : chunk.readHeadless();
        }
    }

    void add(byte[] bytes, int length, long offset, boolean dirty) {
        parts.add(new Part(bytes, length, offset, dirty));
    }

    boolean isFull() {
        return parts.size() == MOST_CHUNKS;
    }

    /// Reads the chunks, by whichever thread.
    ChunkBatch read() {
        var memory = new FileMemory();
        for (var part : parts) {
            var kept = new Kept();
            try {
                part.headless = part.read(memory, kept);
                part.heard = kept.heard;
                part.whole = true;
            } catch (TooMuch e) {
                part.heard = List.of();
            }
        }
        return this;
    }

    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch() {
            super(null, null, false, false);
        }
    }

    /// Keeps what is heard until it is too much.
    private static final class Kept implements EvtxSink {
        private final List<Object> heard = new ArrayList<>();
        private long chars;

        @Override
        public void event(EvtxEvent event) {
            for (var field : event.fields()) {
                chars += field.path().length() + field.value().length();
            }
            if (chars > MOST_CHARS) {
                throw new TooMuch();
            }
            heard.add(event);
        }

        @Override
        public void fault(EvtxFault fault) {
            heard.add(fault);
        }
    }

    /// Tells what was read, in order.
    void tell(EvtxSink sink, Holes holes) {
        for (var part : parts) {
            if (!part.whole) {
                tellLate(part, sink, holes);
                continue;
            }
            holes(part, part.headless, holes);
            for (var one : part.heard) {
                if (one instanceof EvtxEvent event) {
                    sink.event(event);
                } else {
                    sink.fault((EvtxFault) one);
                }
            }
        }
    }

    private static void tellLate(Part part, EvtxSink sink, Holes holes) {
        if (part.hasHeader()) {
            holes(part, -1, holes);
        } else if (!part.isEmpty()) {
            // That it holds records is known: it unfolded to too much.
            holes(part, 1, holes);
        }
        part.read(new FileMemory(), sink);
    }

    private static void holes(Part part, int headless, Holes holes) {
        if (headless >= 0) {
            holes.chunk(part.offset, headless);
        } else if (part.hasHeader()) {
            holes.chunk(-1, 0);
        }
    }
}
