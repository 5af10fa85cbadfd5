// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A CSV file with a header row. Lines that begin with `#` are comments.
///
/// @param rows its rows; those whose number of values is wrong have been reported and are left out
record CsvTable(List<Row> rows) {
    private static final CsvTable NOTHING = new CsvTable(List.of());

    /// A row, whose cells are asked for by column.
    record Row(String file, long line, Map<String, Integer> columns, List<String> fields) {
        Cell cell(String column) {
            var index = columns.get(column);
            return index == null ? Cell.absent(file, line, column) : Cell.of(file, line, column, fields.get(index));
        }
    }

    /// The records of a file before anybody asks for columns.
    ///
    /// @param broken what kept the parser from reading on after the last record; null where it read all
    record Raw(List<Line> records, @Nullable String broken) {}

    /// One record.
    ///
    /// @param line its first line, from 1
    record Line(long line, List<String> fields) {}

    /// Reads a file of the pack. A file that is not there has no rows.
    ///
    /// @param known all columns that it has, in their usual order
    static CsvTable read(PackContent content, String name, List<String> known, Faults faults) {
        var raw = content.syntax().records(name, faults);
        return raw == null ? NOTHING : new Reading(content.display(name), known, faults).table(raw);
    }

    /// Parses a file, on whatever thread; null where there is none or it is no text, which has then been reported.
    static @Nullable Raw parse(PackContent content, String name, Faults faults) {
        var text = content.text(name, faults);
        return text == null ? null : parse(text);
    }

    /// A table that is read by itself, apart from the rest of its pack.
    static CsvTable of(String file, String text, List<String> known, Faults faults) {
        return new Reading(file, known, faults).table(parse(text));
    }

    private static Raw parse(String text) {
        var records = new ArrayList<Line>();
        try {
            CsvReader.builder()
                    .commentStrategy(CommentStrategy.SKIP)
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)
                    .forEach(record -> records.add(new Line(record.getStartingLineNumber(), record.getFields())));
            return new Raw(records, null);
        } catch (CsvParseException e) {
            return new Raw(records, deepest(e));
        }
    }

    private static String deepest(Throwable fault) {
        var cause = fault.getCause();
        return cause == null ? String.valueOf(fault.getMessage()) : deepest(cause);
    }

    private static final class Reading {
        private final String file;
        private final List<String> known;
        private final Faults faults;
        private final Map<String, Integer> columns = new HashMap<>();
        private final List<Row> rows = new ArrayList<>();
        private int width;
        private long line = 1;

        Reading(String file, List<String> known, Faults faults) {
            this.file = file;
            this.known = known;
            this.faults = faults;
        }

        CsvTable table(Raw raw) {
            for (var record : raw.records()) {
                line = record.line();
                if (width == 0) {
                    header(record.fields());
                } else {
                    row(record.fields());
                }
            }
            if (raw.broken() != null) {
                faults.at(
                        file,
                        line,
                        "The file cannot be read as CSV after this line: " + raw.broken() + ".",
                        "Check the quotes of the lines that follow.");
            } else if (width == 0) {
                faults.in(file, "The file has no header row.", "Begin it with " + String.join(",", known) + ".");
            }
            return new CsvTable(rows);
        }

        private void header(List<String> fields) {
            width = fields.size();
            for (int i = 0; i < width; i++) {
                var column = fields.get(i).strip();
                if (!known.contains(column)) {
                    faults.at(
                            file,
                            line,
                            "The column `" + column + "` is unknown.",
                            "The columns are " + String.join(", ", known) + ".");
                } else if (columns.putIfAbsent(column, i) != null) {
                    faults.at(file, line, "The column `" + column + "` is there twice.", "Take one out.");
                }
            }
            for (var column : known) {
                if (!columns.containsKey(column)) {
                    faults.at(file, line, "The column `" + column + "` is missing.", "Add it; its cells may be empty.");
                }
            }
        }

        private void row(List<String> fields) {
            if (fields.size() == width) {
                rows.add(new Row(file, line, columns, fields));
                return;
            }
            faults.at(
                    file,
                    line,
                    "The row has " + fields.size() + " values, the header " + width + ".",
                    "Put values that hold a comma into double quotes, and write every comma.");
        }
    }
}
