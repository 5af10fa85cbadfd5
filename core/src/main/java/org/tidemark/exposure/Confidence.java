// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.util.Locale;

/// How much an observation proves about the build.
public enum Confidence {
    /// Four parts, first-hand.
    HIGH,
    /// Three parts, or second-hand.
    MEDIUM,
    /// The product or its presence only, or a suspected trap.
    LOW,
    NONE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
