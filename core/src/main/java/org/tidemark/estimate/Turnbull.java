// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The share that an event has not yet happened to, where of each event only an interval (L, R] is known.
///
/// Turnbull 1976: the likelihood can only be raised by mass on the *innermost intervals*, those from a left end to the
/// next end where that is a right one; the masses are the fixed point of p_j ← (1/n) Σ_i α_ij p_j / Σ_k α_ik
/// p_k. Inside
/// an innermost interval nothing says when. What is never seen to happen puts mass on an interval without end.
///
/// Equal intervals are counted, not repeated: 400,000 servers that were scanned thirty times are a few hundred rows.
///
/// @param steps the innermost intervals with mass, by time
/// @param logLikelihood natural logarithm, summed over the weights
/// @param rounds how many steps of the iteration were needed
/// @param converged whether the fixed point was reached: masses move by less than 1e-12, and no mass anywhere would
///     raise the mean log likelihood by more than 1e-9; false where the limit of rounds came first
public record Turnbull(List<Step> steps, double logLikelihood, int rounds, boolean converged) {
    public Turnbull {
        steps = List.copyOf(steps);
    }

    /// @param left open end
    /// @param right closed end; may be infinite
    /// @param mass the share to which it happened in here
    /// @param survivalAfter the share to which it has not happened at `right`
    /// @param standardError of that share, from the observed information (Sun 2001), which is right where all
    /// are looked at on the
    ///     same few days; NaN
    ///     after the last interval, and where the data do not tell
    /// @param band of that share on the scale of log(−log S); null where there is no standard error
    public record Step(
            double left,
            double right,
            double mass,
            double survivalAfter,
            double standardError,
            @Nullable Band band) {}

    /// @param intervals may be empty: then there is no step
    public static Turnbull of(Collection<Interval> intervals) {
        var likelihood = Likelihood.of(intervals);
        if (likelihood.size() == 0) {
            return new Turnbull(List.of(), 0, 0, true);
        }
        var maximum = FixedPoint.of(likelihood);
        var masses = maximum.masses();
        var steps = new ArrayList<Step>();
        var errors = SurvivalErrors.of(likelihood, masses);
        double left = 1;
        int last = likelihood.size() - 1;
        for (int j = 0; j <= last; j++) {
            double mass = masses[j];
            // What is left after the last interval is nothing, not the rounding of a sum.
            left = j == last ? 0 : Math.max(0, left - mass);
            if (mass > 0) {
                steps.add(new Step(
                        likelihood.left(j),
                        likelihood.right(j),
                        mass,
                        left,
                        errors[j],
                        KaplanMeier.band(left, errors[j])));
            }
        }
        return new Turnbull(steps, likelihood.log(masses), maximum.rounds(), maximum.converged());
    }

    /// Between which shares the curve lies at a time: one value outside the innermost intervals and at their
    /// ends, the
    /// range from the curve's values at both ends within, where nothing says how it falls.
    public Band survivalAt(double time) {
        double before = 1;
        for (var step : steps) {
            if (time <= step.left()) {
                return new Band(before, before);
            }
            if (time < step.right()) {
                return new Band(step.survivalAfter(), before);
            }
            before = step.survivalAfter();
        }
        return new Band(before, before);
    }

    /// The first time at which half or less is surely left; empty where that is not seen.
    public OptionalDouble median() {
        return steps.stream()
                .filter(step -> step.survivalAfter() <= 0.5 + 1e-9 && Double.isFinite(step.right()))
                .mapToDouble(Step::right)
                .findFirst();
    }
}
