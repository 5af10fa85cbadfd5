// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Product;

/// What to do about one installation.
///
/// @param product the product; null where the build can be of several
/// @param branch the branch that the plan is for; null where the pack knows none
/// @param plannedFor the build that the plan is for: the lowest of those that it can be
/// @param day the day that the plan is for
/// @param now what to do on this branch
/// @param road the way to the newest branch and to a supported product
/// @param leavesOpen flaws that stay open after `now`
/// @param leavesUndecided flaws of which nothing can be said after `now`
/// @param supportedAfter whether the vendor supports what stands there after all steps
/// @param supportReason why not; null where it does
/// @param reason what must be known to understand the plan, in sentences; null where the steps say everything
public record Plan(
        @Nullable Product product,
        @Nullable BranchId branch,
        Build plannedFor,
        LocalDate day,
        List<Step> now,
        List<Step> road,
        List<CveId> leavesOpen,
        List<CveId> leavesUndecided,
        boolean supportedAfter,
        @Nullable String supportReason,
        @Nullable String reason) {
    public Plan {
        now = List.copyOf(now);
        road = List.copyOf(road);
        leavesOpen = List.copyOf(leavesOpen);
        leavesUndecided = List.copyOf(leavesUndecided);
    }

    public boolean isEmpty() {
        return now.isEmpty() && road.isEmpty();
    }
}
