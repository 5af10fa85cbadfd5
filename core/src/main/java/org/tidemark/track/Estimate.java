// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Band;

/// One number that is concluded and not counted, with how sure it is.
///
/// @param band null where the data give none
/// @param words how it was come by and what it assumes, as a sentence
/// @param doubtful whether what it assumes does not hold here, so that it tells people nothing
public record Estimate(
        String name,
        String group,
        double value,
        @Nullable Band band,
        String unit,
        String method,
        String words,
        boolean doubtful) {
    Estimate(String name, String group, double value, @Nullable Band band, String unit, String method, String words) {
        this(name, group, value, band, unit, method, words, false);
    }
}
