// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Assessor;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.Subject;
import org.tidemark.advisory.SubjectReader;
import org.tidemark.advisory.SupportState;
import org.tidemark.advisory.Verdict;

/// The verdicts on servers of one pack.
///
/// A population of hundreds of thousands runs a few hundred builds, so each combination of evidence is judged once.
/// Used by several threads at once.
public final class ServerAssessor {
    private static final int MOST_REMEMBERED = 20_000;

    private final Catalogue catalogue;
    private final SubjectReader subjects;
    private final Assessor assessor;
    private final List<CveId> flaws;
    private final List<Campaign> campaigns;
    private final @Nullable LocalDate asOf;
    private final LocalDate today;
    private final Map<Key, ServerVerdicts> known = new ConcurrentHashMap<>();

    /// What a verdict depends on.
    private record Key(
            @Nullable Subject subject, List<Build> builds, Set<String> packages, Map<String, String> settings) {
        /// By the build alone: a subject that is a set holds hundreds of releases, and few keys of one build
        /// differ.
        @Override
        public int hashCode() {
            return (subject == null ? 0 : subject.build().hashCode()) * 31 + packages.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && Objects.equals(subject, that.subject)
                    && builds.equals(that.builds)
                    && packages.equals(that.packages)
                    && settings.equals(that.settings);
        }
    }

    /// @param flaws the flaws asked about
    /// @param campaigns the campaigns asked about
    /// @param asOf the day whose knowledge is asked for; null for all of it
    /// @param today the day by which support is judged where no other is asked for
    public ServerAssessor(
            Catalogue catalogue,
            SubjectReader subjects,
            Assessor assessor,
            Collection<CveId> flaws,
            Collection<Campaign> campaigns,
            @Nullable LocalDate asOf,
            LocalDate today) {
        this.catalogue = catalogue;
        this.subjects = subjects;
        this.assessor = assessor;
        this.flaws = List.copyOf(flaws);
        this.campaigns = List.copyOf(campaigns);
        this.asOf = asOf;
        this.today = today;
    }

    public ServerVerdicts assess(Observation observation) {
        return assess(
                observation.subject(),
                observation.flags().contains(Flag.MIXED) ? observation.builds() : List.of(),
                observation.packages(),
                observation.settings());
    }

    /// @param subject what is known to be installed; null where the build is not known
    /// @param disagreeing every build that answered where they disagree; else empty
    /// @param packages updates seen as installed
    /// @param settings settings that were read
    public ServerVerdicts assess(
            @Nullable Subject subject, List<Build> disagreeing, Set<String> packages, Map<String, String> settings) {
        var key = new Key(subject, disagreeing, packages, settings);
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(key, this::judge);
    }

    private ServerVerdicts judge(Key key) {
        var verdicts = new LinkedHashMap<CveId, Verdict.Kind>();
        for (var cve : flaws) {
            verdicts.put(cve, judge(key, cve));
        }
        var worst = new LinkedHashMap<String, Verdict.Kind>();
        for (var campaign : campaigns) {
            campaign.cves().stream()
                    .map(cve -> verdicts.containsKey(cve) ? verdicts.get(cve) : judge(key, cve))
                    .reduce(Verdict.Kind::worst)
                    .ifPresent(kind -> worst.put(campaign.name(), kind));
        }
        return new ServerVerdicts(worst, verdicts, support(key.subject()));
    }

    private Verdict.Kind judge(Key key, CveId cve) {
        var subject = key.subject();
        if (subject == null) {
            return Verdict.Kind.UNKNOWN;
        }
        if (key.builds().size() <= 1) {
            return assessor.judge(new Installation(subject, key.packages(), key.settings()), cve, asOf)
                    .kind();
        }
        // Several builds answered: only what holds for all of them holds.
        var kinds = key.builds().stream()
                .flatMap(build -> subjects.of(build).stream())
                .map(each -> assessor.judge(new Installation(each, key.packages(), key.settings()), cve, asOf)
                        .kind())
                .distinct()
                .toList();
        return kinds.size() == 1 ? kinds.getFirst() : Verdict.Kind.UNKNOWN;
    }

    private @Nullable SupportState support(@Nullable Subject subject) {
        if (subject == null) {
            return null;
        }
        var level = subject.knownBranch().map(branch -> branch.id().level()).orElse("");
        return subject.knownProduct()
                .map(product -> catalogue.supportOf(product, level, asOf == null ? today : asOf))
                .orElse(null);
    }
}
