// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import org.jspecify.annotations.Nullable;

/// What a source says about one flaw in one branch.
///
/// @param cve the flaw
/// @param branch the branch; for [Kind#COMPONENT] a product with an empty level
/// @param kind what is said
/// @param build the first build that holds the fix: of the branch for [Kind#UPDATE], its base for [Kind#BASE], the
///     build to upgrade to for [Kind#NONE] and [Kind#BELOW]; null for [Kind#COMPONENT]
/// @param packages what installs it; empty where no number is known
/// @param listed the day the source first named this branch for this flaw
/// @param component the file outside the product and the version that decides, in words; empty but for
///     [Kind#COMPONENT]
/// @param note what a reader should know
/// @param source who says so
public record Fix(
        CveId cve,
        BranchId branch,
        Kind kind,
        @Nullable Build build,
        UpdatePackages packages,
        PartialDate listed,
        String component,
        String note,
        String source) {

    public enum Kind {
        /// An update of this branch holds the fix.
        UPDATE,
        /// The base of this branch, and of every later branch of its product, holds the fix.
        BASE,
        /// The branch has the flaw and no update of it holds the fix; updates of it that came out later than
        /// the fix
        /// are unclear.
        NONE,
        /// The branch has the flaw, no update of it holds the fix, and none of its updates is in doubt.
        BELOW,
        /// A file outside the product decides.
        COMPONENT
    }
}
