// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.Locale;

/// Numbers as people read them.
final class Figures {
    private static final int PER_CENT = 100;

    /// The smallest share that is told from nothing by one decimal.
    private static final double LEAST = 0.001;

    private Figures() {}

    /// With commas between the thousands.
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// A share in per cent. What is not whole does not read as if it were, nor what is something as nothing.
    static String percent(double share) {
        if (share > 0 && share < LEAST) {
            return "< 0.1 %";
        }
        return share < 1 && share > 1 - LEAST ? "> 99.9 %" : String.format(Locale.ROOT, "%.1f %%", share * PER_CENT);
    }
}
