// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.List;

/// Writes the rows of an answer in the order in which they come.
public interface RowWriter extends AutoCloseable {
    void write(Row row);

    /// Says beforehand which rows are the answer and what a table of them shows. A form that gives all rows as they
    /// are has no use for it.
    ///
    /// @param type of the rows
    /// @param names of the columns, `field` or `field.part`
    default void columns(String type, List<String> names) {}

    /// Writes what is still held back and flushes; does not close the stream below.
    @Override
    void close();
}
