// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One build of a branch: its base, or an update of it.
///
/// @param branch the branch
/// @param label the update's name, `Mar21SU`; empty for the base of the branch
/// @param kind the vendor's kind of release
/// @param build four parts
/// @param released the day it really came out; null where no source says
/// @param packages what installs it
/// @param aliasOf the build that this number is another name of; null for a release of its own
/// @param content what it holds of earlier updates
/// @param note what a reader should know
/// @param sources who lists it
public record Release(
        BranchId branch,
        String label,
        Kind kind,
        Build build,
        @Nullable PartialDate released,
        UpdatePackages packages,
        @Nullable Build aliasOf,
        Content content,
        String note,
        List<String> sources) {

    /// The vendor's kinds of release.
    public enum Kind {
        PREVIEW,
        RTM,
        SP,
        CU,
        RU,
        SU,
        HU,
        /// A monthly update of a product whose updates have no other name.
        PU
    }

    /// What an update holds of the updates before it.
    public enum Content {
        /// All earlier updates of its branch.
        CUMULATIVE,
        /// The base of its branch and the fixes that name it, nothing of the updates between.
        BASE_ONLY
    }

    public Release {
        sources = List.copyOf(sources);
        if (!build.isWhole()) {
            throw new IllegalArgumentException("a release has a build of four parts: " + build);
        }
    }

    public boolean isBase() {
        return label.isEmpty();
    }

    public boolean isAlias() {
        return aliasOf != null;
    }

    /// The branch alone for its base, else branch and update: `2016 CU19 Mar21SU`.
    public String name() {
        return label.isEmpty() ? branch.toString() : branch + " " + label;
    }

    /// Whether it surely was out on that day; a release without a date counts as out.
    public boolean outBy(java.time.LocalDate day) {
        return released == null || released.by(day);
    }
}
