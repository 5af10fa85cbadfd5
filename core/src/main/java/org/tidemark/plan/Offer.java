// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidemark.advisory.Branch;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.PartialDate;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.SupportState;

/// What was to be had on a day.
record Offer(Catalogue catalogue, LocalDate day) {
    private static final int SOON = 12;

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
        var level = newestBranch(product).map(branch -> branch.id().level()).orElse("");
        return support(catalogue.product(product), level) == SupportState.SUPPORTED;
    }

    /// The day on which the support of a product ends, where that day is near.
    Optional<PartialDate> endsSoon(Product product) {
        return product.support().stream()
                .filter(phase -> phase.state() == SupportState.SUPPORTED)
                .map(Product.SupportPhase::until)
                .filter(until -> !until.last().isBefore(day) && until.last().isBefore(day.plusMonths(SOON)))
                .findFirst();
    }
}
