// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

/// How many servers became vulnerable, and how many that were are no longer, since the day before.
///
/// @param fresh first seen, and vulnerable
/// @param fromUnknown were seen before and undecided
/// @param regressed were patched or mitigated
/// @param reappeared were gone
/// @param patched were vulnerable, are patched; likewise the next three
public record Flows(
        int fresh,
        int fromUnknown,
        int regressed,
        int reappeared,
        int patched,
        int mitigated,
        int gone,
        int toUnknown) {
    public static final Flows NONE = new Flows(0, 0, 0, 0, 0, 0, 0, 0);

    /// By how much the number of vulnerable servers changed.
    public int net() {
        return fresh + fromUnknown + regressed + reappeared - patched - mitigated - gone - toUnknown;
    }
}
