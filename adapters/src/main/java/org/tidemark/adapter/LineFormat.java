// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

/// A format with one record a line, each readable without the others: files of it are read in parallel pieces.
public non-sealed interface LineFormat extends Format {
    /// Reads one line, without its line break. Called from several threads at once.
    ///
    /// @throws BadRecord where the line cannot be read; other lines still are
    void read(byte[] bytes, int from, int to, Position position, Sink sink) throws BadRecord;

    /// Whether a line without any needle may stay unread when only known servers are wanted: text stands in its
    /// records as the server sent it.
    default boolean skipsByNeedles() {
        return false;
    }

    /// Whether a line that stays unread looks whole: a record that is cut off must be told also where nobody
    /// needs it.
    ///
    /// @param to after the last byte, the line break left out; `from` is before it
    default boolean plausible(byte[] bytes, int from, int to) {
        return true;
    }

    /// Where a line stands.
    ///
    /// @param offset the byte offset of its start in the unpacked file
    record Position(String file, long line, long offset) {}
}
