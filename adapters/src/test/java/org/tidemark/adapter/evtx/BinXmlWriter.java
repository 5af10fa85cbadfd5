// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/// Writes the tokens of binary XML. Names and templates stand where they are used first; later uses point there.
final class BinXmlWriter {
    private final ByteBuffer out;
    private final Map<String, Integer> names;
    private final Map<EvtxTemplate, Integer> templates;
    private final boolean template;
    private final Deque<Integer> sizes = new ArrayDeque<>();
    private int attributesAt = -1;
    private int lastAttribute = -1;

    BinXmlWriter(ByteBuffer out, Map<String, Integer> names, Map<EvtxTemplate, Integer> templates, boolean template) {
        this.out = out;
        this.names = names;
        this.templates = templates;
        this.template = template;
    }

    /// Goes on as templates are written: elements say on which value they depend.
    BinXmlWriter asTemplate() {
        return new BinXmlWriter(out, names, templates, true);
    }

    BinXmlWriter fragment() {
        return raw(0x0F, 1, 1, 0);
    }

    BinXmlWriter open(String name) {
        return open(name, 0xFFFF, false);
    }

    BinXmlWriter openWithAttributes(String name) {
        return open(name, 0xFFFF, true);
    }

    /// @param dependency the value without which the element does not exist
    BinXmlWriter open(String name, int dependency, boolean attributes) {
        out.put((byte) (attributes ? 0x41 : 0x01));
        if (template) {
            out.putShort((short) dependency);
        }
        sizes.push(out.position());
        out.putInt(0);
        name(name);
        if (attributes) {
            attributesAt = out.position();
            lastAttribute = -1;
            out.putInt(0);
        }
        return this;
    }

    /// What follows, up to the next attribute or the close of the tag, is its value.
    BinXmlWriter attribute(String name) {
        if (lastAttribute >= 0) {
            out.put(lastAttribute, (byte) 0x46);
        }
        lastAttribute = out.position();
        out.put((byte) 0x06);
        name(name);
        return this;
    }

    BinXmlWriter closeStart() {
        endAttributes();
        return raw(0x02);
    }

    BinXmlWriter closeEmpty() {
        endAttributes();
        raw(0x03);
        return endSize();
    }

    BinXmlWriter end() {
        raw(0x04);
        return endSize();
    }

    private void endAttributes() {
        if (attributesAt >= 0) {
            out.putInt(attributesAt, out.position() - attributesAt - 4);
            attributesAt = -1;
        }
    }

    private BinXmlWriter endSize() {
        int at = sizes.pop();
        out.putInt(at, out.position() - at - 4);
        return this;
    }

    BinXmlWriter text(String text) {
        return raw(0x05, 0x01).counted(text);
    }

    BinXmlWriter cdata(String text) {
        return raw(0x07).counted(text);
    }

    BinXmlWriter character(int value) {
        return raw(0x08, value & 0xFF, value >> 8);
    }

    BinXmlWriter entity(String name) {
        raw(0x09);
        return name(name);
    }

    BinXmlWriter instruction(String target, String data) {
        raw(0x0A);
        name(target);
        return raw(0x0B).counted(data);
    }

    BinXmlWriter place(int index, int type) {
        return raw(0x0D, index & 0xFF, index >> 8, type);
    }

    BinXmlWriter optionalPlace(int index, int type) {
        return raw(0x0E, index & 0xFF, index >> 8, type);
    }

    BinXmlWriter finish() {
        return raw(0x00);
    }

    /// An element with nothing but a text.
    BinXmlWriter element(String name, String text) {
        return open(name).closeStart().text(text).end();
    }

    /// An element with nothing but a place for a value.
    BinXmlWriter element(String name, int index, int type) {
        return open(name).closeStart().place(index, type).end();
    }

    BinXmlWriter instance(EvtxTemplate template, EvtxValue... values) {
        raw(0x0C, 0x01);
        out.putInt(template.id);
        var known = templates.get(template);
        if (known == null) {
            templates.put(template, out.position() + 4);
            out.putInt(out.position() + 4);
            define(template);
        } else {
            out.putInt(known);
        }
        return values(values);
    }

    /// An instance of whatever stands at an offset.
    BinXmlWriter instanceAt(int offset, int id, EvtxValue... values) {
        raw(0x0C, 0x01);
        out.putInt(id).putInt(offset);
        return values(values);
    }

    private void define(EvtxTemplate definition) {
        out.putInt(0).putInt(definition.id).putLong(7).putInt(9);
        int size = out.position();
        out.putInt(0);
        definition.xml.accept(new BinXmlWriter(out, names, templates, true));
        out.putInt(size, out.position() - size - 4);
    }

    private BinXmlWriter values(EvtxValue... values) {
        out.putInt(values.length);
        int descriptions = out.position();
        out.position(descriptions + 4 * values.length);
        for (int i = 0; i < values.length; i++) {
            int start = out.position();
            values[i].content().accept(new BinXmlWriter(out, names, templates, false));
            out.putShort(descriptions + 4 * i, (short) (out.position() - start));
            out.put(descriptions + 4 * i + 2, (byte) values[i].type());
        }
        return this;
    }

    BinXmlWriter raw(int... bytes) {
        for (int b : bytes) {
            out.put((byte) b);
        }
        return this;
    }

    BinXmlWriter raw(byte[] bytes) {
        out.put(bytes);
        return this;
    }

    /// A name that points to an offset of the chunk.
    BinXmlWriter openAt(int nameOffset) {
        raw(0x01);
        if (template) {
            raw(0xFF, 0xFF);
        }
        out.putInt(0).putInt(nameOffset);
        return this;
    }

    private BinXmlWriter counted(String text) {
        out.putShort((short) text.length());
        return raw(text.getBytes(StandardCharsets.UTF_16LE));
    }

    private BinXmlWriter name(String name) {
        var known = names.get(name);
        if (known != null) {
            out.putInt(known);
            return this;
        }
        names.put(name, out.position() + 4);
        out.putInt(out.position() + 4);
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = hash * 65_599 + name.charAt(i);
        }
        out.putInt(0).putShort((short) hash).putShort((short) name.length());
        raw(name.getBytes(StandardCharsets.UTF_16LE));
        out.putShort((short) 0);
        return this;
    }
}
