// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import org.tidemark.adapter.BadRecord;

/// How much the records of a chunk may unfold to. Templates and values can be used again and again, so that without a
/// bound 64 KiB could unfold to more than memory holds, or keep a processor busy for hours.
final class Allowance {
    /// A record of nothing but an array of bytes, each of them an element, needs half of it; usual ones a
    /// thousandth.
    private static final int OF_RECORD = 2 << 20;

    private static final int OF_CHUNK = 4 * OF_RECORD;

    /// As many are copied in the time of one step.
    private static final int CHARACTERS_COPIED = 16;

    private int ofChunk = OF_CHUNK;
    private int ofRecord;

    void nextRecord() {
        ofRecord = Math.min(OF_RECORD, ofChunk);
    }

    /// @param units characters of text, or steps of work
    void spend(int units) throws BadRecord {
        ofRecord -= units;
        ofChunk = Math.max(0, ofChunk - units);
        if (ofRecord < 0) {
            ofRecord = 0;
            throw new BadRecord("This record unfolds to more than a chunk of a log can hold.", ChunkBytes.CURE);
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
