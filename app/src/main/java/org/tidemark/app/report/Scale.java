// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The numbers of an axis that begins at zero: round ones, and a whole number of steps to its top.
public record Scale(double step, int steps) {
    /// @param greatest the greatest number that must have a place
    /// @param most how many steps there may be
    public static Scale to(double greatest, int most) {
        if (!(greatest >= 0) || Double.isInfinite(greatest) || most < 1) {
            throw new IllegalArgumentException("an axis to " + greatest + " in " + most + " steps");
        }
        // Servers are counted whole, so no step is below one.
        for (double power = 1; ; power *= 10) {
            for (double digit : new double[] {1, 2, 5}) {
                double step = digit * power;
                if (Math.ceil(greatest / step) <= most) {
                    return new Scale(step, (int) Math.max(1, Math.ceil(greatest / step)));
                }
            }
        }
    }

    public double top() {
        return step * steps;
    }

    /// Where a number lies, from 0 at the bottom to 1.
    public double place(double value) {
        return Math.clamp(value / top(), 0.0, 1.0);
    }

    /// The numbers at the steps, from zero.
    public List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        for (int i = 0; i <= steps; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    public static String label(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
