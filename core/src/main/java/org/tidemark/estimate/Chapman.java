// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

/// How many there are, from two lists that were made apart: the more both have in common, the fewer are on neither.
///
/// Chapman 1951: N̂ = (n₁+1)(n₂+1)/(m+1) − 1, with the variance of Seber 1970,
/// (n₁+1)(n₂+1)(n₁−m)(n₂−m)/((m+1)²(m+2)). Band by Chao 1987: log-normal in the number that nobody saw, so that
/// it never
/// lies below what was seen.
///
/// Holds where each server is as likely to be on a list whether or not it is on the other. Scanners share lists of
/// networks that they leave out, so that for them this is a *lower bound*.
///
/// @param seen how many are on at least one list
public record Chapman(double estimate, double standardError, Band band, long seen) {
    /// @param first how many the first list has
    /// @param second how many the second list has
    /// @param both how many are on both
    /// @throws IllegalArgumentException where a number is negative or more are on both than on one
    public static Chapman of(long first, long second, long both) {
        if (both < 0 || both > Math.min(first, second)) {
            throw new IllegalArgumentException(both + " on both of lists of " + first + " and " + second);
        }
        double m = both + 1.0;
        double product = (first + 1.0) * (second + 1.0);
        double estimate = product / m - 1;
        double variance = product * (first - both) * (second - both) / (m * m * (m + 1));
        long seen = first + second - both;
        double unseen = estimate - seen;
        if (unseen <= 0) {
            return new Chapman(seen, Math.sqrt(variance), new Band(seen, seen), seen);
        }
        double factor = Math.exp(Band.Z * Math.sqrt(Math.log1p(variance / (unseen * unseen))));
        return new Chapman(
                estimate, Math.sqrt(variance), new Band(seen + unseen / factor, seen + unseen * factor), seen);
    }
}
