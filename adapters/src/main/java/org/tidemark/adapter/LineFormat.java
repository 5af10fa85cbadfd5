// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.List;

/// A format with one record a line, each readable without the others: files of it are read in parallel pieces.
public non-sealed interface LineFormat extends Format {
    /// Reads one line, without its line break. Called from several threads at once.
    ///
    /// @throws BadRecord where the line cannot be read; other lines still are
    void read(byte[] bytes, int from, int to, Position position, Sink sink) throws BadRecord;

    /// Byte strings of which at least one is in every line that any pack could recognise, compared without case for
    /// ASCII letters; empty where every line must be read. A caller that only wants known servers may skip the others.
    default List<String> needles() {
        return List.of();
    }

    /// Where a line stands.
    ///
    /// @param offset the byte offset of its start in the unpacked file
    record Position(String file, long line, long offset) {}
}
