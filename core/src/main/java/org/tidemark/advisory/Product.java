// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A product of a pack.
///
/// @param id its short name, as branches spell it: `2016`
/// @param name its name as the vendor writes it
/// @param spellings other spellings that are taken as input
/// @param kind whether it is installed by its owner or run by the vendor
/// @param lines the numbers that its builds begin with
/// @param branchParts how many leading parts of a build make its branch; 0 where the product is one branch or is only
///     named
/// @param order its place among the products of the pack, oldest first
/// @param released the day it was first released; null where no source says
/// @param support its support phases in order of their ends
/// @param continues the branch of an older product whose code it continues; null for a line of its own
public record Product(
        String id,
        String name,
        List<String> spellings,
        Kind kind,
        List<Line> lines,
        int branchParts,
        int order,
        @Nullable PartialDate released,
        List<SupportPhase> support,
        @Nullable BranchId continues) {

    /// Whether builds of the product belong to an owner, or to the vendor's own service.
    public enum Kind {
        SERVER,
        CLOUD
    }

    /// A range of builds: those that begin with `prefix` and whose next part lies in `from` (inclusive) to `below`
    /// (exclusive). Two products of one pack may share a prefix and differ in the next part.
    public record Line(Build prefix, int from, int below) {
        boolean holds(Build build) {
            if (!prefix.covers(build)) {
                return false;
            }
            if (build.size() == prefix.size()) {
                return true;
            }
            int next = build.part(prefix.size());
            return next >= from && next < below;
        }
    }

    /// Support of a kind until a day.
    ///
    /// @param branches the levels that it is limited to; empty for all
    public record SupportPhase(SupportState state, PartialDate until, List<String> branches) {
        public SupportPhase {
            branches = List.copyOf(branches);
        }
    }

    public Product {
        spellings = List.copyOf(spellings);
        lines = List.copyOf(lines);
        support = List.copyOf(support);
    }

    /// Whether a build, whole or not, can be one of this product.
    public boolean claims(Build build) {
        return lines.stream().anyMatch(line -> line.holds(build) || build.covers(line.prefix()));
    }

    /// Whether updates of this product come in branches that builds tell.
    public boolean hasBranches() {
        return branchParts > 0;
    }
}
