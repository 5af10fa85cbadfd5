// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;

/// A template definition of a chunk.
///
/// @param content empty where the definition cannot be read
/// @param failure why it cannot be read
/// @param intact every name in it matches its own hash: a definition in space that was written over does not
record Template(
        int id,
        List<Node> content,
        boolean intact,
        @Nullable BadRecord failure) {

    List<Node> usable() throws BadRecord {
        if (failure != null) {
            throw failure;
        }
        return content;
    }
}
