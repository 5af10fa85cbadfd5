// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.adapter.BadRecord;

/// Reads the tokens of binary XML between two offsets of a chunk.
///
/// Sizes of elements and attribute lists are not needed and not trusted: the tokens themselves say where each ends.
final class BinXml {
    static final int DEEPEST = 64;

    private static final int END = 0x00;
    private static final int OPEN_ELEMENT = 0x01;
    private static final int CLOSE_START = 0x02;
    private static final int CLOSE_EMPTY = 0x03;
    private static final int END_ELEMENT = 0x04;
    private static final int VALUE = 0x05;
    private static final int ATTRIBUTE = 0x06;
    private static final int CDATA = 0x07;
    private static final int CHARACTER = 0x08;
    private static final int ENTITY = 0x09;
    private static final int INSTRUCTION = 0x0A;
    private static final int INSTRUCTION_DATA = 0x0B;
    private static final int INSTANCE = 0x0C;
    private static final int SUBSTITUTION = 0x0D;
    private static final int OPTIONAL_SUBSTITUTION = 0x0E;
    private static final int FRAGMENT = 0x0F;

    /// Says that more of the same follows, or that an element has attributes.
    private static final int MORE = 0x40;

    private final ChunkXml chunk;
    private final ChunkBytes bytes;
    private final Region region;
    private int at;
    private int depth;

    /// Where to read, and how.
    ///
    /// @param written behind it nothing was written, or it was lost; else the end
    /// @param template elements of a template say on which value they depend, others do not
    /// @param depth how many others this is nested in
    record Region(int start, int written, int end, boolean template, int depth) {}

    BinXml(ChunkXml chunk, Region region) {
        this.chunk = chunk;
        this.bytes = chunk.bytes();
        this.region = region;
        this.at = region.start();
        this.depth = region.depth();
    }

    /// Everything up to the end of the region or the token that says so.
    List<Node> document() throws BadRecord {
        var nodes = new ArrayList<Node>(1);
        read(nodes, false);
        return List.copyOf(nodes);
    }

    private void read(List<Node> nodes, boolean inElement) throws BadRecord {
        var text = new Texts(nodes);
        while (at < region.end()) {
            chunk.allowance().spend(1);
            int token = bytes.u8(at);
            switch (token & ~MORE) {
                case VALUE, CDATA, CHARACTER, ENTITY -> text.append(text(token & ~MORE));
                case SUBSTITUTION, OPTIONAL_SUBSTITUTION -> text.then(substitution(token));
                case OPEN_ELEMENT -> text.then(element(token));
                case INSTANCE -> text.then(instance());
                case INSTRUCTION -> text.then(instruction());
                case FRAGMENT -> at += 4;
                case END -> {
                    at++;
                    end(text, inElement, false);
                    return;
                }
                case END_ELEMENT -> {
                    at++;
                    end(text, inElement, true);
                    return;
                }
                default -> throw unexpected(token);
            }
        }
        end(text, inElement, false);
    }

    private void end(Texts text, boolean inElement, boolean ofElement) throws BadRecord {
        if (inElement != ofElement) {
            throw new BadRecord(
                    inElement
                            ? "The XML of this record ends inside of an element."
                            : "The XML of this record closes an element that it did not open.",
                    ChunkBytes.CURE);
        }
        text.finish();
    }

    private BadRecord unexpected(int token) {
        return new BadRecord(
                "The XML of this record holds a token that is not known or stands in a wrong place (0x%02x)."
                        .formatted(token),
                ChunkBytes.CURE);
    }

    private Node.Element element(int token) throws BadRecord {
        if (++depth > DEEPEST) {
            throw tooDeep();
        }
        boolean dependent = hasDependency();
        int dependency = dependent ? bytes.u16(at + 1) : Node.Element.INDEPENDENT;
        at += dependent ? 7 : 5;
        var name = name();
        var attributes = (token & MORE) != 0 ? attributes() : List.<Node.Attribute>of();
        var content = new ArrayList<Node>(1);
        int close = bytes.u8(at++);
        if (close == CLOSE_START) {
            read(content, true);
        } else if (close != CLOSE_EMPTY) {
            throw unexpected(close);
        }
        depth--;
        return new Node.Element(name, dependency, attributes, List.copyOf(content));
    }

    static BadRecord tooDeep() {
        return new BadRecord("The XML of this record is nested more than " + DEEPEST + " deep.", ChunkBytes.CURE);
    }

    /// Only a template's elements have a dependency, says libyal's description. Where that cannot be because no
    /// name
    /// would be found, it is the other way.
    private boolean hasDependency() {
        boolean expected = region.template();
        return expected == (chunk.isName(at + (expected ? 7 : 5)) || !chunk.isName(at + (expected ? 5 : 7)));
    }

    private List<Node.Attribute> attributes() throws BadRecord {
        var attributes = new ArrayList<Node.Attribute>(2);
        at += 4;
        while ((bytes.u8(at) & ~MORE) == ATTRIBUTE) {
            at++;
            var name = name();
            attributes.add(new Node.Attribute(name, attributeContent()));
        }
        return List.copyOf(attributes);
    }

    private List<Node> attributeContent() throws BadRecord {
        var nodes = new ArrayList<Node>(1);
        var text = new Texts(nodes);
        while (true) {
            chunk.allowance().spend(1);
            int token = bytes.u8(at);
            switch (token & ~MORE) {
                case VALUE, CHARACTER, ENTITY -> text.append(text(token & ~MORE));
                case SUBSTITUTION, OPTIONAL_SUBSTITUTION -> text.then(substitution(token));
                default -> {
                    text.finish();
                    return List.copyOf(nodes);
                }
            }
        }
    }

    private String text(int token) throws BadRecord {
        at++;
        return switch (token) {
            case VALUE -> {
                int type = bytes.u8(at++);
                if (type != ValueType.TEXT) {
                    throw new BadRecord("The XML of this record holds a value that is no text.", ChunkBytes.CURE);
                }
                yield counted();
            }
            case CDATA -> counted();
            case CHARACTER -> {
                at += 2;
                yield character((char) bytes.u16(at - 2));
            }
            case ENTITY -> entity(name());
            default -> throw unexpected(token);
        };
    }

    private static String character(char value) {
        return Character.isSurrogate(value) ? "\uFFFD" : String.valueOf(value);
    }

    private static String entity(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> '&' + name + ';';
        };
    }

    private Node.Substitution substitution(int token) throws BadRecord {
        int index = bytes.u16(at + 1);
        at += 4;
        return new Node.Substitution(index, token == OPTIONAL_SUBSTITUTION);
    }

    private Node.Instruction instruction() throws BadRecord {
        at++;
        var target = name();
        if (at >= region.end() || bytes.u8(at) != INSTRUCTION_DATA) {
            return new Node.Instruction(target, "");
        }
        at++;
        return new Node.Instruction(target, counted());
    }

    /// The definition stands in the instance that used it first; the others only point to it.
    private Node.Instance instance() throws BadRecord {
        int id = bytes.i32(at + 2);
        int definition = bytes.length(at + 6);
        at += 10;
        if (definition == at) {
            int size = bytes.length(at + Templates.SIZE_AT);
            at += Templates.HEADER;
            bytes.check(at, size);
            at += size;
        }
        var template = chunk.template(definition, id, depth + 1);
        var values = Values.read(bytes, at, region.written(), region.end());
        chunk.allowance().spend(values.count());
        at = values.end();
        return new Node.Instance(template, values);
    }

    /// A name stands where it is used first; the others point to it.
    private String name() throws BadRecord {
        int offset = bytes.length(at);
        at += 4;
        var name = chunk.name(offset);
        if (offset == at) {
            at += chunk.nameSize(offset);
        }
        return name;
    }

    private String counted() throws BadRecord {
        int characters = bytes.u16(at);
        at += 2;
        var text = chunk.text(at, characters);
        at += characters * 2;
        return text;
    }

    /// Joins texts that follow one another, as a reader of XML would.
    private final class Texts {
        private final List<Node> nodes;
        private String text = "";
        private boolean hasElements;

        Texts(List<Node> nodes) {
            this.nodes = nodes;
        }

        void append(String more) throws BadRecord {
            text = chunk.allowance().join(text, more);
        }

        void then(Node node) {
            flush();
            hasElements |= !(node instanceof Node.Substitution);
            nodes.add(node);
        }

        void finish() {
            flush();
            if (hasElements) {
                // Between elements blanks are only there to please the eye.
                nodes.removeIf(node -> node instanceof Node.Text(var held) && held.isBlank());
            }
        }

        private void flush() {
            if (!text.isEmpty()) {
                nodes.add(new Node.Text(text));
                text = "";
            }
        }
    }
}
