// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Release;

/// Whether the releases of a pack agree with each other and with their products.
///
/// Builds against dates are compared elsewhere ([DateChecks]), because a correction can explain them.
final class ReleaseChecks {
    private final List<Placed<Release>> releases;
    private final Known known;
    private final Faults faults;
    private final Map<Build, Placed<Release>> byBuild = new HashMap<>();

    private ReleaseChecks(List<Placed<Release>> releases, Known known, Faults faults) {
        this.releases = releases;
        this.known = known;
        this.faults = faults;
    }

    static void run(List<Placed<Release>> releases, Known known, Faults faults) {
        var checks = new ReleaseChecks(releases, known, faults);
        checks.duplicates();
        checks.products();
        checks.branchKeys();
        checks.labels();
        checks.aliases();
    }

    private void duplicates() {
        for (var release : releases) {
            var first = byBuild.putIfAbsent(release.item().build(), release);
            if (first != null) {
                faults.at(
                        release.at(),
                        "The build stands in line " + first.at().line() + " too.",
                        "Leave one of them; a second number of a release goes into `alias_of`.");
            }
        }
    }

    private void products() {
        for (var release : releases) {
            var item = release.item();
            var entry = known.products().get(item.branch().product());
            if (entry == null) {
                continue;
            }
            if (!entry.product().claims(item.build())) {
                faults.at(
                        release.at(),
                        "No line of product " + item.branch().product() + " takes this build.",
                        "Correct the product or the build, or widen `lines` in pack.yaml.");
            }
            boolean level = !item.branch().level().isEmpty();
            switch (entry.shape()) {
                case NAMED_ONLY ->
                    faults.at(
                            release.at(),
                            "The product is only named (branch-parts: 0) and has a release.",
                            "Write in pack.yaml how its branches are told.");
                case ONE_BRANCH ->
                    levelWhere(level, release, "The product is one branch and has no levels.", "Empty `level`.");
                case BRANCHES -> levelWhere(!level, release, "The level is missing.", "Name the branch, like CU19.");
            }
        }
    }

    private void levelWhere(boolean wrong, Placed<Release> release, String cause, String cure) {
        if (wrong) {
            faults.at(release.at(), cause, cure);
        }
    }

    /// The leading parts of a build tell its branch, and only this branch.
    private void branchKeys() {
        var branchOf = new HashMap<Build, BranchId>();
        var keyOf = new HashMap<BranchId, Build>();
        BranchId lastBranch = null;
        Build lastKey = Build.of(0, 0);
        for (var release : releases) {
            var branch = release.item().branch();
            var entry = known.products().get(branch.product());
            if (entry == null || entry.shape() != Known.Shape.BRANCHES) {
                continue;
            }
            if (branch.equals(lastBranch) && begins(release.item().build(), lastKey)) {
                continue;
            }
            var key = release.item().build().prefix(entry.product().branchParts());
            lastBranch = branch;
            lastKey = key;
            var other = branchOf.putIfAbsent(key, branch);
            var first = keyOf.putIfAbsent(branch, key);
            if (other != null && !other.equals(branch)) {
                faults.at(
                        release.at(),
                        "Builds " + key + " are of branch `" + other + "`, and this one is of `" + branch + "`.",
                        "Correct the level or the build.");
            } else if (first != null && !first.equals(key)) {
                faults.at(
                        release.at(),
                        "Builds of branch `" + branch + "` begin with " + first + ", this one with " + key + ".",
                        "Correct the level or the build.");
            }
        }
    }

    private static boolean begins(Build build, Build key) {
        for (int i = 0; i < key.size(); i++) {
            if (build.part(i) != key.part(i)) {
                return false;
            }
        }
        return true;
    }

    private void labels() {
        var taken = new HashMap<String, Placed<Release>>();
        for (var release : releases) {
            var item = release.item();
            boolean update = switch (item.kind()) {
                case SU, HU, RU, PU -> true;
                case PREVIEW, RTM, SP, CU -> false;
            };
            if (update && item.isBase()) {
                faults.at(release.at(), "An update has no label.", "Name it, like Mar21SU.");
            }
            var first = item.isAlias() ? null : taken.putIfAbsent(item.name(), release);
            if (first != null) {
                faults.at(
                        release.at(),
                        "`" + item.name() + "` stands in line " + first.at().line() + " too.",
                        "Give each release a label of its own, or make one an alias of the other.");
            }
        }
    }

    private void aliases() {
        for (var release : releases) {
            var item = release.item();
            var target = item.aliasOf();
            if (target == null) {
                continue;
            }
            var canonical = byBuild.get(target);
            if (canonical == null) {
                faults.at(
                        release.at(),
                        "It is an alias of " + target + ", which the pack has not.",
                        "Correct `alias_of`.");
            } else if (canonical.item().isAlias()) {
                faults.at(
                        release.at(),
                        "It is an alias of " + target + ", which is an alias itself.",
                        "Write " + canonical.item().aliasOf() + ".");
            } else if (!canonical.item().branch().equals(item.branch())) {
                faults.at(
                        release.at(),
                        "It is an alias of " + target + " in branch `"
                                + canonical.item().branch() + "`.",
                        "An alias stands in the branch of its release.");
            } else if (!canonical.item().label().equals(item.label())) {
                faults.at(
                        release.at(),
                        "It is an alias of " + target + " and has another label.",
                        "An alias is a second number of the same release: write its label.");
            }
        }
    }
}
