// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;

/// A template definition of a chunk.
///
/// @param id the first four bytes of its identifier
/// @param content empty where the definition cannot be read
/// @param intact every name in it matches its own hash: a definition in space that was written over does not
/// @param failure why it cannot be read
record Template(
        int id,
        List<Node> content,
        boolean intact,
        @Nullable BadRecord failure) {

    static Template unusable(String cause) {
        return new Template(0, List.of(), false, new BadRecord(cause, ChunkBytes.CURE));
    }

    List<Node> usable() throws BadRecord {
        if (failure != null) {
            throw failure;
        }
        return content;
    }

    boolean isSound() {
        return intact && failure == null;
    }

    /// It holds no values, which would be bytes of its chunk.
    boolean isSelfContained() {
        return isSelfContained(content);
    }

    private static boolean isSelfContained(List<Node> nodes) {
        for (var node : nodes) {
            if (node instanceof Node.Instance
                    || (node instanceof Node.Element element && !isSelfContained(element.content))) {
                return false;
            }
        }
        return true;
    }
}
