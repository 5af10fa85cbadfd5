// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Product;

/// The steps that lead off a branch.
///
/// @param end the product that stands there at the end
/// @param branch its branch; null where the pack knows none
/// @param said why the road ends where it does; null where nothing is to be said
record Road(
        List<Step> steps,
        Product end,
        @Nullable BranchId branch,
        @Nullable String said) {
    Road {
        steps = List.copyOf(steps);
    }
}
