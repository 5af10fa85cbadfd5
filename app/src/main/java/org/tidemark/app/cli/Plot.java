// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.LocalDate;
import org.tidemark.app.report.Days;
import org.tidemark.app.report.Scale;
import org.tidemark.app.report.TrendDrawing;

/// The cells of a chart on a terminal: what stands in each, and dots inside them (two across, four down, as braille has
/// them).
final class Plot {
    /// A line of dots and not of a letter.
    static final char DOTTED = 0;

    private static final int BRAILLE = 0x2800;
    /// Bit of each dot, by row and column inside its cell.
    private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final int width;
    private final int height;
    private final Days days;
    private final Scale scale;
    private final boolean unicode;
    private final int[][] dots;
    /// What stands behind the line, and what stands before it; 0 for nothing.
    private final char[][] behind;

    private final char[][] before;

    Plot(int width, int height, Days days, Scale scale, boolean unicode) {
        this.width = width;
        this.height = height;
        this.days = days;
        this.scale = scale;
        this.unicode = unicode;
        this.dots = new int[height][width];
        this.behind = new char[height][width];
        this.before = new char[height][width];
    }

    int width() {
        return width;
    }

    Days days() {
        return days;
    }

    Scale scale() {
        return scale;
    }

    int column(LocalDate day) {
        return (int) Math.round(days.place(day) * (width - 1));
    }

    int row(double value) {
        return (int) Math.round((1 - scale.place(value)) * (height - 1));
    }

    /// Where an estimate lies from one day to another, straight between them.
    void band(TrendDrawing.Span from, TrendDrawing.Span to) {
        int first = column(from.date());
        int last = column(to.date());
        for (int column = first; column <= last; column++) {
            double along = last == first ? 0 : (double) (column - first) / (last - first);
            int lowest = row(from.lower() + along * (to.lower() - from.lower()));
            for (int row = row(from.upper() + along * (to.upper() - from.upper())); row <= lowest; row++) {
                behind[row][column] = unicode ? '░' : '\'';
            }
        }
    }

    void event(LocalDate day, int number) {
        int column = column(day);
        for (int row = 0; row < height; row++) {
            behind[row][column] = unicode ? '┊' : ':';
        }
        before[0][column] = digit(number);
    }

    /// How an event is numbered: 1 to 9, then capital letters, then a star.
    static char digit(int number) {
        return number < 10 ? (char) ('0' + number) : number < 36 ? (char) ('A' + number - 10) : '*';
    }

    void published(LocalDate day, double value) {
        before[row(value)][column(day)] = unicode ? '◆' : '#';
    }

    /// A point that no line leads to or from.
    void alone(LocalDate day, double value, char letter) {
        before[row(value)][column(day)] = letter != DOTTED ? letter : unicode ? '•' : 'o';
    }

    /// A straight line from one day to another.
    ///
    /// @param letter what the line is made of; [#DOTTED] for dots
    void line(LocalDate fromDay, double fromValue, LocalDate toDay, double toValue, char letter) {
        boolean fine = letter == DOTTED && unicode;
        int across = fine ? 2 : 1;
        int down = fine ? 4 : 1;
        long x0 = Math.round(days.place(fromDay) * (width * across - 1));
        long x1 = Math.round(days.place(toDay) * (width * across - 1));
        long y0 = Math.round((1 - scale.place(fromValue)) * (height * down - 1));
        long y1 = Math.round((1 - scale.place(toValue)) * (height * down - 1));
        long steps = Math.max(1, Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)));
        for (long i = 0; i <= steps; i++) {
            int x = (int) Math.round(x0 + (double) (x1 - x0) * i / steps);
            int y = (int) Math.round(y0 + (double) (y1 - y0) * i / steps);
            if (fine) {
                dots[y / 4][x / 2] |= DOTS[y % 4][x % 2];
            } else if (before[y][x] == 0 || letter != DOTTED) {
                before[y][x] = letter == DOTTED ? '.' : letter;
            }
        }
        if (letter == DOTTED && !unicode) {
            before[(int) y0][(int) x0] = 'o';
            before[(int) y1][(int) x1] = 'o';
        }
    }

    /// One row, as wide as the plot.
    String text(int row) {
        var text = new StringBuilder(width);
        for (int column = 0; column < width; column++) {
            text.append(cell(row, column));
        }
        return text.toString();
    }

    private char cell(int row, int column) {
        if (before[row][column] != 0) {
            return before[row][column];
        }
        if (dots[row][column] != 0) {
            return (char) (BRAILLE + dots[row][column]);
        }
        return behind[row][column] == 0 ? ' ' : behind[row][column];
    }
}
