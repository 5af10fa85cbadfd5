// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.TreeSet;

/// The likelihood of masses on the innermost intervals, given intervals in which something happened.
///
/// Innermost intervals do not overlap, so each given interval holds a run of them, and sums over a run are differences
/// of running sums: a step of the iteration costs as much as there are distinct intervals, however long the runs.
final class Likelihood {
    private static final Comparator<Interval> BY_ENDS =
            Comparator.comparingDouble(Interval::left).thenComparingDouble(Interval::right);

    private final double[] lefts;
    private final double[] rights;
    /// The run of each distinct interval: the first of it, and the first behind it.
    private final int[] from;

    private final int[] to;
    private final double[] weights;
    private final double total;

    private Likelihood(double[] lefts, double[] rights, int[] from, int[] to, double[] weights) {
        this.lefts = lefts;
        this.rights = rights;
        this.from = from;
        this.to = to;
        this.weights = weights;
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        this.total = sum;
    }

    static Likelihood of(Collection<Interval> intervals) {
        var counts = new TreeMap<Interval, Long>(BY_ENDS);
        intervals.forEach(interval -> counts.merge(interval, interval.weight(), Math::addExact));
        var leftEnds = new TreeSet<Double>();
        var rightEnds = new TreeSet<Double>();
        for (var interval : counts.keySet()) {
            leftEnds.add(interval.left());
            rightEnds.add(interval.right());
        }
        // From a left end to the next end of any kind, where that is a right one.
        var innermost = new TreeMap<Double, Double>();
        for (double left : leftEnds) {
            var right = rightEnds.higher(left);
            var nextLeft = leftEnds.higher(left);
            if (right != null && (nextLeft == null || right <= nextLeft)) {
                innermost.put(left, right);
            }
        }
        var lefts = toArray(innermost.keySet());
        var rights = toArray(innermost.values());
        int rows = counts.size();
        var from = new int[rows];
        var to = new int[rows];
        var weights = new double[rows];
        int i = 0;
        for (var row : counts.entrySet()) {
            from[i] = firstNotBelow(lefts, row.getKey().left());
            to[i] = firstAbove(rights, row.getKey().right());
            weights[i++] = row.getValue();
        }
        return new Likelihood(lefts, rights, from, to, weights);
    }

    private static double[] toArray(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int firstNotBelow(double[] sorted, double value) {
        int i = Arrays.binarySearch(sorted, value);
        return i < 0 ? -i - 1 : i;
    }

    private static int firstAbove(double[] sorted, double value) {
        int i = Arrays.binarySearch(sorted, value);
        return i < 0 ? -i - 1 : i + 1;
    }

    /// How many innermost intervals there are.
    int size() {
        return lefts.length;
    }

    double left(int j) {
        return lefts[j];
    }

    double right(int j) {
        return rights[j];
    }

    /// How the mean log likelihood would rise by mass at each place: 1 where the masses are right, less where there
    /// should be none.
    double[] slope(double[] masses) {
        var sums = runningSums(masses);
        var change = new double[masses.length + 1];
        for (int i = 0; i < weights.length; i++) {
            double share = weights[i] / (sums[to[i]] - sums[from[i]]);
            change[from[i]] += share;
            change[to[i]] -= share;
        }
        var slope = new double[masses.length];
        double now = 0;
        for (int j = 0; j < masses.length; j++) {
            now += change[j];
            slope[j] = now / total;
        }
        return slope;
    }

    double log(double[] masses) {
        var sums = runningSums(masses);
        double log = 0;
        for (int i = 0; i < weights.length; i++) {
            log += weights[i] * Math.log(sums[to[i]] - sums[from[i]]);
        }
        return log;
    }

    /// The observed information: how sharply the log likelihood bends, for each pair of places.
    double[][] information(double[] masses) {
        var sums = runningSums(masses);
        int size = masses.length;
        // Each interval adds the same to a square, so only its corners are marked, and then summed up.
        var bend = new double[size + 1][size + 1];
        for (int i = 0; i < weights.length; i++) {
            double share = sums[to[i]] - sums[from[i]];
            double add = weights[i] / (share * share);
            bend[from[i]][from[i]] += add;
            bend[from[i]][to[i]] -= add;
            bend[to[i]][from[i]] -= add;
            bend[to[i]][to[i]] += add;
        }
        for (int row = 0; row <= size; row++) {
            for (int column = 0; column <= size; column++) {
                bend[row][column] += (row > 0 ? bend[row - 1][column] : 0)
                        + (column > 0 ? bend[row][column - 1] : 0)
                        - (row > 0 && column > 0 ? bend[row - 1][column - 1] : 0);
            }
        }
        return bend;
    }

    private static double[] runningSums(double[] masses) {
        var sums = new double[masses.length + 1];
        for (int j = 0; j < masses.length; j++) {
            sums[j + 1] = sums[j] + masses[j];
        }
        return sums;
    }
}
