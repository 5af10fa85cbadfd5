// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

/// Something happened after one time and not after another: patched between the last scan that saw it vulnerable and
/// the first that saw it patched.
///
/// @param left it had not happened then
/// @param right it had happened then; infinite where it was never seen to have happened
/// @param weight how many there are of this kind
public record Interval(double left, double right, long weight) {
    /// @throws IllegalArgumentException where the interval (left, right] is empty or begins nowhere, or nobody
    /// is in it
    public Interval {
        if (!Double.isFinite(left) || !(left < right)) {
            throw new IllegalArgumentException("nothing lies in (" + left + ", " + right + "]");
        }
        if (weight < 1) {
            throw new IllegalArgumentException("a weight of " + weight);
        }
    }

    public static Interval between(double left, double right) {
        return new Interval(left, right, 1);
    }

    /// Had not happened when it was last looked at.
    public static Interval after(double left) {
        return new Interval(left, Double.POSITIVE_INFINITY, 1);
    }

    public Interval times(long more) {
        return new Interval(left, right, Math.multiplyExact(weight, more));
    }
}
