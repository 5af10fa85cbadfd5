// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.evtx.Node.Element;

/// Puts the values of one record into their places and writes down its fields.
final class Flattener {
    private static final int EXPECTED_FIELDS = 40;

    /// What a field weighs beside its text.
    private static final int FIELD = 8;

    private final ChunkXml chunk;
    private final ValueText valueText;
    private final FieldPath root;
    private List<EvtxField> fields = new ArrayList<>();

    /// How many elements of the path are open and have a field already.
    private int open;

    Flattener(ChunkXml chunk, FieldPath root) {
        this.chunk = chunk;
        this.valueText = new ValueText(chunk);
        this.root = root;
    }

    /// @param nodes a whole record
    List<EvtxField> flatten(List<Node> nodes) throws BadRecord {
        fields = new ArrayList<>(EXPECTED_FIELDS);
        open = 0;
        outermost(nodes, Values.NONE, 0);
        return fields;
    }

    private void outermost(List<Node> nodes, Values values, int nesting) throws BadRecord {
        for (var node : nodes) {
            switch (node) {
                case Element event when event.name.equals("Event") -> inside(event, root, values, null, nesting);
                case Node.Instance instance -> outermost(instance, nesting);
                default -> content(List.of(node), root, values, nesting);
            }
        }
    }

    private void outermost(Node.Instance instance, int nesting) throws BadRecord {
        if (nesting > BinXml.DEEPEST) {
            throw BinXml.tooDeep();
        }
        outermost(instance.template().usable(), instance.values(), nesting + 1);
    }

    private void element(Element element, FieldPath parent, Values values, int nesting) throws BadRecord {
        chunk.allowance().spend(1);
        if (element.dependency != Element.INDEPENDENT && values.isNull(element.dependency)) {
            return;
        }
        var step = element.step != null ? element.step : step(element, values);
        var self = element.below(parent, step);
        if (self.isTooLong() || nesting > BinXml.DEEPEST) {
            throw BinXml.tooDeep();
        }
        var only = element.only();
        if (only == null) {
            inside(element, self, values, null, nesting);
        } else if (ValueType.isArray(values.type(only.index()))) {
            repeated(element, self, values, only.index(), nesting);
        } else if (!only.optional() || !values.isNull(only.index())) {
            inside(element, self, values, null, nesting);
        }
    }

    private String step(Element data, Values values) throws BadRecord {
        return Element.dataStep(text(data.attributes.getFirst().content(), values));
    }

    /// An element around an array stands once for each item, and once where there is none.
    private void repeated(Element element, FieldPath self, Values values, int index, int nesting) throws BadRecord {
        var items = valueText.items(values.type(index), values.start(index), values.size(index));
        for (var item : items.isEmpty() ? List.of("") : items) {
            inside(element, self, values, item, nesting);
        }
    }

    /// @param item what stands in the element, where that is decided already
    private void inside(Element element, FieldPath self, Values values, @Nullable String item, int nesting)
            throws BadRecord {
        attributes(element, self, values);
        if (item == null) {
            content(element.content, self, values, nesting + 1);
        } else {
            emitText(self, item);
        }
        if (open < self.depth()) {
            emit(self, "");
        }
        open = Math.min(open, Math.max(0, self.depth() - 1));
    }

    private void attributes(Element element, FieldPath self, Values values) throws BadRecord {
        // The name of a Data stands in its path.
        int first = self.isNamedData() ? 1 : 0;
        for (int i = first; i < element.attributes.size(); i++) {
            var content = element.attributes.get(i).content();
            if (content.size() == 1
                    && content.getFirst() instanceof Node.Substitution(var index, var optional)
                    && optional
                    && values.isNull(index)) {
                continue;
            }
            emit(element.attribute(self, i), text(content, values));
        }
    }

    private void content(List<Node> nodes, FieldPath self, Values values, int nesting) throws BadRecord {
        var text = "";
        for (var node : nodes) {
            if (isText(node, values)) {
                text = chunk.allowance().join(text, text(node, values));
                continue;
            }
            emitText(self, text);
            text = "";
            switch (node) {
                case Element element -> element(element, self, values, nesting);
                case Node.Instance instance -> nested(instance, self, nesting + 1);
                case Node.Instruction(var target, var data) -> emit(self.instruction(target), data);
                case Node.Substitution(var index, var _) -> binary(index, self, values, nesting + 1);
                case Node.Text _ -> {}
            }
        }
        emitText(self, text);
    }

    private void nested(Node.Instance instance, FieldPath self, int nesting) throws BadRecord {
        if (nesting > BinXml.DEEPEST) {
            throw BinXml.tooDeep();
        }
        content(instance.template().usable(), self, instance.values(), nesting);
    }

    /// A value that is XML itself.
    private void binary(int index, FieldPath self, Values values, int nesting) throws BadRecord {
        if (nesting > BinXml.DEEPEST) {
            throw BinXml.tooDeep();
        }
        int kept = fields.size();
        int wasOpen = open;
        try {
            content(chunk.nested(values.start(index), values.size(index), nesting), self, Values.NONE, nesting);
        } catch (BadRecord e) {
            if (!chunk.isStrict()) {
                throw e;
            }
            // A recovered record without what was written over is still one that was there.
            fields.subList(kept, fields.size()).clear();
            open = wasOpen;
        }
    }

    private static boolean isText(Node node, Values values) {
        return switch (node) {
            case Node.Text _ -> true;
            case Node.Substitution(var index, var _) -> values.type(index) != ValueType.BINXML;
            case Element _, Node.Instance _, Node.Instruction _ -> false;
        };
    }

    private String text(List<Node> nodes, Values values) throws BadRecord {
        var text = "";
        for (var node : nodes) {
            text = chunk.allowance().join(text, text(node, values));
        }
        return text;
    }

    private String text(Node node, Values values) throws BadRecord {
        return switch (node) {
            case Node.Text(var held) -> held;
            case Node.Substitution(var index, var _) -> value(values, index);
            case Element _, Node.Instance _, Node.Instruction _ -> "";
        };
    }

    private String value(Values values, int index) throws BadRecord {
        int type = values.type(index);
        if (type == ValueType.NULL) {
            return "";
        }
        int start = values.start(index);
        return ValueType.isArray(type)
                ? String.join(", ", valueText.items(type, start, values.size(index)))
                : valueText.one(type, start, values.size(index));
    }

    private void emitText(FieldPath self, String text) throws BadRecord {
        if (!text.isEmpty()) {
            emit(self, text);
        }
    }

    private void emit(FieldPath path, String value) throws BadRecord {
        chunk.allowance().spend(value.length() + FIELD);
        fields.add(new EvtxField(path.text(), value, path.depth() - open));
        open = path.depth();
    }
}
