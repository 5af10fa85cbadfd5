// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Narrows a set of releases by what else is known.
final class Candidates {
    private Candidates() {}

    /// Leaves out what was not out on the day asked about, and what installed updates rule out: where an update is
    /// installed, the build is that of its release or higher. Evidence that rules out everything rules out nothing.
    static List<Release> narrowed(CatalogueView view, Subject.OneOf some, Set<String> packages) {
        var out = some.candidates().stream().filter(view::out).toList();
        var candidates = out.isEmpty() ? some.candidates() : out;
        var floors = floors(candidates, packages);
        if (floors.isEmpty()) {
            return candidates;
        }
        var named = new HashSet<>(floors.keySet());
        return candidates.stream()
                .filter(r -> named.contains(r.branch()))
                .filter(r -> r.build().compareTo(floors.getOrDefault(r.branch(), r.build())) >= 0)
                .toList();
    }

    /// The highest release of each branch that an installed package proves.
    private static Map<BranchId, Build> floors(List<Release> candidates, Set<String> packages) {
        var floors = new HashMap<BranchId, Build>();
        for (var release : candidates) {
            if (!release.packages().isEmpty() && release.packages().provenBy(packages)) {
                floors.merge(release.branch(), release.build(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
            }
        }
        return floors;
    }
}
