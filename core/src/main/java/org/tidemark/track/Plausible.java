// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

/// Whether a change that one source reports of many servers at once can be believed.
///
/// In the fastest wave on record, March 2021, a quarter of the vulnerable servers were patched in a day. A source that
/// sees more than three fifths of them change in a day has most likely changed itself.
public final class Plausible {
    private static final int FEWEST = 50;
    private static final double LEFT_AFTER_A_DAY = 0.4;

    private static final double LEAST_OF_BEFORE = 0.75;
    /// So many can really vanish at once, from however small a population.
    private static final int FEW = 5;

    private Plausible() {}

    /// Whether a scan that says it asked everything can have: it saw most of what it saw before. A quarter of a
    /// population does not vanish from one scan to the next.
    ///
    /// @param before how many servers the source saw when it last was whole; 0 where it never looked
    public static boolean isWhole(int before, int seen) {
        return before - seen <= FEW || seen >= before * LEAST_OF_BEFORE;
    }

    /// @param servers how many servers of one state the source saw
    /// @param changed how many of them it saw in the opposite one
    /// @param days days since the source looked before, at least 1
    public static boolean isIt(int servers, int changed, long days) {
        return servers < FEWEST || changed <= servers * (1 - Math.pow(LEFT_AFTER_A_DAY, (double) Math.max(days, 1)));
    }
}
