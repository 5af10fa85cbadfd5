// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody who knows better said of servers. It stays on record when it is undone.
///
/// @param id its number, from 1
/// @param one TOGETHER: the server that is taken for the other; APART: the place that is a server of its own
/// @param other TOGETHER: the server that it is; APART: a number that places which belong together share
/// @param undoneAt null while it holds
public record Correction(
        int id,
        Kind kind,
        long one,
        long other,
        String reason,
        Instant madeAt,
        @Nullable Instant undoneAt) {
    /// What was said.
    public enum Kind {
        /// Two servers are one.
        TOGETHER,
        /// A place is not the server that it was taken for.
        APART
    }

    public boolean holds() {
        return undoneAt == null;
    }
}
