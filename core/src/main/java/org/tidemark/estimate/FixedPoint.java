// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import java.util.Arrays;

/// The masses that make a likelihood greatest.
///
/// The self-consistency iteration (EM) creeps where masses go to zero, so every third step is extrapolated from the two
/// before it: SQUAREM, Varadhan and Roland 2008, third scheme. A leap that lowers the likelihood is not taken.
final class FixedPoint {
    private static final int MOST_ROUNDS = 300_000;
    private static final double STILL = 1e-12;
    private static final double FLAT = 1e-9;
    /// Less than this much of everything, where more would lower the likelihood, is nothing.
    private static final double NOTHING = 1e-9;

    private final double[] masses;
    private final int rounds;
    private final boolean converged;

    private FixedPoint(double[] masses, int rounds, boolean converged) {
        this.masses = masses;
        this.rounds = rounds;
        this.converged = converged;
    }

    double[] masses() {
        return masses.clone();
    }

    /// Steps of the plain iteration that were made.
    int rounds() {
        return rounds;
    }

    boolean converged() {
        return converged;
    }

    static FixedPoint of(Likelihood likelihood) {
        var masses = new double[likelihood.size()];
        Arrays.fill(masses, 1.0 / masses.length);
        int rounds = 0;
        boolean settled = false;
        while (!settled && rounds < MOST_ROUNDS) {
            var once = step(likelihood, masses);
            var twice = step(likelihood, once);
            rounds += 3;
            settled = isSettled(likelihood, once, twice);
            masses = settled ? twice : step(likelihood, leap(likelihood, masses, once, twice));
        }
        return new FixedPoint(withoutNothing(likelihood, masses), rounds, settled);
    }

    private static double[] step(Likelihood likelihood, double[] masses) {
        var next = likelihood.slope(masses);
        double sum = 0;
        for (int j = 0; j < next.length; j++) {
            next[j] *= masses[j];
            sum += next[j];
        }
        for (int j = 0; j < next.length; j++) {
            next[j] /= sum;
        }
        return next;
    }

    private static boolean isSettled(Likelihood likelihood, double[] before, double[] now) {
        for (int j = 0; j < now.length; j++) {
            if (Math.abs(now[j] - before[j]) > STILL) {
                return false;
            }
        }
        return Arrays.stream(likelihood.slope(now)).allMatch(slope -> slope <= 1 + FLAT);
    }

    private static double[] leap(Likelihood likelihood, double[] start, double[] once, double[] twice) {
        double first = 0;
        double second = 0;
        for (int j = 0; j < start.length; j++) {
            double r = once[j] - start[j];
            double v = twice[j] - once[j] - r;
            first += r * r;
            second += v * v;
        }
        if (second == 0) {
            return twice;
        }
        double length = Math.min(-1, -Math.sqrt(first / second));
        var leap = new double[start.length];
        double sum = 0;
        for (int j = 0; j < start.length; j++) {
            double r = once[j] - start[j];
            double v = twice[j] - once[j] - r;
            // A mass of zero could never grow again, so a leap makes it small at most.
            leap[j] = Math.max(start[j] - 2 * length * r + length * length * v, twice[j] / 1000);
            sum += leap[j];
        }
        for (int j = 0; j < leap.length; j++) {
            leap[j] /= sum;
        }
        return likelihood.log(leap) >= likelihood.log(twice) ? leap : twice;
    }

    private static double[] withoutNothing(Likelihood likelihood, double[] masses) {
        var slope = likelihood.slope(masses);
        double sum = 0;
        for (int j = 0; j < masses.length; j++) {
            if (masses[j] < NOTHING && slope[j] < 1 - NOTHING) {
                masses[j] = 0;
            }
            sum += masses[j];
        }
        for (int j = 0; j < masses.length; j++) {
            masses[j] /= sum;
        }
        return masses;
    }
}
