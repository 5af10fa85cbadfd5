// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.hunt.Absence;
import org.tidemark.hunt.Kind;

/// One collection: what its collector's record and layout say. Names are those below the collection's root.
interface Layout {
    /// The computer that the collector says it ran on; null where it does not say.
    default @Nullable String host() {
        return null;
    }

    /// Where a file lay on the server; null where that cannot be told.
    @Nullable
    String path(String name);

    /// Where a member of an archive lay that the collector itself packed; null where that cannot be told.
    ///
    /// @param archive the archive's name in the collection
    default @Nullable String pathInside(String archive, String name) {
        return null;
    }

    /// Whether a file is the collector's own record, or is not to be opened.
    default boolean isOwn(String name) {
        return false;
    }

    /// What was asked for by name, in lower case; empty where no record says.
    default Optional<Set<String>> asked() {
        return Optional.empty();
    }

    /// Kinds of evidence that the collector's record says it looked for in vain or left out.
    default Map<Kind, Absence> told() {
        return Map.of();
    }
}
