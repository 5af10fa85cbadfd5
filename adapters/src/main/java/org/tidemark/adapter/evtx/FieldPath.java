// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.util.HashMap;
import java.util.Map;

/// A path of [EvtxField]: the same text is the same object, so that no event makes its paths anew.
final class FieldPath {
    /// Longer ones occur in no log; the bound keeps what damaged logs make up from filling memory.
    private static final int LONGEST = 2_000;

    private final String text;
    private final int depth;
    private final Roots roots;
    private final boolean namedData;
    private final Map<String, FieldPath> children = HashMap.newHashMap(4);

    private FieldPath(String step, String text, int depth, Roots roots) {
        this.text = text;
        this.depth = depth;
        this.roots = roots;
        this.namedData = step.startsWith("Data[");
    }

    /// The last step is a `Data` with its name.
    boolean isNamedData() {
        return namedData;
    }

    String text() {
        return text;
    }

    /// How many elements it names.
    int depth() {
        return depth;
    }

    boolean isTooLong() {
        return text.length() > LONGEST;
    }

    FieldPath child(String name) {
        return next(name, depth + 1);
    }

    FieldPath attribute(String name) {
        return next("@" + name, depth);
    }

    FieldPath instruction(String target) {
        return next("?" + target, depth);
    }

    private FieldPath next(String last, int depth) {
        var known = children.get(last);
        if (known == null) {
            known = new FieldPath(last, text.isEmpty() ? last : text + '/' + last, depth, roots);
            if (roots.mayKeep(known)) {
                children.put(last, known);
            }
        }
        return known;
    }

    /// All paths of one reading. Logs have some thousand; what is above the bound is made anew each time.
    static final class Roots {
        private static final int MOST_CHARACTERS = 16 << 20;

        private final FieldPath root = new FieldPath("", "", 0, this);
        private int characters;

        FieldPath root() {
            return root;
        }

        private boolean mayKeep(FieldPath path) {
            // The object and its place in a map weigh about as much as 200 characters.
            characters += path.text.length() + 200;
            if (characters > MOST_CHARACTERS) {
                characters = MOST_CHARACTERS;
                return false;
            }
            return true;
        }
    }
}
