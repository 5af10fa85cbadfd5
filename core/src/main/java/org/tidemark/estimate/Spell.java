// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

/// The time for which something was watched, and how that ended.
///
/// @param entry watched only after this time (left truncation: a server first seen late says nothing of the time
///     before); negative infinity where it was there from the beginning
/// @param exit when the watching ended
/// @param cause why: [#CENSORED], or the number of an event, from 1
/// @param weight how many there are of this kind
public record Spell(double entry, double exit, int cause, long weight) {
    /// The watching ended, and nothing had happened.
    public static final int CENSORED = 0;
    /// The event, where there is only one.
    public static final int EVENT = 1;

    /// @throws IllegalArgumentException where the spell has no length or no end, or nobody is in it
    public Spell {
        if (!Double.isFinite(exit) || !(entry < exit)) {
            throw new IllegalArgumentException("a spell from " + entry + " to " + exit);
        }
        if (cause < CENSORED) {
            throw new IllegalArgumentException("no cause has the number " + cause);
        }
        if (weight < 1) {
            throw new IllegalArgumentException("a weight of " + weight);
        }
    }

    public static Spell ended(double exit) {
        return ended(exit, EVENT);
    }

    public static Spell ended(double exit, int cause) {
        return new Spell(Double.NEGATIVE_INFINITY, exit, cause, 1);
    }

    public static Spell censored(double exit) {
        return ended(exit, CENSORED);
    }

    /// The same, first seen at a time.
    public Spell seenSince(double time) {
        return new Spell(time, exit, cause, weight);
    }

    public Spell times(long more) {
        return new Spell(entry, exit, cause, Math.multiplyExact(weight, more));
    }
}
