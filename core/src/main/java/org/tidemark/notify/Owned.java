// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.ServerIndex.Match;

/// Whose a server is, and why.
///
/// @param by the row that says so
/// @param match what of the row fits the server; null where nobody else owns it and the row takes what is left
/// @param others rows that say otherwise and lost, the best first
public record Owned(Owner owner, OwnerRow by, @Nullable Match match, List<OwnerRow> others) {
    public Owned {
        others = List.copyOf(others);
    }

    /// Whether nobody else owns it.
    public boolean isFallback() {
        return match == null;
    }

    /// What fits, as answers name it: `range`, or `fallback`.
    public String matchId() {
        return match == null ? "fallback" : match.id();
    }
}
