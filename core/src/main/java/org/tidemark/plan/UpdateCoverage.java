// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Assessor;
import org.tidemark.advisory.Branch;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.PartialDate;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.Subject;
import org.tidemark.advisory.Verdict;

/// For how much of a population updates were out that close a campaign's flaws, day by day.
///
/// A branch is *covered* on a day where a release of this very branch was out that leaves none of the campaign's flaws
/// open or undecided; where an update needs a switch besides, it counts. Branches that began with the fixes count from
/// the day they began, and those that do not have the flaws on every day. Which release holds which fix is judged with
/// all that the pack knows today: an update that fixed a flaw in silence covered it before anybody said so.
public final class UpdateCoverage {
    private final Catalogue catalogue;
    private final Assessor assessor;
    private final Campaign campaign;
    private final Map<BranchId, BranchCover> known = new HashMap<>();

    public UpdateCoverage(Catalogue catalogue, Assessor assessor, Campaign campaign) {
        this.catalogue = catalogue;
        this.assessor = assessor;
        this.campaign = campaign;
    }

    /// How much was covered on one day.
    public record Day(LocalDate date, long covered, long exposed) {
        public double share() {
            return exposed == 0 ? 0 : (double) covered / exposed;
        }
    }

    /// An update that was not out, for the branch that it would have been for.
    ///
    /// @param adds how many servers it would cover
    /// @param shareAfter the share covered if this and all before it in the order were out
    /// @param later what the branch came to later
    public record Next(BranchId branch, long adds, double shareAfter, BranchCover later) {}

    /// @param days from some days before the first update to the day asked about
    /// @param next branches without cover on that day, the one with the most servers first
    /// @param covers what became of each branch of the population, in the pack's order
    public record Answer(Population population, List<Day> days, List<Next> next, List<BranchCover> covers) {
        public Answer {
            days = List.copyOf(days);
            next = List.copyOf(next);
            covers = List.copyOf(covers);
        }

        /// The day asked about.
        public Day last() {
            return days.getLast();
        }

        /// The branches of which the pack knows no update that closes the flaws.
        public List<BranchCover> upgradeOnly() {
            return covers.stream()
                    .filter(cover -> cover.way() == BranchCover.Way.UPGRADE_ONLY)
                    .toList();
        }

        public long servers(BranchCover cover) {
            return population.servers().getOrDefault(cover.branch(), 0L);
        }
    }

    private static final int DAYS_BEFORE = 3;

    /// @throws IllegalArgumentException where the population is empty
    public Answer of(Population population, LocalDate asOf) {
        long exposed = population.size();
        if (exposed == 0) {
            throw new IllegalArgumentException("nobody to cover");
        }
        var places = places();
        var covers = population.servers().keySet().stream()
                .sorted(Comparator.comparingInt((BranchId id) -> places.getOrDefault(id, -1))
                        .thenComparing(BranchId::toString))
                .map(this::cover)
                .toList();
        var days = new ArrayList<Day>();
        for (var day = firstDay(covers, asOf); !day.isAfter(asOf); day = day.plusDays(1)) {
            days.add(new Day(day, covered(population, covers, day), exposed));
        }
        return new Answer(population, days, next(population, covers, asOf), covers);
    }

    /// The newest branch of the same product that was out and covered on a day; empty where there is none.
    public Optional<BranchId> upgradeTarget(BranchId branch, LocalDate day) {
        return new Offer(catalogue, day)
                .branches(branch.product()).stream()
                        .map(Branch::id)
                        .filter(id -> !id.equals(branch) && cover(id).on(day))
                        .reduce((_, later) -> later);
    }

    private Map<BranchId, Integer> places() {
        var places = new HashMap<BranchId, Integer>();
        catalogue.branches().forEach(branch -> places.put(branch.id(), places.size()));
        return places;
    }

    private LocalDate firstDay(List<BranchCover> covers, LocalDate asOf) {
        var first = campaign.fixReleased().stream()
                .map(PartialDate::first)
                .min(Comparator.naturalOrder())
                .or(() -> covers.stream()
                        .filter(cover -> cover.way() == BranchCover.Way.UPDATE)
                        .map(BranchCover::since)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder()))
                .orElse(asOf)
                .minusDays(DAYS_BEFORE);
        return first.isAfter(asOf) ? asOf : first;
    }

    private static long covered(Population population, List<BranchCover> covers, LocalDate day) {
        return covers.stream()
                .filter(cover -> cover.on(day))
                .mapToLong(cover -> population.servers().getOrDefault(cover.branch(), 0L))
                .sum();
    }

    /// Branches do not overlap, so the best order is simply the one by size.
    private static List<Next> next(Population population, List<BranchCover> covers, LocalDate asOf) {
        var open = covers.stream()
                .filter(cover -> !cover.on(asOf))
                .sorted(Comparator.comparingLong(
                                (BranchCover cover) -> population.servers().getOrDefault(cover.branch(), 0L))
                        .reversed())
                .toList();
        long covered = covered(population, covers, asOf);
        var next = new ArrayList<Next>();
        for (var cover : open) {
            long adds = population.servers().getOrDefault(cover.branch(), 0L);
            covered += adds;
            next.add(new Next(cover.branch(), adds, (double) covered / population.size(), cover));
        }
        return next;
    }

    /// What became of one branch.
    public BranchCover cover(BranchId id) {
        return known.computeIfAbsent(id, this::judge);
    }

    private BranchCover judge(BranchId id) {
        var branch = catalogue.branch(id);
        return branch.isPresent() ? judge(branch.get()) : outsideBranches(id);
    }

    private BranchCover judge(Branch branch) {
        var product = catalogue.product(branch.id().product());
        var left = List.copyOf(campaign.cves());
        Release cumulative = null;
        for (var release : branch.releases()) {
            if (release.isAlias() || release.kind() == Release.Kind.PREVIEW) {
                continue;
            }
            var subject = new Subject.OneBuild(product, branch, release.build(), release);
            var kinds = kinds(new Installation(subject, packages(release, cumulative), Map.of()));
            var open = stillOpen(kinds);
            if (open.isEmpty()) {
                return covered(branch, release, kinds);
            }
            left = open.size() < left.size() ? open : left;
            if (release.content() == Release.Content.CUMULATIVE) {
                cumulative = release;
            }
        }
        return new BranchCover(branch.id(), BranchCover.Way.UPGRADE_ONLY, null, null, left);
    }

    private static BranchCover covered(Branch branch, Release release, Map<CveId, Verdict.Kind> kinds) {
        if (Set.copyOf(kinds.values()).equals(Set.of(Verdict.Kind.NOT_APPLICABLE))) {
            return new BranchCover(branch.id(), BranchCover.Way.NOT_AFFECTED, null, null, List.of());
        }
        var way = release.isBase() ? BranchCover.Way.BASE : BranchCover.Way.UPDATE;
        return new BranchCover(branch.id(), way, release, day(release), List.of());
    }

    /// A release without a day counts as out on every day, as it does everywhere.
    private static @Nullable LocalDate day(Release release) {
        var released = release.released();
        return released == null ? null : released.last();
    }

    /// What is known to be installed with a release: itself whole, and what it was put over.
    private static Set<String> packages(Release release, @Nullable Release before) {
        var packages = new HashSet<String>();
        for (var one : before == null ? List.of(release) : List.of(before, release)) {
            if (!one.packages().isEmpty()) {
                packages.addAll(one.packages().alternatives().getFirst());
            }
        }
        return packages;
    }

    private BranchCover outsideBranches(BranchId id) {
        var subject = new Subject.NoBranch(catalogue.product(id.product()), Build.of(0, 0));
        var kinds = kinds(Installation.of(subject));
        var open = stillOpen(kinds);
        return new BranchCover(
                id, open.isEmpty() ? BranchCover.Way.NOT_AFFECTED : BranchCover.Way.UPGRADE_ONLY, null, null, open);
    }

    private Map<CveId, Verdict.Kind> kinds(Installation installation) {
        var kinds = new HashMap<CveId, Verdict.Kind>();
        for (var cve : campaign.cves()) {
            kinds.put(cve, assessor.judge(installation, cve, null).kind());
        }
        return kinds;
    }

    private List<CveId> stillOpen(Map<CveId, Verdict.Kind> kinds) {
        return campaign.cves().stream()
                .filter(cve -> {
                    var kind = kinds.getOrDefault(cve, Verdict.Kind.UNKNOWN);
                    return !kind.isSettledSafe() && kind != Verdict.Kind.DEPENDS_ON_SETTING;
                })
                .toList();
    }
}
