// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.util.List;
import java.util.Locale;

/// Whose a server is, and why.
///
/// @param by the row that says so
/// @param match what of the row fits the server
/// @param others rows that say otherwise and lost, the best first
public record Owned(Owner owner, OwnerRow by, Match match, List<OwnerRow> others) {
    public Owned {
        others = List.copyOf(others);
    }

    /// What fits, the most specific first.
    public enum Match {
        SERVER,
        RANGE,
        DOMAIN,
        NETWORK,
        /// Nobody else owns it.
        FALLBACK;

        /// The name in answers, `range`.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
