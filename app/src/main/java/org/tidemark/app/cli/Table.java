// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A table for people. Every column but the last is as wide as its longest cell; the last one is wrapped to what is
/// left of the line, so that a narrow terminal shows everything.
final class Table {
    private static final int GAP = 2;
    private static final int LEAST_LAST = 20;

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Terminal.Ink> inks = new ArrayList<>();

    Table(String... head) {
        this.head = List.of(head);
    }

    void row(Terminal.Ink ink, String... cells) {
        rows.add(List.of(cells).stream().map(Terminal::safe).toList());
        inks.add(ink);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /// @param inkColumn the column that is painted
    void print(PrintWriter out, Terminal terminal, int inkColumn) {
        var widths = new int[head.size()];
        for (int c = 0; c < widths.length; c++) {
            int column = c;
            widths[c] = Math.max(
                    head.get(c).length(),
                    rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0));
        }
        int left = 0;
        for (int c = 0; c < widths.length - 1; c++) {
            left += widths[c] + GAP;
        }
        int last = Math.max(LEAST_LAST, terminal.width() - left);
        line(out, terminal, head, widths, last, -1, Terminal.Ink.STRONG);
        for (int r = 0; r < rows.size(); r++) {
            line(out, terminal, rows.get(r), widths, last, inkColumn, inks.get(r));
        }
    }

    private static void line(
            PrintWriter out,
            Terminal terminal,
            List<String> cells,
            int[] widths,
            int last,
            int inkColumn,
            Terminal.Ink ink) {
        var text = new StringBuilder();
        int indent = 0;
        for (int c = 0; c < cells.size() - 1; c++) {
            var padded = String.format("%-" + (widths[c] + GAP) + "s", cells.get(c));
            text.append(c == inkColumn ? terminal.paint(ink, padded) : padded);
            indent += widths[c] + GAP;
        }
        var wrapped = Terminal.wrap(cells.getLast(), last);
        text.append(wrapped.getFirst());
        out.println(text.toString().stripTrailing());
        for (var more : wrapped.subList(1, wrapped.size())) {
            out.println(" ".repeat(indent) + more);
        }
    }
}
