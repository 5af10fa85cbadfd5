// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of one answer for a spreadsheet: those of its main type on standard output, problems on standard error.
///
/// The first row gives the columns. Objects become `fix.kb`, lists are joined with a blank. A cell that a spreadsheet
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
    public void write(Row row) {
        if (row.type().equals("problem")) {
            err.println(Problems.sentence(row));
            return;
        }
        if (row.type().equals("summary")) {
            return;
        }
        var cells = new LinkedHashMap<String, String>();
        flatten("", row.fields(), cells);
        if (mainType == null) {
            mainType = row.type();
            columns = List.copyOf(cells.keySet());
            line(columns);
        }
        if (row.type().equals(mainType)) {
            line(columns.stream().map(c -> cells.getOrDefault(c, "")).toList());
        }
    }

    private static void flatten(String prefix, Map<?, ?> fields, Map<String, String> cells) {
        fields.forEach((key, value) -> {
            var name = prefix + key;
            switch (value) {
                case Map<?, ?> map -> flatten(name + ".", map, cells);
                case Iterable<?> list -> {
                    var parts = new ArrayList<String>();
                    list.forEach(item -> parts.add(String.valueOf(item)));
                    cells.put(name, String.join(" ", parts));
                }
                case null -> cells.put(name, "");
                default -> cells.put(name, value.toString());
            }
        });
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
