// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A branch and its releases.
///
/// @param id its name
/// @param releases all its releases by build, aliases among them; never empty
public record Branch(BranchId id, List<Release> releases) {
    public Branch {
        releases =
                releases.stream().sorted(Comparator.comparing(Release::build)).toList();
        if (releases.isEmpty()) {
            throw new IllegalArgumentException("a branch without releases: " + id);
        }
    }

    /// The release that the branch began with. A branch known by an update alone has none.
    public Optional<Release> base() {
        return releases.stream()
                .filter(r -> r.isBase() && !r.isAlias() && r.kind() != Release.Kind.PREVIEW)
                .findFirst()
                .or(() -> releases.stream()
                        .filter(r -> r.isBase() && !r.isAlias())
                        .findFirst());
    }

    /// The day that dates the branch: its base's, if it is a day. Months and aliases do not date a branch.
    public Optional<PartialDate> began() {
        return base().map(Release::released).filter(PartialDate::isDay);
    }

    public Build lowestBuild() {
        return releases.getFirst().build();
    }
}
