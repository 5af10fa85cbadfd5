// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

/// Chance that depends on nothing but the seed and the question: who is asked, on which day, about what. So the
/// order of
/// questions does not matter, and the same seed gives the same population on every machine.
///
/// The mixing is that of SplitMix64 (Steele, Lea and Flood, 2014).
record Dice(long seed) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    long bits(Draw draw, long who, long when) {
        long z = mix(seed + GOLDEN * draw.number());
        z = mix(z + GOLDEN * (who + 1));
        return mix(z + GOLDEN * (when + 1));
    }

    /// At least 0 and below 1.
    double uniform(Draw draw, long who, long when) {
        return (bits(draw, who, when) >>> 11) * UNIT;
    }

    boolean happens(double chance, Draw draw, long who, long when) {
        return uniform(draw, who, when) < chance;
    }

    /// At least 0 and below `bound`.
    int below(int bound, Draw draw, long who, long when) {
        return (int) (uniform(draw, who, when) * bound);
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
