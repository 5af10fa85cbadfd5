// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A verdict on one flaw with everything that a reader needs to check it.
///
/// @param cve the flaw
/// @param verdict the verdict and its proof
/// @param rule the rule that it follows from
/// @param reason one or two sentences for a person
/// @param nextStep what to do now; null where nothing is to be done
/// @param sources who says so
public record Assessment(
        CveId cve,
        Verdict verdict,
        Rule rule,
        String reason,
        @Nullable String nextStep,
        List<String> sources) {
    public Assessment {
        sources = List.copyOf(sources);
    }

    public Verdict.Kind kind() {
        return verdict.kind();
    }

    Assessment withSources(List<String> others) {
        return new Assessment(cve, verdict, rule, reason, nextStep, others);
    }

    Assessment withNextStep(String other) {
        return new Assessment(cve, verdict, rule, reason, other, sources);
    }

    Assessment withReason(String other) {
        return new Assessment(cve, verdict, rule, other, nextStep, sources);
    }
}
