// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

/// How many servers are in which state at the end of a day.
///
/// @param notCovered how many of those that are not gone no scan of that day covered; they keep their last state and
///     stand in that number as well
public record Stocks(int vulnerable, int patched, int mitigated, int unknown, int gone, int notCovered) {
    public static final Stocks NONE = new Stocks(0, 0, 0, 0, 0, 0);

    public Stocks {
        if (vulnerable < 0 || patched < 0 || mitigated < 0 || unknown < 0 || gone < 0 || notCovered < 0) {
            throw new IllegalArgumentException("a number of servers is not negative");
        }
        if (notCovered > vulnerable + patched + mitigated + unknown) {
            throw new IllegalArgumentException("more servers are not covered than are there");
        }
    }

    /// All that were ever seen.
    public int servers() {
        return exposed() + gone;
    }

    /// All that are there.
    public int exposed() {
        return vulnerable + patched + mitigated + unknown;
    }
}
