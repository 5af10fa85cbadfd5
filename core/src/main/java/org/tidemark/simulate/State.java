// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

import java.util.Locale;

/// What is true of a server on a day.
public enum State {
    VULNERABLE,
    PATCHED,
    MITIGATED,
    /// Not on the net that day.
    GONE;

    /// The word for it in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
