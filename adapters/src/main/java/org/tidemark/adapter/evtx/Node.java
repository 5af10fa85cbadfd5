// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Binary XML as it was read: what a template holds, or a record itself.
sealed interface Node {
    /// Text that stands there: value text, CDATA, character and entity references.
    record Text(String text) implements Node {}

    /// A place for a value of the template's instance.
    ///
    /// @param optional where the value is null, the element or attribute around it does not exist
    record Substitution(int index, boolean optional) implements Node {}

    /// A template and the values for its places.
    record Instance(Template template, Values values) implements Node {}

    record Instruction(String target, String data) implements Node {}

    record Attribute(String name, List<Node> content) {}

    /// An element. It remembers its path below the parent that it was last met in, which is nearly always the same.
    final class Element implements Node {
        static final int INDEPENDENT = 0xFFFF;

        private static final int LONGEST_DATA_NAME = 256;

        final String name;
        final int dependency;
        final List<Attribute> attributes;
        final List<Node> content;

        /// The step of its path; null where a value of the instance decides on it.
        final @Nullable String step;

        private @Nullable FieldPath parent;
        private @Nullable String lastStep;
        private @Nullable FieldPath path;
        private FieldPath[] attributePaths = {};

        Element(String name, int dependency, List<Attribute> attributes, List<Node> content) {
            this.name = name;
            this.dependency = dependency;
            this.attributes = attributes;
            this.content = content;
            this.step = isData() ? dataStep(attributes.getFirst().content()) : name;
        }

        boolean isData() {
            return name.equals("Data")
                    && !attributes.isEmpty()
                    && attributes.getFirst().name().equals("Name");
        }

        private static @Nullable String dataStep(List<Node> name) {
            return name.size() == 1 && name.getFirst() instanceof Text(var text) ? dataStep(text) : null;
        }

        /// `Data` without its name where that is empty or too long; the attribute is then a field of its own.
        static String dataStep(String name) {
            return name.isEmpty() || name.length() > LONGEST_DATA_NAME
                    ? "Data"
                    : "Data[" + name.replace("]", "]]") + ']';
        }

        /// The only thing in this element is a place for a value.
        @Nullable
        Substitution only() {
            return content.size() == 1 && content.getFirst() instanceof Substitution place ? place : null;
        }

        FieldPath below(FieldPath parent, String step) {
            var known = path;
            if (known == null || this.parent != parent || !step.equals(lastStep)) {
                known = parent.child(step);
                remember(parent, step, known);
            }
            return known;
        }

        FieldPath attribute(FieldPath self, int index) {
            if (path != self || index >= attributePaths.length) {
                return self.attribute(attributes.get(index).name());
            }
            return attributePaths[index];
        }

        private void remember(FieldPath parent, String step, FieldPath path) {
            this.parent = parent;
            this.lastStep = step;
            this.path = path;
            attributePaths = attributes.stream()
                    .map(attribute -> path.attribute(attribute.name()))
                    .toArray(FieldPath[]::new);
        }
    }
}
