// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

/// xᵀ V⁻ x, where V is a covariance that may lack rank, as that of numbers with a fixed sum always does.
///
/// Gauss's elimination with the greatest variance first; what is left without variance is a sum of the others and adds
/// nothing. Any generalised inverse gives the same value for an x in the span of V.
///
/// @param rank how many of the numbers are free
record QuadraticForm(double value, int rank) {
    /// A variance below this share of the greatest is rounding.
    private static final double NONE = 1e-10;

    static QuadraticForm of(double[][] covariance, double[] x) {
        int size = x.length;
        var v = new double[size][];
        for (int i = 0; i < size; i++) {
            v[i] = covariance[i].clone();
        }
        var rest = x.clone();
        var used = new boolean[size];
        double least = NONE * greatest(v, used).variance();
        double value = 0;
        int rank = 0;
        for (var pivot = greatest(v, used); pivot.variance() > least; pivot = greatest(v, used)) {
            int p = pivot.index();
            used[p] = true;
            rank++;
            value += rest[p] * rest[p] / v[p][p];
            for (int i = 0; i < size; i++) {
                if (!used[i]) {
                    double factor = v[i][p] / v[p][p];
                    rest[i] -= factor * rest[p];
                    for (int j = 0; j < size; j++) {
                        v[i][j] -= factor * v[p][j];
                    }
                }
            }
        }
        return new QuadraticForm(value, rank);
    }

    private static Pivot greatest(double[][] v, boolean[] used) {
        var greatest = new Pivot(-1, 0);
        for (int i = 0; i < used.length; i++) {
            if (!used[i] && v[i][i] > greatest.variance()) {
                greatest = new Pivot(i, v[i][i]);
            }
        }
        return greatest;
    }

    private record Pivot(int index, double variance) {}
}
