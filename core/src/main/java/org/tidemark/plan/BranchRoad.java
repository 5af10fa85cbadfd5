// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Branch;
import org.tidemark.advisory.BranchId;

/// The way from one branch of a product to another.
///
/// Any branch can be installed over any older one; what stands between them is the framework. Setup of a branch wants
/// a version that the branch before it may not run on, so a server goes by turns: a framework that the present branch
/// supports, then the newest branch that supports this framework. The search goes over pairs of branch and framework
/// and takes the way with the fewest upgrades, then with the fewest new frameworks, then over the newest branches.
final class BranchRoad {
    private final UpgradeFacts facts;
    private final List<Branch> branches;
    private final @Nullable Platform platform;
    private final Map<State, Optional<Way>> known = new HashMap<>();

    /// One move of a road.
    sealed interface Move {
        /// @param on the branch that the server stands on meanwhile
        record ToFramework(FrameworkVersion version, BranchId on) implements Move {}

        record ToBranch(Branch branch) implements Move {}
    }

    private record State(int place, @Nullable FrameworkVersion framework) {}

    private record Way(int upgrades, int frameworks, List<Move> moves) {
        boolean shorterThan(@Nullable Way other) {
            return other == null
                    || upgrades < other.upgrades
                    || (upgrades == other.upgrades && frameworks < other.frameworks);
        }
    }

    /// @param branches those that can be had, oldest first, the one to begin with and the target among them
    BranchRoad(UpgradeFacts facts, List<Branch> branches, @Nullable Platform platform) {
        this.facts = facts;
        this.branches = branches;
        this.platform = platform;
    }

    /// The moves to the last of the branches; empty where no way leads there.
    ///
    /// @param framework the installed framework; null where nothing is known of frameworks
    Optional<List<Move>> from(Branch start, @Nullable FrameworkVersion framework) {
        int place = branches.stream().map(Branch::id).toList().indexOf(start.id());
        return place < 0 ? Optional.empty() : best(new State(place, framework)).map(Way::moves);
    }

    private Optional<Way> best(State state) {
        if (state.place == branches.size() - 1) {
            return Optional.of(new Way(0, 0, List.of()));
        }
        var found = known.get(state);
        if (found == null) {
            found = search(state);
            known.put(state, found);
        }
        return found;
    }

    private Optional<Way> search(State state) {
        Way best = null;
        for (var next : frameworks(state)) {
            for (int place = branches.size() - 1; place > state.place; place--) {
                if (!accepts(branches.get(place), next)) {
                    continue;
                }
                var rest = best(new State(place, next));
                if (rest.isPresent()) {
                    var way = joined(state, next, branches.get(place), rest.get());
                    best = way.shorterThan(best) ? way : best;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private Way joined(State state, @Nullable FrameworkVersion next, Branch branch, Way rest) {
        var moves = new ArrayList<Move>();
        boolean changed = next != null && !next.equals(state.framework);
        if (next != null && changed) {
            moves.add(new Move.ToFramework(next, branches.get(state.place).id()));
        }
        moves.add(new Move.ToBranch(branch));
        moves.addAll(rest.moves);
        return new Way(rest.upgrades + 1, rest.frameworks + (changed ? 1 : 0), moves);
    }

    private boolean accepts(Branch branch, @Nullable FrameworkVersion framework) {
        return facts.requirement(branch.id())
                .map(r -> (framework == null || r.takes(framework)) && r.runsOn(platform))
                .orElse(true);
    }

    /// The present framework first, then those that can take its place on this branch, highest first.
    private List<@Nullable FrameworkVersion> frameworks(State state) {
        var present = state.framework;
        var versions = new ArrayList<@Nullable FrameworkVersion>();
        versions.add(present);
        var supported = facts.requirement(branches.get(state.place).id())
                .map(Requirement::frameworks)
                .orElse(List.of());
        for (var version : supported.reversed()) {
            if (present != null && version.compareTo(present) > 0 && facts.installable(version, platform)) {
                versions.add(version);
            }
        }
        return versions;
    }
}
