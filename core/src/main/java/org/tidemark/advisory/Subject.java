// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known to be installed: one build, or a set of builds that the evidence cannot tell apart.
public sealed interface Subject {

    /// One build of a branch that the pack knows.
    ///
    /// @param release the release; null where the pack does not know this build of the branch
    record OneBuild(
            Product product,
            Branch branch,
            Build build,
            @Nullable Release release) implements Subject {}

    /// One of several releases.
    ///
    /// @param product the product; null where they are of several
    /// @param branch the branch; null where they are of several
    /// @param build the parts that are known
    /// @param candidates the releases it can be, aliases left out; never empty
    record OneOf(@Nullable Product product, @Nullable Branch branch, Build build, List<Release> candidates)
            implements Subject {
        public OneOf {
            candidates = List.copyOf(candidates);
        }
    }

    /// A build of a product whose branch the pack does not know, or whose releases it only names.
    record NoBranch(Product product, Build build) implements Subject {}

    /// The vendor's own service.
    record Cloud(Product product, Build build) implements Subject {}

    /// The parts that are known.
    Build build();

    default Optional<Product> knownProduct() {
        return switch (this) {
            case OneBuild one -> Optional.of(one.product());
            case OneOf some -> Optional.ofNullable(some.product());
            case NoBranch none -> Optional.of(none.product());
            case Cloud cloud -> Optional.of(cloud.product());
        };
    }

    default Optional<Branch> knownBranch() {
        return switch (this) {
            case OneBuild one -> Optional.of(one.branch());
            case OneOf some -> Optional.ofNullable(some.branch());
            case NoBranch _, Cloud _ -> Optional.empty();
        };
    }

    default Optional<Release> knownRelease() {
        return switch (this) {
            case OneBuild one -> Optional.ofNullable(one.release());
            case OneOf some ->
                some.candidates().size() == 1 ? Optional.of(some.candidates().getFirst()) : Optional.empty();
            case NoBranch _, Cloud _ -> Optional.empty();
        };
    }
}
