// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Branch;

/// The road to the newest branch of the product, and on to a product that the vendor supports.
final class RoadPlanner {
    private final StepWriter writer;
    private final UpgradeFacts facts;
    private final Offer offer;
    private final Question question;

    RoadPlanner(StepWriter writer, Question question) {
        this.writer = writer;
        this.facts = writer.facts();
        this.offer = writer.offer();
        this.question = question;
    }

    /// @param start the server after the updates of its branch
    Road from(Standing.InBranch start) {
        var journey = new Journey(
                writer, start.product(), start.branch(), start.build(), question.framework(), question.platform());
        var said = new ArrayList<String>();
        checkPlatform(start.branch(), said);
        if (offer.newestBranch(start.product().id())
                .filter(newest -> isBefore(start.branch(), newest))
                .isPresent()) {
            journey.assumeFramework();
        }
        toNewestBranch(journey, said);
        return onwards(journey, said);
    }

    /// Of a branch that the pack does not know, only that a later one can be installed over it.
    Road from(Standing.OutsideBranches start) {
        var journey =
                new Journey(writer, start.product(), null, start.build(), question.framework(), question.platform());
        var said = new ArrayList<String>();
        offer.newestBranch(start.product().id())
                .filter(newest -> Journey.baseBuild(newest).compareTo(start.build()) > 0)
                .ifPresent(newest -> {
                    journey.upgrade(newest, false);
                    journey.update();
                });
        return onwards(journey, said);
    }

    private void checkPlatform(Branch branch, List<String> said) {
        var platform = question.platform();
        facts.requirement(branch.id())
                .filter(r -> !r.runsOn(platform))
                .ifPresent(r -> said.add(
                        branch.id() + " is not supported on " + (platform == null ? "" : platform.named()) + "."));
        var framework = question.framework();
        facts.requirement(branch.id())
                .filter(r -> framework != null && !r.takes(framework))
                .ifPresent(r ->
                        said.add(branch.id() + " is not supported on " + (framework == null ? "" : framework.named())
                                + " (it wants "
                                + String.join(
                                        " or ",
                                        r.frameworks().stream()
                                                .map(FrameworkVersion::toString)
                                                .toList())
                                + ")."));
    }

    private void toNewestBranch(Journey journey, List<String> said) {
        var branches = offer.branches(journey.product().id());
        var start = journey.branch();
        if (start == null || branches.isEmpty() || !isBefore(start, branches.getLast())) {
            return;
        }
        var known = branches.stream().anyMatch(b -> b.id().equals(start.id()));
        var moves = known
                ? new BranchRoad(facts, branches, journey.platform()).from(start, journey.framework())
                : Optional.of(List.<BranchRoad.Move>of(new BranchRoad.Move.ToBranch(branches.getLast())));
        if (moves.isEmpty()) {
            said.add(
                    "No later level of " + journey.product().name() + " can be reached with " + reached(journey) + ".");
            return;
        }
        walk(journey, moves.get());
        journey.update();
    }

    private static boolean isBefore(Branch left, Branch right) {
        return !left.id().equals(right.id()) && left.lowestBuild().compareTo(Journey.baseBuild(right)) < 0;
    }

    private static String reached(Journey journey) {
        var framework = journey.framework();
        var platform = journey.platform();
        return (framework == null ? "the present framework" : framework.named())
                + (platform == null ? "" : " on " + platform.named());
    }

    private void walk(Journey journey, List<BranchRoad.Move> moves) {
        for (int i = 0; i < moves.size(); i++) {
            switch (moves.get(i)) {
                case BranchRoad.Move.ToFramework change ->
                    journey.changeFramework(change.version(), change.on(), nextBranch(moves, i));
                case BranchRoad.Move.ToBranch to -> journey.upgrade(to.branch(), i < moves.size() - 1);
            }
        }
    }

    private static String nextBranch(List<BranchRoad.Move> moves, int from) {
        for (var move : moves.subList(from, moves.size())) {
            if (move instanceof BranchRoad.Move.ToBranch to) {
                return to.branch().id().toString();
            }
        }
        return "The next level";
    }

    /// On to a supported product, where this one is not.
    private Road onwards(Journey journey, List<String> said) {
        if (!offer.isSupported(journey.product().id())) {
            var way = new ProductRoad(offer, facts).from(journey.place());
            if (way.isEmpty()) {
                said.add("No road from " + journey.product().name() + " to a supported product is known.");
            } else {
                hops(journey, way.get());
            }
        }
        offer.endsSoon(journey.product())
                .ifPresent(end -> said.add(
                        "The support of " + journey.product().name() + " ends on " + end + ": plan what comes then."));
        var branch = journey.branch();
        return new Road(
                journey.steps(),
                journey.product(),
                branch == null ? null : branch.id(),
                said.isEmpty() ? null : String.join(" ", said));
    }

    private void hops(Journey journey, List<ProductRoad.Hop> way) {
        for (int i = 0; i < way.size(); i++) {
            var hop = way.get(i);
            var old = journey.product();
            if (hop.pair().inPlace()) {
                fitFramework(journey, hop.to());
            }
            journey.hop(hop);
            journey.update();
            if (!hop.pair().inPlace()) {
                var next = i + 1 < way.size() ? way.get(i + 1).pair().to() : null;
                journey.removeOld(old, next == null ? null : offer.catalogue().product(next));
            }
        }
        if (way.getLast().pair().mostTo() != null) {
            toNewestBranch(journey, new ArrayList<>());
        }
    }

    /// A framework that both the present branch and the next product support.
    private void fitFramework(Journey journey, Branch target) {
        var present = journey.framework();
        var on = journey.branch();
        var wanted = facts.requirement(target.id()).orElse(null);
        if (present == null || on == null || wanted == null || wanted.takes(present)) {
            return;
        }
        facts.requirement(on.id()).map(Requirement::frameworks).orElse(List.of()).stream()
                .filter(version -> version.compareTo(present) > 0
                        && wanted.takes(version)
                        && facts.installable(version, journey.platform()))
                .findFirst()
                .ifPresent(version ->
                        journey.changeFramework(version, on.id(), target.id().toString()));
    }

    /// The sentences of several parts as one text; null where nobody said anything.
    static @Nullable String joined(@Nullable String... parts) {
        var said = new ArrayList<String>();
        for (var part : parts) {
            if (part != null) {
                said.add(part);
            }
        }
        return said.isEmpty() ? null : String.join(" ", said);
    }
}
