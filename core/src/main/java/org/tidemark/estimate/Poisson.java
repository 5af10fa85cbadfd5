// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

/// How many events there might have been where so many were seen.
final class Poisson {
    private Poisson() {}

    /// Byar's approximation to the exact limits (Breslow and Day 1987, 2.3): within half a percent from one
    /// event on.
    static Band band(long events) {
        if (events < 0) {
            throw new IllegalArgumentException(events + " events");
        }
        double lower = events == 0 ? 0 : limit((double) events, -1);
        return new Band(Math.max(0, lower), limit(events + 1.0, 1));
    }

    private static double limit(double events, int side) {
        return events * Math.pow(1 - 1 / (9 * events) + side * Band.Z / (3 * Math.sqrt(events)), 3);
    }
}
