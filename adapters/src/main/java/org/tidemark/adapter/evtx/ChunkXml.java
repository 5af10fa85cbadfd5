// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.adapter.BadRecord;

/// What the records of one chunk share: names and templates, each read once, and the bound of what they may cost.
final class ChunkXml {
    private static final int LONGEST_NAME = 256;

    /// Next name, hash and length stand before its characters, and a zero behind them.
    private static final int NAME_HEADER = 8;

    private static final int NAME_END = 2;

    private final ChunkBytes bytes;
    private final Utf16 utf16;
    private final Allowance allowance = new Allowance();
    private final Map<Integer, String> names = new HashMap<>();
    private final Templates templates;
    private boolean strict;
    private int doubts;

    ChunkXml(ChunkBytes bytes, Utf16 utf16, TemplateLibrary library) {
        this.bytes = bytes;
        this.utf16 = utf16;
        this.templates = new Templates(this, library);
    }

    ChunkBytes bytes() {
        return bytes;
    }

    Allowance allowance() {
        return allowance;
    }

    Template template(int offset, int id, int depth) throws BadRecord {
        return templates.at(offset, id, depth);
    }

    /// From here on a name that does not match its hash, or a template that is not the one that was meant, is an
    /// error: records in free space point to what may have been written over.
    void beStrict() {
        strict = true;
    }

    boolean isStrict() {
        return strict;
    }

    /// How often a name did not match its hash.
    int doubts() {
        return doubts;
    }

    /// There can be a name at the offset that stands here.
    boolean isName(int at) {
        try {
            int offset = bytes.length(at);
            int length = bytes.u16(offset + 6);
            return offset >= ChunkHeader.SIZE
                    && length > 0
                    && length <= LONGEST_NAME
                    && bytes.has(offset, NAME_HEADER + length * 2 + NAME_END)
                    && bytes.u16(offset + NAME_HEADER + length * 2) == 0;
        } catch (BadRecord e) {
            return false;
        }
    }

    int nameSize(int offset) throws BadRecord {
        return NAME_HEADER + bytes.u16(offset + 6) * 2 + NAME_END;
    }

    String name(int offset) throws BadRecord {
        var known = names.get(offset);
        if (known != null) {
            return known;
        }
        if (!bytes.has(offset, NAME_HEADER)) {
            throw new BadRecord("The name of an element or attribute of this record points nowhere.", ChunkBytes.CURE);
        }
        int length = bytes.u16(offset + 6);
        if (length == 0 || length > LONGEST_NAME) {
            throw new BadRecord("The name of an element or attribute of this record is no name.", ChunkBytes.CURE);
        }
        var name = text(offset + NAME_HEADER, length);
        if (hash(name) != bytes.u16(offset + 4)) {
            if (strict) {
                throw new BadRecord("A name of this record was written over.", ChunkBytes.CURE);
            }
            // Not kept, so that whoever uses it next is in doubt too.
            doubts++;
            return XmlNames.sound(name);
        }
        var sound = XmlNames.sound(name);
        names.put(offset, sound);
        return sound;
    }

    /// As Windows writes it beside each name.
    private static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = hash * 65_599 + name.charAt(i);
        }
        return hash & 0xFFFF;
    }

    String text(int at, int characters) throws BadRecord {
        bytes.check(at, characters * 2);
        allowance.spend(characters);
        return utf16.decode(bytes.array(), at, characters);
    }

    List<Node> nested(int start, int size, int depth) throws BadRecord {
        return new BinXml(this, new BinXml.Region(start, start + size, start + size, false, depth)).document();
    }
}
