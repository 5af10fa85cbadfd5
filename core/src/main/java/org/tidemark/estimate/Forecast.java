// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import java.util.Optional;

/// How many will be left after a while, if what happened lately goes on. Never without its band and its assumption.
///
/// λ̂ = d/T, d events in T server-days of the last phase; left are V e^(−λ̂h). On the scale of the logarithm
/// its variance
/// is (hλ̂)²/d, what d events say of λ (Poisson), and (1−s)/(Vs), how V servers scatter that each stay with s =
/// e^(−λ̂h).
///
/// @param horizon how far ahead, in the caller's unit of time
/// @param left how many are expected to be left
/// @param rate λ̂
/// @param assumption what must hold, as a sentence
public record Forecast(double horizon, double left, Band band, double rate, String assumption) {
    /// With fewer events the rate is not known to within a factor of two.
    private static final int FEWEST_EVENTS = 10;
    /// Further ahead than the phase was long, nothing that was seen speaks of it.
    private static final double FURTHEST = 1;

    /// @param now how many are left now
    /// @param events how many fell in the last phase
    /// @param serverDays how long all that were left in it were watched in it, summed
    /// @param phase how long it was
    /// @return empty where too little is known: under ten events, nobody left, or a horizon longer than the phase
    /// @throws IllegalArgumentException where a number is negative or a time is none
    public static Optional<Forecast> of(long now, long events, double serverDays, double phase, double horizon) {
        if (now < 0 || events < 0 || !(serverDays >= 0) || !(phase > 0) || !(horizon > 0)) {
            throw new IllegalArgumentException("a forecast from " + now + ", " + events + " events in " + serverDays
                    + " over " + phase + " to " + horizon);
        }
        if (now == 0 || events < FEWEST_EVENTS || serverDays == 0 || horizon > FURTHEST * phase) {
            return Optional.empty();
        }
        double rate = events / serverDays;
        double stay = Math.exp(-rate * horizon);
        double fall = rate * horizon;
        double spread = Band.Z * Math.sqrt(fall * fall / events + (1 - stay) / (now * stay));
        double left = (double) now * stay;
        var band = new Band(left * Math.exp(-spread), left * Math.exp(spread)).within(0, (double) now);
        return Optional.of(new Forecast(horizon, left, band, rate, assumption(events, phase)));
    }

    private static String assumption(long events, double phase) {
        return "Assumes that servers go on to be patched at the rate of the last " + words(phase) + " (" + events
                + " events), and that no new ones come; the band holds what chance does to these, not a change of"
                + " pace.";
    }

    private static String words(double days) {
        return days == 1
                ? "day"
                : (days == Math.rint(days) ? Long.toString((long) days) : Double.toString(days)) + " days";
    }
}
