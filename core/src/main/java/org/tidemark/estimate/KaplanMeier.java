// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The share that an event has not yet happened to, from times that are known or cut off.
///
/// Kaplan and Meier 1958: S(t) = Π (1 − d/n) over the event times up to t, d events among n watched. Variance by
/// Greenwood 1926: S² Σ d/(n(n−d)). Band on the scale of log(−log S), Kalbfleisch and Prentice 1980, which stays inside
/// 0 and 1 without being cut. All events of whatever cause count; see [AalenJohansen] for several.
///
/// For times that lie anywhere between two scans far apart this is biased; see [Turnbull].
public final class KaplanMeier {
    private final RiskTable table;
    private final List<Step> steps;

    private KaplanMeier(RiskTable table, List<Step> steps) {
        this.table = table;
        this.steps = List.copyOf(steps);
    }

    /// One fall of the curve.
    ///
    /// @param atRisk how many were watched just before
    /// @param events how many of them it happened to
    /// @param survival the share left after
    /// @param standardError Greenwood's; NaN where nobody is left, since then it is not defined
    /// @param band null where nobody is left
    public record Step(
            double time,
            long atRisk,
            long events,
            double survival,
            double standardError,
            @Nullable Band band) {}

    /// @param spells may be empty: then the curve has no step
    public static KaplanMeier of(Collection<Spell> spells) {
        var table = RiskTable.of(spells);
        var steps = new ArrayList<Step>();
        double survival = 1;
        double greenwood = 0;
        for (var row : table.rows()) {
            long events = row.events();
            if (events == 0) {
                continue;
            }
            long left = row.atRisk() - events;
            survival *= (double) left / row.atRisk();
            greenwood += events / ((double) row.atRisk() * left);
            double error = left == 0 || survival == 0 ? Double.NaN : survival * Math.sqrt(greenwood);
            steps.add(new Step(row.time(), row.atRisk(), events, survival, error, band(survival, error)));
        }
        return new KaplanMeier(table, steps);
    }

    static @Nullable Band band(double survival, double error) {
        if (Double.isNaN(error) || survival <= 0 || survival >= 1) {
            return null;
        }
        double spread = Band.Z * error / (survival * -Math.log(survival));
        return new Band(Math.pow(survival, Math.exp(spread)), Math.pow(survival, Math.exp(-spread))).within(0, 1);
    }

    /// The falls of the curve, by time.
    public List<Step> steps() {
        return steps;
    }

    /// The share left at a time; an event of that very time has happened.
    public double survivalAt(double time) {
        double survival = 1;
        for (var step : steps) {
            if (step.time() > time) {
                break;
            }
            survival = step.survival();
        }
        return survival;
    }

    /// The first time at which half or less is left; empty where more than half is.
    public OptionalDouble median() {
        return steps.stream()
                .filter(step -> step.survival() <= HALF)
                .mapToDouble(Step::time)
                .findFirst();
    }

    /// The band of the median, Brookmeyer and Crowley 1982: the times at which the ends of the curve's band pass a
    /// half. Its upper end is infinite where the upper end of the curve's band never does. Empty where the
    /// lower never
    /// does.
    public @Nullable Band medianBand() {
        var from = crossing(true);
        return from.isEmpty()
                ? null
                : new Band(from.getAsDouble(), crossing(false).orElse(Double.POSITIVE_INFINITY));
    }

    /// A product of fractions may miss the half by its last bits.
    private static final double HALF = 0.5 + 1e-12;

    private OptionalDouble crossing(boolean lower) {
        for (var step : steps) {
            var band = step.band();
            double end = band == null ? step.survival() : lower ? band.lower() : band.upper();
            // Where nobody is left there is no band, and its upper end has not passed anything.
            if (end <= HALF && (band != null || lower)) {
                return OptionalDouble.of(step.time());
            }
        }
        return OptionalDouble.empty();
    }

    /// Until when anything was watched; empty without a spell.
    public OptionalDouble watchedUntil() {
        return table.rows().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(table.rows().getLast().time());
    }

    /// How many were watched at a time.
    long atRiskAt(double time) {
        return table.watchedAt(time);
    }

    /// What happened in (from, to]: events, and the sum of the hazards d/n (Nelson and Aalen).
    Tail between(double from, double to) {
        long events = 0;
        double hazard = 0;
        for (var step : steps) {
            if (step.time() > from && step.time() <= to) {
                events += step.events();
                hazard += (double) step.events() / step.atRisk();
            }
        }
        return new Tail(events, hazard);
    }

    record Tail(long events, double hazard) {}
}
