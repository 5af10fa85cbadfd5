// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tidemark.advisory.BranchId;

/// How many servers run which branch: from a file, or counted in the store.
///
/// @param servers by branch; a product whose branches the pack does not know stands under its name with an empty level
public record Population(Map<BranchId, Long> servers) {
    /// @throws IllegalArgumentException where a number is negative
    public Population {
        var copy = new LinkedHashMap<BranchId, Long>();
        servers.forEach((branch, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException(branch + " with " + count + " servers");
            }
            if (count > 0) {
                copy.put(branch, count);
            }
        });
        servers = Collections.unmodifiableMap(copy);
    }

    /// All of them.
    public long size() {
        return servers.values().stream().reduce(0L, Math::addExact);
    }
}
