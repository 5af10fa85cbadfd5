// SPDX-License-Identifier: Apache-2.0
package org.tidemark.export;

import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Assessment;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Rule;
import org.tidemark.advisory.Verdict;

/// A verdict on one flaw with what a reader elsewhere needs of its proof.
///
/// @param rule the rule that it follows from; null where nothing that was seen could be judged
/// @param fix the update that closes it; null where none is known, or where the flaw is not open
/// @param reason one or two sentences
/// @param nextStep what to do now; null where nothing is to be done
public record Flaw(
        CveId cve,
        Verdict.Kind verdict,
        @Nullable Rule rule,
        Verdict.@Nullable FixedIn fix,
        String reason,
        @Nullable String nextStep) {

    /// A verdict as the assessor gave it.
    public static Flaw of(Assessment assessment, Verdict.Kind verdict) {
        var fix = assessment.verdict() instanceof Verdict.Vulnerable vulnerable ? vulnerable.fix() : null;
        return new Flaw(assessment.cve(), verdict, assessment.rule(), fix, assessment.reason(), assessment.nextStep());
    }
}
