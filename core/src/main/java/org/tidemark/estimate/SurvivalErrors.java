// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The standard errors of the shares left after each innermost interval: from the inverse of the observed
/// information of
/// the masses that are not zero (Sun 2001), whose sum is one.
///
/// Right where all are looked at on the same few days, as by scans of a population: then the masses are those of a
/// multinomial of fixed size. Where every server had days of its own, they grow in number with the data, and this is
/// rough.
final class SurvivalErrors {
    /// The matrix is inverted, which takes the cube of this.
    private static final int MOST = 400;

    private SurvivalErrors() {}

    /// @return by innermost interval; NaN where nothing can be said
    static double[] of(Likelihood likelihood, double[] masses) {
        var errors = new double[masses.length];
        Arrays.fill(errors, Double.NaN);
        var places =
                IntStream.range(0, masses.length).filter(j -> masses[j] > 0).toArray();
        int free = places.length - 1;
        if (free < 1 || masses.length > MOST) {
            return errors;
        }
        var root = root(reduced(likelihood.information(masses), places));
        if (root.length == 0) {
            return errors;
        }
        // The variance of a sum is the length of what solves root · x = (1, …, 1, 0, …).
        for (int j = 0; j < free; j++) {
            errors[places[j]] = Math.sqrt(squared(root, j));
        }
        return errors;
    }

    /// The information of all masses but the last, which is one minus their sum.
    private static double[][] reduced(double[][] information, int[] places) {
        int free = places.length - 1;
        int last = places[free];
        var reduced = new double[free][free];
        for (int j = 0; j < free; j++) {
            for (int l = 0; l < free; l++) {
                reduced[j][l] = information[places[j]][places[l]]
                        - information[places[j]][last]
                        - information[last][places[l]]
                        + information[last][last];
            }
        }
        return reduced;
    }

    /// Cholesky's lower triangle; empty where the masses cannot be told apart.
    private static double[][] root(double[][] matrix) {
        int size = matrix.length;
        var root = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row][column];
                for (int k = 0; k < column; k++) {
                    rest -= root[row][k] * root[column][k];
                }
                if (row == column && rest <= 1e-12 * matrix[row][row]) {
                    return new double[0][];
                }
                root[row][column] = row == column ? Math.sqrt(rest) : rest / root[column][column];
            }
        }
        return root;
    }

    private static double squared(double[][] root, int last) {
        var solved = new double[root.length];
        double sum = 0;
        for (int row = 0; row < root.length; row++) {
            double rest = row <= last ? 1 : 0;
            for (int k = 0; k < row; k++) {
                rest -= root[row][k] * solved[k];
            }
            solved[row] = rest / root[row][row];
            sum += solved[row] * solved[row];
        }
        return sum;
    }
}
