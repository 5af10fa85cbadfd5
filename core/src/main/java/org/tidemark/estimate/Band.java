// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

/// Where a number lies with a confidence of 95 %.
///
/// @param upper may be infinite: the data give no upper end
public record Band(double lower, double upper) {
    /// The two-sided 95 % point of the normal distribution.
    static final double Z = 1.959963984540054;

    /// @throws IllegalArgumentException where an end is no number or the lower one is above the upper
    public Band {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("a band from " + lower + " to " + upper);
        }
    }

    /// The same band without what lies outside two limits.
    public Band within(double least, double most) {
        return new Band(Math.clamp(lower, least, most), Math.clamp(upper, least, most));
    }

    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
