// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Correction;
import org.tidemark.advisory.Release;

/// Whether builds and days of a branch rise together.
///
/// Inside a branch a higher build came out on the same day or later. Aliases, and releases whose day is not known, are
/// left out. Where sources really date a higher build earlier, a correction about `released` of one of the two builds
/// says so, and then the pair is silent, whatever the correction decides.
final class DateChecks {
    private static final String FIELD = "released";

    private DateChecks() {}

    static void run(List<Placed<Release>> releases, List<Placed<Correction>> corrections, Faults faults) {
        Set<String> explained = new HashSet<>();
        for (var correction : corrections) {
            if (correction.item().field().equals(FIELD)) {
                explained.add(correction.item().subject());
            }
        }
        for (var branch : datedByBranch(releases).values()) {
            branch.sort(
                    (one, other) -> one.item().build().compareTo(other.item().build()));
            for (int i = 1; i < branch.size(); i++) {
                compare(branch.get(i - 1), branch.get(i), explained, faults);
            }
        }
    }

    private static Map<BranchId, List<Placed<Release>>> datedByBranch(List<Placed<Release>> releases) {
        Map<BranchId, List<Placed<Release>>> branches = new HashMap<>();
        for (var release : releases) {
            var item = release.item();
            var day = item.released();
            if (!item.isAlias() && day != null && day.isDay()) {
                branches.computeIfAbsent(item.branch(), _ -> new ArrayList<>()).add(release);
            }
        }
        return branches;
    }

    private static void compare(Placed<Release> lower, Placed<Release> higher, Set<String> explained, Faults faults) {
        var before = lower.item().released();
        var after = higher.item().released();
        if (before == null || after == null || !after.first().isBefore(before.first())) {
            return;
        }
        if (explained.contains(lower.item().build().toString())
                || explained.contains(higher.item().build().toString())) {
            return;
        }
        faults.at(
                higher.at(),
                "It is dated " + after + ", and the lower build " + lower.item().build() + " (line "
                        + lower.at().line() + ") " + before + ".",
                "Correct a date, or write a correction about `" + FIELD + "` of one of them.");
    }
}
