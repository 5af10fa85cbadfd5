// SPDX-License-Identifier: Apache-2.0
package org.tidemark.export;

import org.tidemark.advisory.Verdict;

/// Where a product stands to a flaw, in the four words of an exchange of vulnerability status (VEX; CSAF 2.0, 3.2.3.9).
public enum Standing {
    AFFECTED,
    FIXED,
    /// Somebody states that it does not have the flaw. Never inferred.
    NOT_AFFECTED,
    UNDER_INVESTIGATION;

    /// Whatever is not decided is under investigation: a reader takes *not affected* for the end of the matter.
    public static Standing of(Verdict.Kind verdict) {
        return switch (verdict) {
            case VULNERABLE, ASSUMED_VULNERABLE -> AFFECTED;
            case FIXED -> FIXED;
            case NOT_APPLICABLE -> NOT_AFFECTED;
            case UNKNOWN, DEPENDS_ON_SETTING, NOT_LISTED -> UNDER_INVESTIGATION;
        };
    }
}
