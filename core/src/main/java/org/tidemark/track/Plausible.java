// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

/// Whether a change that one source reports of many servers at once can be believed.
///
/// In the fastest wave on record, March 2021, a quarter of the vulnerable servers were patched in a day. A source that
/// sees more than three fifths of them change in a day has most likely changed itself.
public final class Plausible {
    private static final int FEWEST = 50;
    private static final double LEFT_AFTER_A_DAY = 0.4;

    private Plausible() {}

    /// @param servers how many servers of one state the source saw
    /// @param changed how many of them it saw in the opposite one
    /// @param days days since the source looked before, at least 1
    public static boolean isIt(int servers, int changed, long days) {
        return servers < FEWEST || changed <= servers * (1 - Math.pow(LEFT_AFTER_A_DAY, (double) Math.max(days, 1)));
    }
}
