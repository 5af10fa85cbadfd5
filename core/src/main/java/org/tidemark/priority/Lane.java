// SPDX-License-Identifier: Apache-2.0
package org.tidemark.priority;

import java.util.Locale;

/// Kinds of work, in the order in which they are done.
public enum Lane {
    /// There is evidence that somebody got in.
    INCIDENT,
    /// Something is open.
    REMEDIATE,
    /// The evidence does not decide whether something is.
    CLARIFY;

    /// The name in answers, `incident`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
