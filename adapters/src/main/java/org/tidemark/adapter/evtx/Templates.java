// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.util.HashMap;
import java.util.Map;
import org.tidemark.adapter.BadRecord;

/// The template definitions of a chunk by the offset at which they stand.
final class Templates {
    /// The next definition, an identifier of 16 bytes, and the size of what follows.
    static final int HEADER = 24;

    static final int SIZE_AT = 20;

    private static final int ID_AT = 4;

    private final ChunkXml chunk;
    private final TemplateLibrary library;
    private final Map<Integer, Template> known = new HashMap<>();

    Templates(ChunkXml chunk, TemplateLibrary library) {
        this.chunk = chunk;
        this.library = library;
    }

    /// @param id what the instance says that the definition is called
    Template at(int offset, int id, int depth) throws BadRecord {
        var template = known.get(offset);
        if (template == null) {
            known.put(offset, Template.unusable("A template of this record uses itself."));
            template = read(offset, depth);
            known.put(offset, template);
        }
        boolean usable = chunk.isStrict() ? template.isSound() && template.id() == id : template.failure() == null;
        if (usable) {
            return template;
        }
        var copy = library.get(id);
        if (copy != null) {
            return copy;
        }
        template.usable();
        throw new BadRecord("The template of this record was written over.", ChunkBytes.CURE);
    }

    private Template read(int offset, int depth) {
        try {
            var bytes = chunk.bytes();
            int size = bytes.length(offset + SIZE_AT);
            int start = offset + HEADER;
            bytes.check(start, size);
            if (depth > BinXml.DEEPEST) {
                throw BinXml.tooDeep();
            }
            int doubts = chunk.doubts();
            var region = new BinXml.Region(start, start + size, start + size, true, depth);
            var content = new BinXml(chunk, region).document();
            var template = new Template(bytes.i32(offset + ID_AT), content, chunk.doubts() == doubts, null);
            library.add(template, size);
            return template;
        } catch (BadRecord e) {
            return Template.unusable("The template of this record cannot be read: " + e.cause());
        }
    }
}
