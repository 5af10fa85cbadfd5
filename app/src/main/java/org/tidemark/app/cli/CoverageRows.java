// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Release;
import org.tidemark.plan.BranchCover;
import org.tidemark.plan.UpdateCoverage;

/// The rows that say how much of a population updates covered.
final class CoverageRows {
    private final UpdateCoverage coverage;
    private final UpdateCoverage.Answer result;

    CoverageRows(UpdateCoverage coverage, UpdateCoverage.Answer result) {
        this.coverage = coverage;
        this.result = result;
    }

    void write(Answer answer) {
        for (var day : result.days()) {
            answer.row(Row.of("coverage-day")
                    .put("date", day.date().toString())
                    .put("covered", day.covered())
                    .put("exposed", day.exposed())
                    .put("share", day.share()));
        }
        for (var cover : result.covers()) {
            answer.row(branch(cover));
        }
        for (var next : result.next()) {
            answer.row(Row.of("coverage-next")
                    .put("branch", next.branch().toString())
                    .put("adds", next.adds())
                    .put("shareAfter", next.shareAfter())
                    .put("released", text(next.later().since())));
        }
        for (var cover : result.upgradeOnly()) {
            answer.row(Row.of("coverage-upgrade-only")
                    .put("branch", cover.branch().toString())
                    .put("servers", result.servers(cover))
                    .put(
                            "leavesOpen",
                            cover.leftOpen().stream().map(CveId::toString).toList())
                    .put("to", target(cover)));
        }
    }

    private Row branch(BranchCover cover) {
        return Row.of("coverage-branch")
                .put("branch", cover.branch().toString())
                .put("servers", result.servers(cover))
                .put("covered", cover.on(result.last().date()))
                .put("by", by(cover.way()))
                .put("release", release(cover.by()))
                .put("since", text(cover.since()));
    }

    private @Nullable String target(BranchCover cover) {
        return coverage.upgradeTarget(cover.branch(), result.last().date())
                .map(BranchId::toString)
                .orElse(null);
    }

    static String by(BranchCover.Way way) {
        return switch (way) {
            case UPDATE -> "update";
            case BASE -> "base";
            case NOT_AFFECTED -> "not-affected";
            case UPGRADE_ONLY -> "upgrade-only";
        };
    }

    private static @Nullable String release(@Nullable Release release) {
        return release == null ? null : release.name();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static Row counts(UpdateCoverage.Answer result) {
        var last = result.last();
        return Row.of("summary")
                .put("covered", last.covered())
                .put("exposed", last.exposed())
                .put("share", last.share())
                .put("fixedByBase", servers(result, BranchCover.Way.BASE))
                .put("notAffected", servers(result, BranchCover.Way.NOT_AFFECTED))
                .put("upgradeOnly", servers(result, BranchCover.Way.UPGRADE_ONLY));
    }

    static long servers(UpdateCoverage.Answer result, BranchCover.Way way) {
        return result.covers().stream()
                .filter(cover -> cover.way() == way)
                .mapToLong(result::servers)
                .sum();
    }
}
