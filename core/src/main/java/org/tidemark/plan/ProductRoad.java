// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Branch;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Release;

/// The way from a product that is out of support to one that is not.
///
/// Products that may not live in one organisation need a third one between them. Taken are the fewest products, then
/// the most that can be installed over the one before, then the newest.
final class ProductRoad {
    private static final int MOST_PRODUCTS = 1000;

    private final Offer offer;
    private final UpgradeFacts facts;

    /// From one product to the next.
    ///
    /// @param to the branch of the next product that is installed
    record Hop(Coexistence pair, Branch to) {}

    /// What stands there before a hop.
    ///
    /// @param build null where the pack has no releases of the product
    /// @param platform null where it can be chosen or is not known
    record Place(
            String product, @Nullable Build build, @Nullable Platform platform) {}

    ProductRoad(Offer offer, UpgradeFacts facts) {
        this.offer = offer;
        this.facts = facts;
    }

    /// The hops to a supported product; empty where no way leads to one.
    Optional<List<Hop>> from(Place start) {
        var ways = new ArrayList<List<Hop>>();
        collect(start, List.of(), new HashSet<>(Set.of(start.product())), ways);
        return ways.stream()
                .min(Comparator.comparingInt((List<Hop> way) -> way.size())
                        .thenComparingLong(way -> way.stream()
                                .filter(hop -> !hop.pair().inPlace())
                                .count())
                        .thenComparing(this::ages, Comparator.reverseOrder()));
    }

    private void collect(Place at, List<Hop> before, Set<String> seen, List<List<Hop>> ways) {
        if (!before.isEmpty() && offer.isSupported(at.product())) {
            ways.add(before);
            return;
        }
        for (var pair : facts.pairs()) {
            if (!pair.together() || !pair.from().equals(at.product()) || seen.contains(pair.to())) {
                continue;
            }
            var target = target(pair, at);
            if (target.isPresent()) {
                var hops = new ArrayList<>(before);
                hops.add(new Hop(pair, target.get()));
                seen.add(pair.to());
                collect(place(target.get()), List.copyOf(hops), seen, ways);
                seen.remove(pair.to());
            }
        }
    }

    /// A new server, so any operating system that suits, with the latest update.
    private Place place(Branch branch) {
        var build =
                offer.latestUpdate(branch).or(branch::base).map(Release::build).orElse(branch.lowestBuild());
        return new Place(branch.id().product(), build, null);
    }

    /// The branch that a hop leads to; empty where it cannot be made on that day.
    private Optional<Branch> target(Coexistence pair, Place at) {
        if (!pair.leastFrom().reachedBy(at.build())) {
            return Optional.empty();
        }
        var branches = offer.branches(pair.to());
        int from = place(branches, pair.leastTo(), 0);
        int to = place(branches, pair.mostTo(), branches.size() - 1);
        var found = from <= to && to >= 0 ? Optional.of(branches.get(to)) : Optional.<Branch>empty();
        return found.filter(branch -> !pair.inPlace()
                || facts.requirement(branch.id())
                        .map(r -> r.runsOn(at.platform()))
                        .orElse(true));
    }

    /// Where a branch stands. One that was not out yet stands after all that were.
    private static int place(List<Branch> branches, @Nullable BranchId id, int otherwise) {
        if (id == null) {
            return otherwise;
        }
        int place = branches.stream().map(Branch::id).toList().indexOf(id);
        return place >= 0 ? place : otherwise == 0 ? branches.size() : otherwise;
    }

    /// The order of the products in one number, the last one first. Compared only among ways of one length.
    private long ages(List<Hop> way) {
        long ages = 0;
        for (var hop : way.reversed()) {
            ages = ages * MOST_PRODUCTS
                    + offer.catalogue().product(hop.pair().to()).order();
        }
        return ages;
    }
}
