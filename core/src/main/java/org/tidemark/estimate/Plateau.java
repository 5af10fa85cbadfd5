// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import java.util.Optional;

/// The share that is left where a curve has become flat: servers that nobody is going to patch (a cure fraction the
/// other way round).
///
/// The share is the curve's last value, as Maller and Zhou 1992 estimate it. That is only a plateau where the watching
/// went on for long after the curve had stopped falling. Decided here by the last quarter of the time watched, counted
/// from the first fall: with a confidence of 97.5 % (upper limit of a Poisson count)
///
/// - no more than a tenth of those left falls in it, and
/// - its rate is no more than a fifth of the rate before it.
///
/// The first keeps out curves that are still falling, the second those that always fell slowly. Few servers can never
/// meet them, and then nothing is said.
///
/// @param share of all
/// @param band that of the curve at its end
/// @param since when the flat part began that was looked at
/// @param decision how that was decided, as a sentence
public record Plateau(double share, Band band, double since, String decision) {
    private static final double WINDOW = 0.25;
    private static final double MOST_LOST = 0.1;
    private static final double MOST_OF_RATE = 0.2;

    /// Empty where the curve is not flat at its end, or too little is known to say so.
    public static Optional<Plateau> of(KaplanMeier curve) {
        var steps = curve.steps();
        var until = curve.watchedUntil();
        if (steps.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        double end = until.getAsDouble();
        double begin = steps.getFirst().time();
        double since = end - WINDOW * (end - begin);
        // The first fall has no length of its own; the rate before is that of the falls over the time since it.
        var before = curve.between(Double.NEGATIVE_INFINITY, since);
        var after = curve.between(since, end);
        long left = curve.atRiskAt(end);
        var last = steps.getLast();
        var band = last.band();
        if (!(begin < since) || left == 0 || band == null) {
            return Optional.empty();
        }
        double watched = after.events() == 0 ? left : after.events() / after.hazard();
        double most = Poisson.band(after.events()).upper() / watched;
        boolean flat = 1 - Math.exp(-most) <= MOST_LOST
                && most / (end - since) <= MOST_OF_RATE * before.hazard() / (since - begin);
        return flat
                ? Optional.of(new Plateau(last.survival(), band, since, decision(after.events(), left, most)))
                : Optional.empty();
    }

    private static String decision(long events, long left, double most) {
        return "In the last quarter of the time watched " + events + " of those left fell, " + left
                + " were still watched at its end, and at most "
                + Math.ceil(1000 * (1 - Math.exp(-most))) / 10
                + " % of them may have been about to, with a confidence of 97.5 %.";
    }
}
