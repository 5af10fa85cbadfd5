// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;

/// Reads one chunk: first along the chain of its records, each of which says where the next begins, and then, behind
/// the end of the chain, whatever still looks like a record.
final class Chunk {
    /// Storage loses whole sectors: what follows the last byte that is not zero, up to here, was still written.
    private static final int SECTOR = 512;

    private final ChunkBytes bytes;
    private final ChunkXml xml;
    private final Flattener flattener;
    private final long offset;
    private final boolean dirty;
    private final EvtxSink sink;

    /// @param offset of the chunk in the file
    /// @param dirty the log was not closed: headers of chunks may be older than their records
    Chunk(ChunkBytes bytes, long offset, boolean dirty, FileMemory memory, EvtxSink sink) {
        this.bytes = bytes;
        this.offset = offset;
        this.dirty = dirty;
        this.sink = sink;
        this.xml = new ChunkXml(bytes, memory.utf16(), memory.templates());
        this.flattener = new Flattener(xml, memory.root());
    }

    void read() {
        try {
            var header = ChunkHeader.read(bytes);
            checksums(header);
            search(chain(header.free()));
        } catch (BadRecord e) {
            fault(null, 0, e.cause());
        }
    }

    /// A chunk without a header still holds records. What they point to may be of another chunk, so that only those
    /// count which prove that it is not.
    ///
    /// @return how many there are
    int readHeadless() {
        try {
            return search(ChunkHeader.SIZE);
        } catch (BadRecord e) {
            return 0;
        }
    }

    private void checksums(ChunkHeader header) {
        if (!header.soundHeader()) {
            fault(null, 0, "The checksum of this chunk's header is wrong; its records were read all the same.");
        }
        if (!header.soundRecords()) {
            fault(
                    null,
                    0,
                    dirty
                            ? "The checksum of this chunk's records is wrong, as happens where Windows still writes the log."
                            : "The checksum of this chunk's records is wrong; they were read all the same.");
        }
    }

    /// @return where the chain ends
    private int chain(int free) throws BadRecord {
        int at = ChunkHeader.SIZE;
        long last = -1;
        while (at < bytes.limit()) {
            var record = RecordHeader.at(bytes, at);
            boolean stated = at < free;
            if (!stated && !(dirty && record != null && record.closed() && record.number() == last + 1)) {
                return at;
            }
            if (record == null) {
                fault(null, at, "Where a record should begin in this chunk, there is none.");
                return at;
            }
            if (!record.fits()) {
                fault(record.number(), at, misfit(record));
                return at + RecordHeader.SIZE;
            }
            live(record);
            last = record.number();
            if (!record.closed() && RecordHeader.at(bytes, record.end()) == null && record.end() < free) {
                // The size itself may be what is damaged; then records begin before the end that it tells.
                return at + RecordHeader.SIZE;
            }
            at = record.end();
        }
        return at;
    }

    private static String misfit(RecordHeader record) {
        return record.size() < 0 || record.size() > RecordHeader.SIZE
                ? "This record is not all in its chunk."
                : "This record says that it has no content.";
    }

    private void live(RecordHeader record) {
        try {
            var fields = fields(record.xml(record.closed() ? record.xmlEnd() : written(record)));
            if (!record.closed()) {
                fault(record.number(), record.at(), "The end of this record is damaged.");
                if (!saysWhatItIs(fields)) {
                    return;
                }
            }
            if (fields.isEmpty()) {
                throw new BadRecord("This record holds no event.", ChunkBytes.CURE);
            }
            event(record, false, fields);
        } catch (BadRecord e) {
            fault(record.number(), record.at(), e.cause());
        }
    }

    private List<EvtxField> fields(BinXml.Region region) throws BadRecord {
        xml.allowance().nextRecord();
        return flattener.flatten(new BinXml(xml, region).document());
    }

    private int written(RecordHeader record) {
        int last = record.end();
        while (last > record.at() && bytes.array()[last - 1] == 0) {
            last--;
        }
        return Math.min(record.xmlEnd(), (last + SECTOR - 1) / SECTOR * SECTOR);
    }

    private static boolean saysWhatItIs(List<EvtxField> fields) {
        return fields.stream()
                .anyMatch(field ->
                        field.path().equals("System/EventID") && !field.value().isEmpty());
    }

    /// @return how many records there are
    private int search(int from) throws BadRecord {
        xml.beStrict();
        int found = 0;
        int at = from;
        while (at < bytes.limit() - RecordHeader.SIZE) {
            var record = bytes.array()[at] == '*' ? RecordHeader.at(bytes, at) : null;
            if (record != null && record.closed() && recover(record)) {
                found++;
                at = record.end();
            } else {
                at++;
            }
        }
        return found;
    }

    /// Left-overs are expected to be broken, so that one which is broken is no fault.
    private boolean recover(RecordHeader record) {
        try {
            var fields = fields(record.xml(record.xmlEnd()));
            if (!saysWhatItIs(fields)) {
                return false;
            }
            event(record, true, fields);
            return true;
        } catch (BadRecord e) {
            return false;
        }
    }

    private void event(RecordHeader record, boolean recovered, List<EvtxField> fields) {
        var written = WindowsTime.instant(record.written());
        sink.event(new EvtxEvent(record.number(), offset + record.at(), written, recovered, fields));
    }

    private void fault(@Nullable Long record, int at, String cause) {
        sink.fault(new EvtxFault(record, offset + at, cause, ChunkBytes.CURE));
    }
}
