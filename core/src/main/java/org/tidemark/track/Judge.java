// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Branch;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.Subject;
import org.tidemark.advisory.SubjectReader;
import org.tidemark.exposure.ServerAssessor;
import org.tidemark.exposure.ServerVerdicts;

/// What a look at a server changes in what is known of it, and what that makes the server to each campaign of a pack.
///
/// Two things are sure beside the look itself. A release that was not out on the day of the look is not installed. And
/// a build does not fall by itself: where a look shows a set of builds of the same branch, those below the lowest that
/// it could be before are left out. So a server that was proven patched stays so under a look that cannot tell, and
/// one that was proven vulnerable becomes undecided, for it may have been patched since.
public final class Judge {
    private final Catalogue catalogue;
    private final SubjectReader subjects;
    private final ServerAssessor assessor;

    /// @param assessor asked about every flaw of every campaign of the pack
    public Judge(Catalogue catalogue, SubjectReader subjects, ServerAssessor assessor) {
        this.catalogue = catalogue;
        this.subjects = subjects;
        this.assessor = assessor;
    }

    /// The pack's campaigns, in the order of the letters.
    public List<Campaign> campaigns() {
        return catalogue.campaigns();
    }

    /// What is known after a look.
    ///
    /// @param before what was known; null at first sight
    /// @param day of the look
    public Known after(@Nullable Known before, Known look, LocalDate day) {
        if (look.outside()) {
            return look;
        }
        var base =
                before == null || before.outside() || !Objects.equals(before.family(), look.family()) ? null : before;
        if (look.builds().isEmpty()) {
            return base == null ? look : joined(base, base.builds(), look);
        }
        boolean set = !look.mixed() && !look.isExact();
        var builds = set ? outBy(day, look.builds()) : look.builds();
        if (base == null || !sameBranch(base.builds(), builds)) {
            return look.with(builds, look.packages(), look.settings(), less(look.mitigated(), look.unhindered()));
        }
        return joined(base, set ? notBelow(base, builds) : builds, look);
    }

    /// On the same branch, what was read of a server before still holds where the look says nothing of it.
    private static Known joined(Known before, List<Build> builds, Known look) {
        var packages = new HashSet<>(before.packages());
        packages.addAll(look.packages());
        var settings = new HashMap<>(before.settings());
        settings.putAll(look.settings());
        var mitigated = new HashSet<>(before.mitigated());
        mitigated.addAll(look.mitigated());
        boolean mixed = look.builds().isEmpty() ? before.mixed() : look.mixed();
        return new Known(
                look.family(), builds, mixed, false, packages, settings, less(mitigated, look.unhindered()), Set.of());
    }

    private static Set<String> less(Set<String> all, Set<String> these) {
        var left = new HashSet<>(all);
        left.removeAll(these);
        return left;
    }

    private List<Build> outBy(LocalDate day, List<Build> builds) {
        var out = builds.stream()
                .filter(build -> catalogue
                        .release(build)
                        .map(release -> release.outBy(day))
                        .orElse(true))
                .toList();
        return out.isEmpty() ? builds : out;
    }

    private static List<Build> notBelow(Known before, List<Build> builds) {
        if (before.mixed() || before.builds().isEmpty()) {
            return builds;
        }
        var lowest = before.builds().getFirst();
        var left = builds.stream().filter(build -> build.compareTo(lowest) >= 0).toList();
        return left.isEmpty() ? builds : left;
    }

    private boolean sameBranch(List<Build> before, List<Build> now) {
        var one = branch(before);
        return one.isPresent() && one.equals(branch(now));
    }

    private Optional<Branch> branch(List<Build> builds) {
        var branches = builds.stream()
                .map(build -> subjects.of(build).flatMap(Subject::knownBranch))
                .distinct()
                .toList();
        return branches.size() == 1 ? branches.getFirst() : Optional.empty();
    }

    /// What something known makes a server to each campaign.
    public Condition condition(Known known) {
        if (known.outside()) {
            return new Condition(
                    known,
                    null,
                    null,
                    String.valueOf(Letter.OUTSIDE).repeat(campaigns().size()));
        }
        var verdicts = assessor.assess(
                subject(known.builds()),
                known.mixed() ? known.builds() : List.of(),
                known.packages(),
                known.settings());
        var letters = new StringBuilder();
        campaigns().forEach(campaign -> letters.append(letter(campaign, verdicts, known.mitigated())));
        return new Condition(
                known,
                product(known.builds()),
                branch(known.builds()).map(b -> b.id().toString()).orElse(null),
                letters.toString());
    }

    private @Nullable String product(List<Build> builds) {
        var products = builds.stream()
                .map(build -> subjects.of(build).flatMap(Subject::knownProduct).map(Product::name))
                .distinct()
                .toList();
        return products.size() == 1 ? products.getFirst().orElse(null) : null;
    }

    private static char letter(Campaign campaign, ServerVerdicts verdicts, Set<String> mitigated) {
        var worst = verdicts.campaigns().get(campaign.name());
        if (worst == null) {
            return Letter.OUTSIDE;
        }
        return worst.isOpen() && isHindered(campaign, verdicts, mitigated) ? Letter.MITIGATED : Letter.of(worst);
    }

    /// Whether every flaw by which the attack begins is hindered; where the pack names none, every open one.
    private static boolean isHindered(Campaign campaign, ServerVerdicts verdicts, Set<String> mitigated) {
        var open = campaign.cves().stream()
                .filter(cve -> verdicts.open().contains(cve))
                .toList();
        var entry = open.stream().filter(campaign.entry()::contains).toList();
        return (entry.isEmpty() ? open : entry).stream().allMatch(cve -> mitigated.contains(cve.toString()));
    }

    private @Nullable Subject subject(List<Build> builds) {
        if (builds.isEmpty()) {
            return null;
        }
        if (builds.size() == 1) {
            return subjects.of(builds.getFirst()).orElse(null);
        }
        var releases = builds.stream()
                .flatMap(build -> catalogue.release(build).stream())
                .toList();
        if (releases.isEmpty()) {
            return null;
        }
        var products =
                releases.stream().map(r -> r.branch().product()).distinct().toList();
        var branches = releases.stream().map(Release::branch).distinct().toList();
        return new Subject.OneOf(
                products.size() == 1 ? catalogue.product(products.getFirst()) : null,
                branches.size() == 1 ? catalogue.branch(branches.getFirst()).orElse(null) : null,
                common(builds),
                releases);
    }

    /// The parts that all have; two at the least, for all are of one family.
    private static Build common(List<Build> builds) {
        int size = 3;
        while (size > 2 && !sameStart(builds, size)) {
            size--;
        }
        return builds.getFirst().prefix(size);
    }

    private static boolean sameStart(List<Build> builds, int size) {
        var start = builds.getFirst().prefix(size);
        return builds.stream().allMatch(start::covers);
    }

    /// Whether the vendor made updates for each branch on a day, by the branch's name.
    public Map<String, String> supportAt(LocalDate day) {
        var support = new LinkedHashMap<String, String>();
        catalogue.branches().forEach(branch -> {
            var product = catalogue.product(branch.id().product());
            support.put(
                    branch.id().toString(),
                    catalogue.supportOf(product, branch.id().level(), day).label());
        });
        return support;
    }
}
