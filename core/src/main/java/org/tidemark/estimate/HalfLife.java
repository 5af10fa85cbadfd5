// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How long it takes until half is left: of a whole curve its median, of a phase ln 2 / λ.
///
/// Between two counts of the same population λ = ln(Va/Vb)/Δt. One such rate seldom fits a whole campaign: a fast head
/// and a slow tail are the rule, so it is given phase by phase.
///
/// @param days in the unit of time that the caller counts in
/// @param band null where the data give none; its upper end may be infinite
public record HalfLife(double days, @Nullable Band band) {
    /// The median of a curve, with its band; empty where more than half is left.
    public static Optional<HalfLife> median(KaplanMeier curve) {
        var median = curve.median();
        return median.isEmpty()
                ? Optional.empty()
                : Optional.of(new HalfLife(median.getAsDouble(), curve.medianBand()));
    }

    /// The half-life of one phase.
    public static HalfLife of(Phase phase) {
        return new HalfLife(
                Math.log(2) / phase.rate(),
                new Band(
                        Math.log(2) / phase.rateBand().upper(),
                        phase.rateBand().lower() <= 0
                                ? Double.POSITIVE_INFINITY
                                : Math.log(2) / phase.rateBand().lower()));
    }

    /// A time over which a number fell from one count to another.
    ///
    /// @param rate λ, a share of what is left for each unit of time
    /// @param rateBand from the binomial variance of ln(Vb/Va) = 1/Vb − 1/Va, which is right for a fixed cohort
    /// whose
    ///     members act alone. For counts by different scans it is too narrow: it knows nothing of what they missed
    public record Phase(double from, double to, double before, double after, double rate, Band rateBand) {}

    /// @param before how many were left at `from`; more than `after`, both above zero
    /// @return empty where nothing fell or nothing was left, since then there is no half-life
    /// @throws IllegalArgumentException where the phase has no length or a count is negative
    public static Optional<Phase> phase(double from, double before, double to, double after) {
        if (!(from < to) || !(before >= 0) || !(after >= 0)) {
            throw new IllegalArgumentException("a phase from " + before + " at " + from + " to " + after + " at " + to);
        }
        if (after == 0 || after >= before) {
            return Optional.empty();
        }
        double length = to - from;
        double fall = Math.log(before / after);
        double spread = Band.Z * Math.sqrt(1 / after - 1 / before);
        return Optional.of(new Phase(
                from,
                to,
                before,
                after,
                fall / length,
                new Band(Math.max(0, fall - spread) / length, (fall + spread) / length)));
    }
}
