// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Campaign;
import org.tidemark.plan.BranchCover;
import org.tidemark.plan.UpdateCoverage;

/// How much of a population updates covered, for people: the days on which that changed, what is missing, and what it
/// comes to.
final class CoverageText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final int MOST_NEXT = 10;

    private final PrintWriter out;
    private final Terminal terminal;
    private final Campaign campaign;
    private final UpdateCoverage coverage;
    private final UpdateCoverage.Answer result;

    CoverageText(Answer answer, Campaign campaign, UpdateCoverage coverage, UpdateCoverage.Answer result) {
        this.out = answer.people();
        this.terminal = answer.terminal();
        this.campaign = campaign;
        this.coverage = coverage;
        this.result = result;
    }

    void print() {
        out.println(terminal.paint(
                Terminal.Ink.STRONG,
                campaign.title() + ": updates out by "
                        + DAY.format(result.last().date()) + ", for "
                        + Figures.number(result.population().size()) + " servers"));
        out.println();
        days();
        next();
        upgradeOnly();
        out.println();
        summary();
    }

    /// The days on which the share changed, and the first and the last.
    private void days() {
        var table = new Table("DAY", "COVERED", "SHARE", "FROM THIS DAY ON");
        long before = -1;
        for (var day : result.days()) {
            if (day.covered() != before || day.equals(result.last())) {
                table.row(
                        Terminal.Ink.STRONG,
                        day.date().toString(),
                        Figures.number(day.covered()),
                        Figures.percent(day.share()),
                        since(day.date()));
            }
            before = day.covered();
        }
        table.print(out, terminal, -1);
    }

    private String since(LocalDate day) {
        return result.covers().stream()
                .filter(cover -> cover.on(day))
                .filter(cover -> !cover.on(day.minusDays(1))
                        || day.equals(result.days().getFirst().date()))
                .map(cover -> cover.branch() + words(cover.way()))
                .collect(Collectors.joining(", "));
    }

    private static String words(BranchCover.Way way) {
        return switch (way) {
            case UPDATE, UPGRADE_ONLY -> "";
            case BASE -> " (began with the fixes)";
            case NOT_AFFECTED -> " (does not have the flaws)";
        };
    }

    private void next() {
        if (result.next().isEmpty()) {
            return;
        }
        out.println();
        var table = new Table("NEXT UPDATE FOR", "ADDS", "SHARE THEN", "WHAT CAME OF IT");
        for (var next : result.next().stream().limit(MOST_NEXT).toList()) {
            var since = next.later().since();
            table.row(
                    Terminal.Ink.STRONG,
                    next.branch().toString(),
                    Figures.number(next.adds()),
                    Figures.percent(next.shareAfter()),
                    since == null ? "no update is known" : "came out on " + DAY.format(since));
        }
        table.print(out, terminal, -1);
        int more = result.next().size() - MOST_NEXT;
        if (more > 0) {
            out.println("and " + more + " more; --json has them all.");
        }
    }

    private void upgradeOnly() {
        if (result.upgradeOnly().isEmpty()) {
            return;
        }
        out.println();
        var table = new Table("CAN ONLY BE UPGRADED", "SERVERS", "TO");
        for (var cover : result.upgradeOnly()) {
            table.row(
                    Terminal.Ink.STRONG,
                    cover.branch().toString(),
                    Figures.number(result.servers(cover)),
                    coverage.upgradeTarget(cover.branch(), result.last().date())
                            .map(BranchId::toString)
                            .orElse("no branch of its product"));
        }
        table.print(out, terminal, -1);
    }

    private void summary() {
        var sentence = new StringBuilder("On "
                + DAY.format(result.last().date()) + " updates existed for "
                + Figures.percent(result.last().share()) + " of "
                + Figures.number(result.last().exposed()) + " servers");
        if (result.next().isEmpty()) {
            sentence.append("; none is missing.");
        } else {
            var next = result.next().getFirst();
            sentence.append("; the next branch that would add most is " + next.branch() + " ("
                    + Figures.number(next.adds()) + " servers, to " + Figures.percent(next.shareAfter()) + ").");
        }
        long stuck = CoverageRows.servers(result, BranchCover.Way.UPGRADE_ONLY);
        if (stuck > 0) {
            sentence.append(' ').append(Figures.number(stuck)).append(" servers can only be upgraded.");
        }
        counted(BranchCover.Way.BASE, "began with the fixes", sentence);
        counted(BranchCover.Way.NOT_AFFECTED, "do not have the flaws", sentence);
        Terminal.wrap(sentence.toString(), terminal.width()).forEach(out::println);
    }

    private void counted(BranchCover.Way way, String why, StringBuilder sentence) {
        List<String> branches = result.covers().stream()
                .filter(cover -> cover.way() == way && cover.on(result.last().date()))
                .map(cover -> cover.branch().toString())
                .toList();
        if (!branches.isEmpty()) {
            sentence.append(" Counted as covered, since they " + why + ": " + String.join(", ", branches) + ".");
        }
    }
}
