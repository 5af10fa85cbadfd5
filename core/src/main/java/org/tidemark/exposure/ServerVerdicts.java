// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.SupportState;
import org.tidemark.advisory.Verdict;

/// The verdicts on one server.
///
/// @param campaigns the worst verdict over each campaign's flaws, by the campaign's name
/// @param flaws the verdict on each flaw asked about
/// @param support whether the vendor still makes updates for it; null where the product is not known
public record ServerVerdicts(
        Map<String, Verdict.Kind> campaigns,
        Map<CveId, Verdict.Kind> flaws,
        @Nullable SupportState support) {
    public ServerVerdicts {
        campaigns = Collections.unmodifiableMap(new LinkedHashMap<>(campaigns));
        flaws = Collections.unmodifiableMap(new LinkedHashMap<>(flaws));
    }

    /// Flaws that must be counted as open.
    public List<CveId> open() {
        return flaws.entrySet().stream()
                .filter(entry -> entry.getValue().isOpen())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Flaws that the evidence does not decide.
    public List<CveId> undecided() {
        return flaws.entrySet().stream()
                .filter(entry -> !entry.getValue().isOpen() && !entry.getValue().isSettledSafe())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether everything asked is fixed or does not apply.
    public boolean settledSafe() {
        return flaws.values().stream().allMatch(Verdict.Kind::isSettledSafe)
                && campaigns.values().stream().allMatch(Verdict.Kind::isSettledSafe);
    }
}
