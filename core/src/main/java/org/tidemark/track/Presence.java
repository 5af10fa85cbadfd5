// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

/// Whether a server was there on a day.
///
/// A store keeps it as a number: 0 seen, 1 missed once, 2 gone, and 4 more where no scan of the day covered it, so that
/// a server that was missed once and then not covered is not forgotten to have been missed.
public enum Presence {
    SEEN,
    /// A scan that covered it missed it once.
    MISSED,
    /// Two in a row did.
    GONE,
    /// No scan of the day covered it.
    NOT_COVERED;

    private static final int MISSES = 3;
    private static final int UNCOVERED = 4;

    /// Reads what a store keeps.
    public static Presence of(int kept) {
        if ((kept & MISSES) == 2) {
            return GONE;
        }
        return (kept & UNCOVERED) != 0 ? NOT_COVERED : kept == 0 ? SEEN : MISSED;
    }
}
