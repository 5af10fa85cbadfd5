// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.SupportState;
import org.tidemark.advisory.Verdict;

/// The verdicts on one server. What is asked of them again and again, for each of many servers with the same evidence,
/// is worked out once.
public final class ServerVerdicts {
    private final Map<String, Verdict.Kind> campaigns;
    private final Map<CveId, Verdict.Kind> flaws;
    private final @Nullable SupportState support;
    private final List<CveId> open;
    private final List<CveId> undecided;
    private final boolean settledSafe;

    /// @param campaigns the worst verdict over each campaign's flaws, by the campaign's name
    /// @param flaws the verdict on each flaw asked about
    /// @param support whether the vendor still makes updates for it; null where the product is not known
    public ServerVerdicts(
            Map<String, Verdict.Kind> campaigns, Map<CveId, Verdict.Kind> flaws, @Nullable SupportState support) {
        this.campaigns = Collections.unmodifiableMap(new LinkedHashMap<>(campaigns));
        this.flaws = Collections.unmodifiableMap(new LinkedHashMap<>(flaws));
        this.support = support;
        this.open = those(Verdict.Kind::isOpen);
        this.undecided = those(kind -> !kind.isOpen() && !kind.isSettledSafe());
        this.settledSafe = flaws.values().stream().allMatch(Verdict.Kind::isSettledSafe)
                && campaigns.values().stream().allMatch(Verdict.Kind::isSettledSafe);
    }

    private List<CveId> those(Predicate<Verdict.Kind> wanted) {
        return flaws.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The worst verdict over each campaign's flaws, by the campaign's name.
    public Map<String, Verdict.Kind> campaigns() {
        return campaigns;
    }

    /// The verdict on each flaw asked about.
    public Map<CveId, Verdict.Kind> flaws() {
        return flaws;
    }

    /// Whether the vendor still makes updates for it; null where the product is not known.
    public @Nullable SupportState support() {
        return support;
    }

    /// Flaws that must be counted as open.
    public List<CveId> open() {
        return open;
    }

    /// Flaws that the evidence does not decide.
    public List<CveId> undecided() {
        return undecided;
    }

    /// Whether everything asked is fixed or does not apply.
    public boolean settledSafe() {
        return settledSafe;
    }
}
