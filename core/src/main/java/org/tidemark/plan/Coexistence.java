// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Build;

/// Whether two products may live in one organisation, and so whether a road leads from one to the other.
///
/// @param together whether they may; if not, only `refuses` says more
/// @param leastFrom the lowest level of every server of the old product
/// @param leastTo the lowest branch of the new product; null for any
/// @param mostTo the highest branch of the new product while the old one lives; null for any
/// @param inPlace whether the new one is installed over the old one; else a new server and moved mailboxes
/// @param forestLevel the least level of the directory forest, in words; empty where no source says
/// @param domainControllers the domain controllers that suit both, in words; empty where no source says
/// @param refuses what setup checks and refuses, in words; empty where nothing is known
public record Coexistence(
        String from,
        String to,
        boolean together,
        Least leastFrom,
        @Nullable BranchId leastTo,
        @Nullable BranchId mostTo,
        boolean inPlace,
        String forestLevel,
        String domainControllers,
        String refuses,
        String note,
        List<String> sources) {

    /// A lowest level.
    ///
    /// @param words as the source spells it; empty for any
    /// @param build its build; null where the pack has no releases of the product
    public record Least(String words, @Nullable Build build) {
        boolean reachedBy(@Nullable Build other) {
            return build == null || (other != null && other.compareTo(build) >= 0);
        }
    }

    public Coexistence {
        sources = List.copyOf(sources);
    }
}
