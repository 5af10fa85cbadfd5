// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

/// The line inside which updates are cumulative: a product and a level, spelled `2016 CU19`.
///
/// @param product the product's short name in its pack, `2016`
/// @param level the level, `CU19`, `SP3`, `RTM`; empty where the product is one branch
public record BranchId(String product, String level) {
    @Override
    public String toString() {
        return level.isEmpty() ? product : product + " " + level;
    }
}
