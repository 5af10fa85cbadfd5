// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

import java.time.temporal.ChronoUnit;

/// Which share of a population is vulnerable on a day: through the published points, and between two of them falling by
/// the same factor each day.
final class Curve {
    private final int[] days;
    private final double[] shares;
    private final double halfLifeAfter;

    Curve(Scenario scenario) {
        int count = scenario.curve().size();
        days = new int[count];
        shares = new double[count];
        halfLifeAfter = scenario.halfLifeAfter();
        for (int i = 0; i < count; i++) {
            var point = scenario.curve().get(i);
            days[i] = (int) ChronoUnit.DAYS.between(scenario.begins(), point.day());
            shares[i] = (double) point.vulnerable() / scenario.universe();
        }
    }

    /// @param day counted from the day on which the scenario begins
    double share(int day) {
        int last = days.length - 1;
        if (day >= days[last]) {
            return shares[last] * StrictMath.pow(0.5, (day - days[last]) / halfLifeAfter);
        }
        int next = 0;
        while (days[next] <= day) {
            next++;
        }
        int from = Math.max(next - 1, 0);
        double way = next == from ? 0 : (double) (day - days[from]) / (days[next] - days[from]);
        return shares[from] * StrictMath.pow(shares[next] / shares[from], way);
    }
}
