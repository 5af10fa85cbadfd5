// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// The rows of one answer for a spreadsheet: those of its main type on standard output, problems on standard error.
///
/// The first row gives the type and the columns, unless the command named them. Objects become `fix.kb`, or one cell
/// `key=value; key=value` where a column is named after them; lists are joined with a blank. A cell that a spreadsheet
/// would take for a formula gets an apostrophe before it, and what a terminal would obey becomes `?`.
public final class CsvRows implements RowWriter {
    private final PrintWriter out;
    private final PrintWriter err;
    private @Nullable String mainType;
    private List<String> columns = List.of();

    public CsvRows(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void columns(String type, List<String> names) {
        mainType = type;
        columns = List.copyOf(names);
        line(columns);
    }

    @Override
    public void write(Row row) {
        if (row.type().equals("problem")) {
            err.println(Problems.sentence(row));
            return;
        }
        if (row.type().equals("summary")) {
            return;
        }
        if (mainType != null && !row.type().equals(mainType)) {
            return;
        }
        var cells = new LinkedHashMap<String, String>();
        flatten("", row.fields(), cells);
        if (mainType == null) {
            columns(row.type(), List.copyOf(cells.keySet()));
        }
        line(columns.stream().map(c -> cells.getOrDefault(c, "")).toList());
    }

    private void flatten(String prefix, Map<?, ?> fields, Map<String, String> cells) {
        fields.forEach((key, value) -> {
            var name = prefix + key;
            if (value instanceof Map<?, ?> map && !columns.contains(name)) {
                flatten(name + ".", map, cells);
            } else {
                cells.put(name, text(value));
            }
        });
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map -> {
                var parts = new StringJoiner("; ");
                map.forEach((key, part) -> {
                    var words = text(part);
                    if (!words.isEmpty()) {
                        parts.add(key + "=" + words);
                    }
                });
                yield parts.toString();
            }
            case Iterable<?> list -> {
                var parts = new StringJoiner(" ");
                list.forEach(item -> parts.add(text(item)));
                yield parts.toString();
            }
            default -> value.toString();
        };
    }

    private void line(List<String> cells) {
        out.print(String.join(",", cells.stream().map(CsvRows::quoted).toList()));
        out.print("\r\n");
    }

    /// RFC 4180 quoting, after the apostrophe against formulas (OWASP, CSV injection). Rows are looked at in a
    /// terminal as well as in a spreadsheet.
    static String quoted(String text) {
        var cell = Terminal.safe(text);
        var safe = !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        out.flush();
        err.flush();
    }
}
