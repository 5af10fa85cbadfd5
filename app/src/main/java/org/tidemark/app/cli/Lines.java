// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table whose rows are written as they come. The widths are given; the last column is wrapped to what is left of
/// the line. Painting comes after wrapping, since colour takes no room.
final class Lines {
    private static final int GAP = 2;
    private static final int LEAST_LAST = 24;

    private final PrintWriter out;
    private final Terminal terminal;
    private final int[] widths;

    /// @param widths of all columns but the last
    Lines(PrintWriter out, Terminal terminal, int... widths) {
        this.out = out;
        this.terminal = terminal;
        this.widths = widths.clone();
    }

    void head(String... cells) {
        write(Terminal.Ink.STRONG, List.of(), cells);
    }

    void row(String... cells) {
        write(null, List.of(), cells);
    }

    /// A word of a cell that is painted wherever it stands in the last column.
    record Paint(String word, Terminal.Ink ink) {}

    void row(List<Paint> paints, String... cells) {
        write(null, paints, cells);
    }

    private void write(Terminal.@Nullable Ink all, List<Paint> paints, String... cells) {
        var line = new StringBuilder();
        int indent = 0;
        for (int c = 0; c < widths.length; c++) {
            indent += widths[c] + GAP;
            line.append(Terminal.safe(cells[c]));
            // A cell that is longer than its column pushes the others to the next line.
            if (line.length() > indent - GAP) {
                out.println(painted(line.toString(), all, List.of()));
                line.setLength(0);
            }
            line.append(" ".repeat(indent - line.length()));
        }
        var wrapped =
                Terminal.wrap(Terminal.safe(cells[widths.length]), Math.max(LEAST_LAST, terminal.width() - indent));
        out.println(painted((line + wrapped.getFirst()).stripTrailing(), all, paints));
        for (var more : wrapped.subList(1, wrapped.size())) {
            out.println(painted(" ".repeat(indent) + more, all, paints));
        }
    }

    private String painted(String text, Terminal.@Nullable Ink all, List<Paint> paints) {
        if (!terminal.colour()) {
            return text;
        }
        if (all != null) {
            return terminal.paint(all, text);
        }
        var painted = text;
        for (var paint : paints) {
            painted = painted.replace(paint.word(), terminal.paint(paint.ink(), paint.word()));
        }
        return painted;
    }
}
