// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;

/// One way in which evidence for a hunt is written down.
public interface EvidenceFormat {
    /// How surely a file of this content is of this format; the surest wins.
    ///
    /// @param origin where the file came from: some evidence is told by where it lay
    Format.Claim claim(Head head, Origin origin);

    /// Whether a file of this place is of this format whatever its content looks like, packed or not: an intruder
    /// chooses what a file begins with, and the server goes by its name.
    default boolean owns(Origin origin) {
        return false;
    }

    /// Whether it reads a file byte by byte, so that nothing may be decoded before.
    default boolean wantsBytes() {
        return false;
    }

    /// Reads a whole file. What cannot be read goes to the sink as a problem; what follows is still read.
    ///
    /// @throws BadRecord where nothing after the place can be read; what was given to the sink before stands
    /// @throws IOException where the file itself cannot be read on
    void read(Document document, EvidenceSink sink) throws IOException, BadRecord;
}
