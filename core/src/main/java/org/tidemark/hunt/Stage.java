// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

/// How far an intruder got. The order is that of the grades: the later, the worse.
public enum Stage {
    /// No record of any source that the campaign's rules read lies in the campaign's window, or no log can show it.
    NOT_ASSESSABLE,
    /// Looked at least at part of the window, and nothing hit.
    NO_EVIDENCE,
    /// A checker or scanner asked.
    PROBED,
    /// Tried and refused, or only the harmless first step.
    ATTEMPTED,
    /// The flaw let a request through.
    EXPLOITED,
    /// Something that keeps access was left.
    IMPLANTED,
    /// What was left was used.
    USED;

    /// Whether a record can show it: the first two say what records did not show.
    public boolean isShown() {
        return compareTo(PROBED) >= 0;
    }
}
