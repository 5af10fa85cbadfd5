// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import org.tidemark.advisory.Verdict;

/// What a server that is there is to a campaign, in a letter. Strings of them are what a store keeps.
public final class Letter {
    public static final char VULNERABLE = 'V';
    public static final char PATCHED = 'P';
    public static final char MITIGATED = 'M';
    public static final char UNKNOWN = 'U';
    /// Not counted: the campaign's product is not there, or does not have the flaws.
    public static final char OUTSIDE = 'X';

    private Letter() {}

    /// What the worst verdict over a campaign's flaws makes of a server.
    static char of(Verdict.Kind worst) {
        return switch (worst) {
            case VULNERABLE, ASSUMED_VULNERABLE -> VULNERABLE;
            case DEPENDS_ON_SETTING, UNKNOWN, NOT_LISTED -> UNKNOWN;
            case FIXED -> PATCHED;
            case NOT_APPLICABLE -> OUTSIDE;
        };
    }
}
