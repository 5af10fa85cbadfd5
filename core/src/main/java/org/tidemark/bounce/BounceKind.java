// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.Locale;

/// What a mail that came back is, for one recipient; the gravest first.
public enum BounceKind {
    /// It failed for good.
    BOUNCE_HARD,
    /// It failed for now, or is late.
    BOUNCE_SOFT,
    /// A machine answered: a vacation, a ticket system, a challenge.
    AUTO_REPLY,
    /// A report of success, a complaint, a receipt, a person's answer, anything else.
    OTHER;

    /// The name in answers.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
