// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.adapter.BadRecord;

/// The template definitions of a chunk by the offset at which they stand.
final class Templates {
    /// The next definition, an identifier of 16 bytes, and the size of what follows.
    static final int HEADER = 24;

    static final int SIZE_AT = 20;

    private static final int ID_AT = 4;

    private final ChunkXml chunk;
    private final Map<Integer, Template> known = new HashMap<>();

    Templates(ChunkXml chunk) {
        this.chunk = chunk;
    }

    /// @param id what the instance says that the definition is called: the first four bytes of its identifier
    Template at(int offset, int id, int depth) throws BadRecord {
        var template = known.get(offset);
        if (template == null) {
            known.put(offset, unusable("A template of this record uses itself."));
            template = read(offset, depth);
            known.put(offset, template);
        }
        if (!template.intact() || template.id() != id) {
            chunk.doubt();
        }
        return template;
    }

    private Template read(int offset, int depth) throws BadRecord {
        boolean before = chunk.takeIntact();
        try {
            var bytes = chunk.bytes();
            int size = bytes.length(offset + SIZE_AT);
            int start = offset + HEADER;
            bytes.check(start, size);
            var region = new BinXml.Region(start, start + size, start + size, true, depth);
            if (depth > BinXml.DEEPEST) {
                throw BinXml.tooDeep();
            }
            var content = new BinXml(chunk, region).document();
            return new Template(bytes.i32(offset + ID_AT), content, chunk.takeIntact(), null);
        } catch (BadRecord e) {
            chunk.takeIntact();
            return unusable("The template of this record cannot be read: " + e.cause());
        } finally {
            if (!before) {
                chunk.doubt();
            }
        }
    }

    private static Template unusable(String cause) {
        return new Template(0, List.of(), false, new BadRecord(cause, ChunkBytes.CURE));
    }
}
