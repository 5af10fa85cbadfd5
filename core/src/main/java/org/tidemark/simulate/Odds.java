// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

import java.util.Arrays;

/// Picks one of several by their weights.
final class Odds {
    private final double[] upTo;

    Odds(double... weights) {
        upTo = weights.clone();
        for (int i = 1; i < upTo.length; i++) {
            upTo[i] += upTo[i - 1];
        }
        if (upTo.length == 0 || !(upTo[upTo.length - 1] > 0)) {
            throw new IllegalArgumentException("weights need a sum above 0");
        }
    }

    /// @param chance at least 0 and below 1
    int pick(double chance) {
        int found = Arrays.binarySearch(upTo, chance * upTo[upTo.length - 1]);
        return Math.min(found >= 0 ? found + 1 : -found - 1, upTo.length - 1);
    }

    /// The share of the first `count` together.
    double shareBefore(int count) {
        return count == 0 ? 0 : upTo[count - 1] / upTo[upTo.length - 1];
    }
}
