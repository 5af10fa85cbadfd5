// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tidemark.app.report.PlainText;
import org.tidemark.app.report.TrendDrawing;
import org.tidemark.track.Point;

/// A population over time, for people at a terminal.
final class TrendText {
    private static final int ROWS = 16;
    private static final int WIDEST = 100;
    private static final int MOST_DAYS = 32;
    private static final int MOST_GROUPS = 20;
    private static final int LONGEST_GROUP = 40;
    private static final int WIDE_TABLE = 80;
    /// What the other columns of the groups take.
    private static final int OTHER_COLUMNS = 48;

    private final PrintWriter out;
    private final Terminal terminal;
    private final TrendResult result;
    private final TrendWords words;
    private final boolean unicode;

    /// @param unicode whether the terminal shows more than ASCII
    TrendText(Answer answer, TrendResult result, boolean unicode) {
        this.out = answer.people();
        this.terminal = answer.terminal();
        this.result = result;
        this.words = new TrendWords(result);
        this.unicode = unicode;
    }

    void print(TrendDrawing drawing) {
        var open = result.whole(Point.Series.OPEN);
        if (open.isEmpty()) {
            out.println(words.nobody());
            return;
        }
        out.println(terminal.paint(Terminal.Ink.STRONG, words.title()));
        out.println();
        if (open.size() > 1) {
            TrendChart.lines(drawing, Math.min(terminal.width(), WIDEST), ROWS, unicode)
                    .forEach(out::println);
            out.println();
        }
        days(open);
        if (result.isDivided()) {
            out.println();
            groups();
        }
        out.println();
        words.sentences()
                .forEach(sentence ->
                        Terminal.wrap(Terminal.safe(sentence), terminal.width()).forEach(out::println));
    }

    private void days(List<Point> open) {
        var wide = new Table("DAY", "EXPOSED", "VULNERABLE", "PATCHED", "MITIGATED", "UNKNOWN", "GONE", "NOT COVERED");
        var narrow = new Table("DAY", "EXPOSED", "VULNERABLE", "PATCHED", "UNKNOWN", "GONE");
        for (var point : thinned(open)) {
            var cells = words.day(point);
            wide.row(Terminal.Ink.STRONG, cells.toArray(String[]::new));
            narrow.row(
                    Terminal.Ink.STRONG,
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    cells.get(3),
                    cells.get(5),
                    cells.get(6));
        }
        (terminal.width() < WIDE_TABLE ? narrow : wide).print(out, terminal, -1);
    }

    /// Not more days than a screen holds: the first, the last, those with a break, and some between.
    private List<Point> thinned(List<Point> points) {
        int step = (points.size() + MOST_DAYS - 1) / MOST_DAYS;
        var some = new ArrayList<Point>();
        for (int i = 0; i < points.size(); i++) {
            if (i % step == 0
                    || i == points.size() - 1
                    || words.isBreak(points.get(i).date())) {
                some.add(points.get(i));
            }
        }
        return some;
    }

    private void groups() {
        var all = words.groups();
        var table = new Table(
                result.by().toUpperCase(Locale.ROOT),
                "EXPOSED",
                "VULNERABLE",
                "SHARE",
                "PATCHED",
                terminal.width() < WIDE_TABLE ? "HALF IN" : "HALF PATCHED IN");
        int longest = Math.min(LONGEST_GROUP, Math.max(12, terminal.width() - OTHER_COLUMNS));
        for (var point : all.stream().limit(MOST_GROUPS).toList()) {
            var cells = new ArrayList<>(words.group(point));
            cells.set(0, PlainText.cut(Terminal.safe(cells.getFirst()), longest, "..."));
            table.row(Terminal.Ink.STRONG, cells.toArray(String[]::new));
        }
        table.print(out, terminal, -1);
        if (all.size() > MOST_GROUPS) {
            out.println("and " + (all.size() - MOST_GROUPS) + " more; --json and --csv have them all.");
        }
    }
}
