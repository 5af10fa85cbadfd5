// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import org.tidemark.adapter.BadRecord;

/// How much the records of one chunk may unfold to. Templates and values can be used again and again, so that without
/// a bound 64 KiB could unfold to more than memory holds.
final class Allowance {
    /// Sound chunks stay below a tenth of it: 64 KiB of values, and some tokens for each.
    private static final int UNITS = 4 << 20;

    /// As many are copied in the time of one step.
    private static final int CHARACTERS_COPIED = 16;

    private int left = UNITS;

    /// @param units characters of text, or steps of work
    void spend(int units) throws BadRecord {
        left -= units;
        if (left < 0) {
            left = 0;
            throw new BadRecord(
                    "The records of this chunk unfold to more than a chunk can hold; this one was left out.",
                    ChunkBytes.CURE);
        }
    }

    /// Both texts as one. Many small ones cost far more to join than they are long, so that the copying counts too.
    String join(String one, String other) throws BadRecord {
        if (one.isEmpty()) {
            return other;
        }
        spend(1 + one.length() / CHARACTERS_COPIED);
        return one + other;
    }
}
