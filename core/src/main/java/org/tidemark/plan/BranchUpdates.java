// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Assessor;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.Rule;

/// The updates of its own branch that a server lacks.
///
/// Usually that is the latest alone. An update that holds nothing of those before it (a higher build is not a superset)
/// needs the latest of these first; once it is in, an older one is not installed over it.
final class BranchUpdates {
    private final StepWriter writer;
    private final Assessor assessor;
    private final Question question;

    BranchUpdates(StepWriter writer, Assessor assessor, Question question) {
        this.writer = writer;
        this.assessor = assessor;
        this.question = question;
    }

    /// What came of it: the steps, and the server when they are done.
    ///
    /// @param before the verdicts before the first step
    /// @param after the verdicts after the last
    record Result(List<Step> steps, Standing.InBranch standing, Ledger before, Ledger after) {}

    Result of(Standing.InBranch start) {
        var before = ledger(start.installation());
        var steps = new ArrayList<Step>();
        var standing = start;
        var verdicts = before;
        for (var release : missing(start)) {
            var next = standing.with(release);
            var then = ledger(next.installation());
            steps.add(step(release, standing, verdicts.closedBy(then)));
            standing = next;
            verdicts = then;
        }
        return new Result(steps, standing, before, verdicts);
    }

    private Ledger ledger(Installation installation) {
        return Ledger.of(writer.catalogue(), assessor, question, installation);
    }

    private List<Release> missing(Standing.InBranch start) {
        var later = writer.offer()
                .updates(start.branch())
                .filter(r -> r.build().compareTo(start.build()) > 0)
                .sorted(Comparator.comparing(Release::build))
                .toList();
        if (later.isEmpty()) {
            return List.of();
        }
        var latest = later.getLast();
        if (latest.content() == Release.Content.CUMULATIVE || start.special()) {
            return List.of(latest);
        }
        return lastCumulative(later)
                .filter(first -> brings(start, first, latest))
                .map(first -> List.of(first, latest))
                .orElse(List.of(latest));
    }

    private static Optional<Release> lastCumulative(List<Release> releases) {
        return releases.stream()
                .filter(r -> r.content() == Release.Content.CUMULATIVE)
                .reduce((_, later) -> later);
    }

    /// Whether going through an older update closes more than the special one alone.
    private boolean brings(Standing.InBranch start, Release first, Release special) {
        var alone = ledger(start.with(special).installation());
        var both = ledger(start.with(first).with(special).installation());
        return !alone.closedBy(both).isEmpty();
    }

    private Step step(Release release, Standing.InBranch before, List<CveId> closes) {
        boolean special = release.content() == Release.Content.BASE_ONLY;
        boolean latest = writer.offer()
                .latestUpdate(before.branch())
                .map(last -> last.equals(release))
                .orElse(false);
        var why = special
                ? release.name() + " is a special update for a level out of support: it holds its own fixes and none of"
                        + " the updates before it."
                : latest
                        ? release.name() + " was the latest update of "
                                + before.branch().id() + " on " + question.day() + " and holds all before it."
                        : release.name() + " holds fixes that the special update after it does not have. Install it"
                                + " first: it cannot be put over the other one.";
        var draft = writer.install(Action.INSTALL_UPDATE, release, why).closes(closes);
        var present = before.release();
        if (special
                && present != null
                && !present.isBase()
                && !present.packages().isEmpty()) {
            draft.pitfall("Its build no longer shows that " + present.packages().display()
                    + " was there before. Note that number, and give it with --kb when you ask again.");
        }
        return writer.dressed(draft, Action.INSTALL_UPDATE, before.branch().id(), false);
    }

    /// Why there is no step, or what a step does not bring; null where nothing is to be said.
    ///
    /// @param open whether flaws stay open when all is done on this branch
    /// @param road whether a road leads on
    @Nullable
    String said(Standing.InBranch start, Result result, boolean open, boolean road) {
        var id = start.branch().id();
        var older = start.special() ? olderThanSpecial(start, result.after()) : Optional.<Release>empty();
        if (older.isPresent()) {
            return "A special update is installed, and " + older.get().name()
                    + " is older: it is not installed over it. Whether it was there before decides some flaws;"
                    + " the upgrade settles them.";
        }
        if (!result.steps().isEmpty()) {
            return null;
        }
        if (start.release() == null) {
            return "The pack knows no update of " + id + " above " + start.build() + ".";
        }
        return "No update of " + id + " newer than " + start.build() + " was out on " + question.day()
                + (open
                        ? road
                                ? "; for what is open there is only the upgrade."
                                : "; for what is open there is no update yet."
                        : ": it is up to date.");
    }

    /// An update that would have to be there before the special one, where it decides a flaw.
    private Optional<Release> olderThanSpecial(Standing.InBranch start, Ledger after) {
        boolean decides = after.verdicts().values().stream()
                .anyMatch(verdict -> verdict.rule() == Rule.SPECIAL_UPDATE_NOT_CUMULATIVE);
        return lastCumulative(writer.offer()
                        .updates(start.branch())
                        .sorted(Comparator.comparing(Release::build))
                        .toList())
                .filter(r -> decides && r.build().compareTo(start.build()) < 0);
    }
}
