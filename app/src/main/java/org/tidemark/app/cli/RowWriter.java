// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

/// Writes the rows of an answer in the order in which they come.
public interface RowWriter extends AutoCloseable {
    void write(Row row);

    /// Writes what is still held back and flushes; does not close the stream below.
    @Override
    void close();
}
