// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.tidemark.app.report.SvgCanvas.Spot;

/// What stands around the lines of a chart: heading, axes, events, breaks, legend and notes, each in its own place so
/// that no text lies over another.
final class SvgFrame {
    static final int WIDTH = 760;
    static final int EMPTY_HEIGHT = 120;

    private static final int LEFT = 76;
    private static final int RIGHT = 24;
    private static final int HEAD = 40;
    private static final int LANE = 15;
    private static final int MOST_LANES = 6;
    private static final int PLOT = 260;
    private static final int ROW = 18;
    private static final int TICKS = 7;
    /// How wide a column of text is taken to be: wider than it is in the fonts that a system has, so that a
    /// text ends
    /// before the next one begins.
    private static final double COLUMN = 7.2;

    private static final int NOTE_COLUMNS = (int) ((WIDTH - 2 * RIGHT) / COLUMN);

    private final TrendDrawing drawing;
    private final Days days;
    private final Scale scale;
    private final DoubleFunction<String> label;
    private final List<Flag> flags;
    private final int top;

    /// The sign of one entry of the legend.
    record Key(String style, String text) {}

    /// An event's label.
    ///
    /// @param lane its row above the plot, from the bottom; -1 where none is free
    private record Flag(TrendDrawing.Event event, int lane, double from, String text) {}

    private SvgFrame(
            TrendDrawing drawing, Days days, Scale scale, DoubleFunction<String> label, List<Flag> flags, int lanes) {
        this.drawing = drawing;
        this.days = days;
        this.scale = scale;
        this.label = label;
        this.flags = flags;
        this.top = HEAD + lanes * LANE;
    }

    static SvgFrame of(TrendDrawing drawing, Days days, Scale scale, DoubleFunction<String> label) {
        var flags = flags(drawing, days);
        int lanes = flags.stream().mapToInt(flag -> flag.lane() + 1).max().orElse(0);
        return new SvgFrame(drawing, days, scale, label, flags, lanes);
    }

    /// Gives each label the lowest row in which it lies beside the others.
    private static List<Flag> flags(TrendDrawing drawing, Days days) {
        var free = new double[MOST_LANES];
        var flags = new ArrayList<Flag>();
        for (var event : drawing.eventsShown()) {
            var text = PlainText.cut(PlainText.harmless(event.label()), 40, "…");
            double wide = PlainText.columns(text) * COLUMN;
            double from = Math.clamp(x(days, event.date()) + 3, 2.0, Math.max(2.0, WIDTH - 4 - wide));
            int lane = -1;
            for (int i = 0; i < MOST_LANES && lane < 0; i++) {
                lane = free[i] <= from ? i : -1;
            }
            if (lane >= 0) {
                free[lane] = from + wide + COLUMN;
            }
            flags.add(new Flag(event, lane, from, text));
        }
        return flags;
    }

    private static double x(Days days, LocalDate day) {
        return LEFT + days.place(day) * (WIDTH - LEFT - RIGHT);
    }

    Spot spot(LocalDate day, double value) {
        return new Spot(x(days, day), top + PLOT * (1 - scale.place(value)));
    }

    /// The lines of the numbers, and the axes.
    void grid(SvgCanvas canvas) {
        for (double tick : scale.ticks()) {
            double y = top + PLOT * (1 - scale.place(tick));
            canvas.line(tick == 0 ? "edge" : "rule", new Spot(LEFT, y), new Spot(WIDTH - RIGHT, y));
            canvas.text("soft", new Spot(LEFT - 8, y + 4), "end", label.apply(tick));
        }
        for (var day : days.ticks(TICKS)) {
            double x = x(days, day);
            canvas.line("edge", new Spot(x, top + PLOT), new Spot(x, top + PLOT + 5));
            canvas.text(
                    "soft", new Spot(x, top + PLOT + 19), x > WIDTH - 2 * RIGHT ? "end" : "middle", days.label(day));
        }
    }

    /// Everything but the lines.
    ///
    /// @return the height of the whole drawing
    int around(SvgCanvas canvas, List<Key> legend, String more) {
        canvas.text("head", new Spot(16, 24), "start", PlainText.cut(PlainText.harmless(drawing.title()), 80, "…"));
        for (var flag : flags) {
            double x = x(days, flag.event().date());
            canvas.line("event", new Spot(x, over(flag)), new Spot(x, top + PLOT));
        }
        // After all lines: a text hides what passes behind it.
        for (var flag : flags) {
            if (flag.lane() >= 0) {
                canvas.text("flag", new Spot(flag.from(), over(flag) - 2), "start", flag.text());
            }
        }
        for (var one : drawing.breaksShown()) {
            // Before the day, which may itself have a point.
            double x = (x(days, one.date().minusDays(1)) + x(days, one.date())) / 2;
            canvas.line("break", new Spot(x, top), new Spot(x, top + PLOT));
        }
        int y = legend(canvas, legend, top + PLOT + 44);
        return notes(canvas, more, y) + 8;
    }

    private double over(Flag flag) {
        return flag.lane() < 0 ? top : top - 4.0 - flag.lane() * LANE;
    }

    private static int legend(SvgCanvas canvas, List<Key> keys, int from) {
        double x = LEFT;
        int y = from;
        for (var key : keys) {
            var text = PlainText.cut(PlainText.harmless(key.text()), 60, "…");
            double wide = 18 + PlainText.columns(text) * COLUMN + 14;
            if (x > LEFT && x + wide > WIDTH - RIGHT) {
                x = LEFT;
                y += ROW;
            }
            canvas.rectangle(key.style(), new Spot(x, y - 9), 12, 10);
            canvas.text("soft", new Spot(x + 18, y), "start", text);
            x += wide;
        }
        return y + ROW + 6;
    }

    private int notes(SvgCanvas canvas, String more, int from) {
        var notes = new ArrayList<String>();
        drawing.breaksShown()
                .forEach(one -> notes.add(
                        "Broken line: " + Days.whole(one.date()) + ", not comparable with before: " + one.reason()));
        flags.stream()
                .filter(flag -> flag.lane() < 0)
                .forEach(flag -> notes.add("Also marked: "
                        + Days.whole(flag.event().date()) + ", " + flag.event().label()));
        drawing.published()
                .forEach(one -> notes.add("Published: " + Days.whole(one.date()) + ", " + Scale.label(one.value())
                        + " (" + one.label() + ")"));
        if (!more.isEmpty()) {
            notes.add(more);
        }
        int y = from;
        for (var note : notes) {
            for (var line : PlainText.lines(PlainText.harmless(note), NOTE_COLUMNS)) {
                canvas.text("note", new Spot(16, y), "start", line);
                y += ROW - 2;
            }
        }
        return y;
    }
}
