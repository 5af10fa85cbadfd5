// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a source says of a branch that no update of its own cures.
final class UpgradeRules {
    private final CatalogueView view;
    private final Branch branch;

    UpgradeRules(CatalogueView view, Branch branch) {
        this.view = view;
        this.branch = branch;
    }

    /// A row which says that the branch has no update that closes the flaw.
    Assessment withoutUpdate(Fix fix, @Nullable Release release) {
        var target = view.holderOf(fix);
        var fixDay = target.map(Release::released);
        boolean before = release != null
                && release.released() != null
                && fixDay.isPresent()
                && !release.released().last().isAfter(fixDay.get().first().minusDays(1));
        boolean undatedBase = release != null && release.isBase();
        if (before || undatedBase) {
            return affected(fix, target, Rule.NO_UPDATE_FOR_BRANCH);
        }
        return new Assessment(
                fix.cve(),
                new Verdict.Unknown("Whether this update holds the change; no source says so."
                        + (view.isToBeHad(fix) ? " An upgrade settles it: " + upgradeTo(fix, target) + "." : "")),
                Rule.LATER_UPDATE_UNCLEAR,
                "This release came out after the flaw was fixed elsewhere, and no source says whether it holds the"
                        + " fix.",
                upgrade(fix, target),
                List.of(fix.source()));
    }

    /// A row which says that whatever is below a branch has the flaw.
    Assessment needed(Fix fix) {
        return affected(fix, view.holderOf(fix), Rule.NO_UPDATE_FOR_BRANCH);
    }

    private Assessment affected(Fix fix, Optional<Release> target, Rule rule) {
        var holder = target.filter(view::out);
        return new Assessment(
                fix.cve(),
                new Verdict.Vulnerable(holder.map(view::fixedIn).orElse(null)),
                rule,
                branch.id() + " has the flaw and no update of this branch closes it; the cure is an upgrade.",
                upgrade(fix, target) + (fix.note().isEmpty() ? "" : " " + fix.note()),
                List.of(fix.source()));
    }

    private String upgrade(Fix fix, Optional<Release> target) {
        return view.isToBeHad(fix)
                ? "Upgrade: " + upgradeTo(fix, target) + "."
                : "Mitigate until an update comes: none that holds the fix was out on " + view.asOf() + ".";
    }

    private static String upgradeTo(Fix fix, Optional<Release> target) {
        return target.map(r -> r.name() + " (build " + r.build() + ") or later")
                .orElse("to a branch that holds the fix, for " + fix.cve());
    }
}
