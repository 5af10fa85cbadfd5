// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.fault.Problem;

/// A CSV file with a header: values are asked for by the name of their column, so order and additions do not matter.
///
/// Before the header may stand a `#TYPE` line, which Windows PowerShell's Export-Csv writes, and a `sep=` line of
/// spreadsheets. Commas, semicolons and tabs are understood, by what the header uses.
public final class CsvTable {
    private final Map<String, Integer> columns;

    private CsvTable(Map<String, Integer> columns) {
        this.columns = columns;
    }

    /// What a reader does with a row.
    @FunctionalInterface
    public interface RowReading {
        void read(Row row) throws BadRecord;
    }

    /// One row. Blank values are null.
    public final class Row {
        private final CsvRows.Row row;

        private Row(CsvRows.Row row) {
            this.row = row;
        }

        /// Where the row begins.
        public Problem.Place place() {
            return row.place();
        }

        /// The line on which the row begins, from 1.
        public @Nullable Long line() {
            return row.place().line();
        }

        public @Nullable String get(String column) {
            var index = columns.get(column);
            if (index == null) {
                return null;
            }
            var value = row.fields().get(index).strip();
            return value.isEmpty() ? null : value;
        }
    }

    /// The columns that a file's beginning shows, lower case, in no order; empty where it is no table.
    public static Set<String> columnsOf(Head head) {
        var header = head.text()
                .lines()
                .filter(line -> !line.isBlank() && !isPreface(line))
                .findFirst()
                .orElse("");
        var fields = CsvLine.split(header, CsvLine.separatorOf(header));
        return fields == null ? Set.of() : Set.copyOf(indexed(fields).keySet());
    }

    /// Reads all rows after the header; a row that cannot be read becomes a problem.
    public static void read(Document document, Sink sink, RowReading reading) throws IOException {
        var rows = new CsvRows(document, sink);
        try {
            var header = header(rows);
            char separator = CsvLine.separatorOf(header);
            var names = rows.next(separator);
            if (names != null) {
                new CsvTable(indexed(names.fields()))
                        .read(rows, separator, names.fields().size(), reading);
            }
        } catch (Budget.LimitReached e) {
            throw e;
        } catch (IOException e) {
            sink.problem(InputReader.unreadable(rows.reached(), e));
        }
    }

    private static String header(CsvRows rows) throws IOException {
        var header = rows.peek();
        while (header != null && isPreface(header)) {
            rows.drop();
            header = rows.peek();
        }
        return header == null ? "" : header;
    }

    private void read(CsvRows rows, char separator, int width, RowReading reading) throws IOException {
        for (var row = rows.next(separator); row != null; row = rows.next(separator)) {
            try {
                checkWidth(row, width);
                reading.read(new Row(row));
            } catch (BadRecord e) {
                rows.problem(row, e);
            }
        }
    }

    /// A row of another width has lost or gained a separator, and nothing says where.
    private static void checkWidth(CsvRows.Row row, int width) throws BadRecord {
        int found = row.fields().size();
        if (found != width) {
            var cutOff = found < width && !row.ended() ? " The file ends in the middle of it." : "";
            throw new BadRecord(
                    "This row has " + found + " values, the header names " + width + " columns." + cutOff,
                    "Take the file from its source again; the other rows were read.");
        }
    }

    private static boolean isPreface(String line) {
        return line.startsWith("#TYPE") || line.startsWith("sep=");
    }

    private static Map<String, Integer> indexed(List<String> names) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(names.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }
}
