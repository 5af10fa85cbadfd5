// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidemark.advisory.Branch;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.SupportState;

/// What was to be had on a day.
record Offer(Catalogue catalogue, LocalDate day) {

    /// The branches of a product whose base was out, oldest first; previews are none.
    List<Branch> branches(String product) {
        return catalogue.branches().stream()
                .filter(branch -> branch.id().product().equals(product))
                .filter(branch -> base(branch).filter(r -> r.outBy(day)).isPresent())
                .toList();
    }

    Optional<Branch> newestBranch(String product) {
        return branches(product).stream().reduce((_, later) -> later);
    }

    static Optional<Release> base(Branch branch) {
        return branch.base().filter(r -> r.kind() != Release.Kind.PREVIEW);
    }

    /// The updates of a branch, in no order.
    Stream<Release> updates(Branch branch) {
        return branch.releases().stream()
                .filter(r -> !r.isAlias() && !r.isBase() && r.kind() != Release.Kind.PREVIEW && r.outBy(day));
    }

    Optional<Release> latestUpdate(Branch branch) {
        return updates(branch).max(Comparator.comparing(Release::build));
    }

    SupportState support(Product product, String level) {
        return catalogue.supportOf(product, level, day);
    }

    /// Whether the vendor supports a product on its newest branch, for everybody.
    boolean isSupported(String product) {
        return newestBranch(product)
                .map(branch -> support(catalogue.product(product), branch.id().level()) == SupportState.SUPPORTED)
                .orElse(false);
    }
}
