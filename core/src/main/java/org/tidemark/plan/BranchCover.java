// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Release;

/// Whether a branch can be brought to fixed for a campaign without leaving it, and since when.
///
/// @param by the release that does; null where none is needed or none is known
/// @param since the first day on which it could; null where it always could, or never can
/// @param leftOpen flaws of the campaign that stay open or undecided whatever is installed on this branch
public record BranchCover(
        BranchId branch,
        Way way,
        @Nullable Release by,
        @Nullable LocalDate since,
        List<CveId> leftOpen) {
    /// How a branch gets there.
    public enum Way {
        /// By an update of its own.
        UPDATE,
        /// It began with the fixes.
        BASE,
        /// It does not have the flaws.
        NOT_AFFECTED,
        /// The pack knows no update of it that closes all of them: the cure is another branch.
        UPGRADE_ONLY
    }

    public BranchCover {
        leftOpen = List.copyOf(leftOpen);
    }

    public boolean on(LocalDate day) {
        return way != Way.UPGRADE_ONLY && (since == null || !since.isAfter(day));
    }
}
