// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import org.jspecify.annotations.Nullable;

/// The line inside which updates are cumulative: a product and a level, spelled `2016 CU19`.
///
/// @param product the product's short name in its pack, `2016`
/// @param level the level, `CU19`, `SP3`, `RTM`; empty where the product is one branch
public record BranchId(String product, String level) {
    // Written out: those that the compiler makes for a record are set up at their first use, which a start would wait
    // for.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BranchId that && product.equals(that.product) && level.equals(that.level);
    }

    @Override
    public int hashCode() {
        return product.hashCode() * 31 + level.hashCode();
    }

    @Override
    public String toString() {
        return level.isEmpty() ? product : product + " " + level;
    }
}
