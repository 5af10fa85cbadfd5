// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tidemark.app.report.Days;
import org.tidemark.app.report.PlainText;
import org.tidemark.app.report.Scale;
import org.tidemark.app.report.TrendDrawing;
import org.tidemark.track.Point;

/// Draws how many servers are vulnerable, day by day, on a terminal.
///
/// One group is a line of braille dots, several are a letter each; without Unicode a line is made of points. Lines end
/// at a break and begin anew after it.
public final class TrendChart {
    private static final int LEAST_WIDTH = 40;
    private static final int LEAST_HEIGHT = 6;
    private static final int AXIS_ROWS = 2;
    private static final int MOST_GROUPS = 26;
    private static final int COLUMNS_PER_DATE = 14;
    private static final int ROWS_PER_NUMBER = 4;

    private final TrendDrawing drawing;
    private final int width;
    private final int height;
    private final boolean unicode;
    private final List<String> groups;

    private TrendChart(TrendDrawing drawing, int width, int height, boolean unicode) {
        this.drawing = drawing;
        this.width = Math.max(width, LEAST_WIDTH);
        this.height = Math.max(height, LEAST_HEIGHT);
        this.unicode = unicode;
        this.groups = drawing.groups().stream().limit(MOST_GROUPS).toList();
    }

    /// @param width columns, 40 or more
    /// @param height rows of the plot with its axis, 6 or more; title and notes come besides
    /// @param unicode whether the terminal shows more than ASCII
    /// @return lines of at most that width, without anything that a terminal would obey
    public static List<String> lines(TrendDrawing drawing, int width, int height, boolean unicode) {
        return new TrendChart(drawing, width, height, unicode).draw();
    }

    /// Whether a terminal shows braille: by its locale, and it is not one of those with 256 or 512 glyphs.
    public static boolean takesUnicode(Map<String, String> environment) {
        var locale = environment.getOrDefault(
                "LC_ALL", environment.getOrDefault("LC_CTYPE", environment.getOrDefault("LANG", "")));
        var terminal = environment.getOrDefault("TERM", "");
        return locale.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8")
                && !terminal.equals("dumb")
                && !terminal.equals("linux");
    }

    private List<String> draw() {
        var lines = new ArrayList<String>();
        lines.add(PlainText.cut(PlainText.harmless(drawing.title()), width, more()));
        var days = drawing.days();
        if (days.isEmpty()) {
            lines.add("Nothing to draw: there is no point.");
            return ascii(lines);
        }
        var scale = Scale.to(drawing.greatest(), Math.max(1, (height - AXIS_ROWS) / ROWS_PER_NUMBER));
        int gutter = scale.ticks().stream()
                        .mapToInt(tick -> Scale.label(tick).length())
                        .max()
                        .orElse(1)
                + 1;
        var plot = new Plot(width - gutter - 1, height - AXIS_ROWS, days.get(), scale, unicode);
        plot(plot);
        lines.addAll(framed(plot, gutter));
        notes(plot, lines);
        return ascii(lines);
    }

    private void plot(Plot plot) {
        groups.stream().flatMap(group -> drawing.runs(group).stream()).forEach(run -> band(plot, run));
        int number = 1;
        for (var event : drawing.eventsShown()) {
            plot.event(event.date(), number++);
        }
        for (int g = groups.size() - 1; g >= 0; g--) {
            for (var run : drawing.runs(groups.get(g))) {
                line(plot, run.points(), groups.size() == 1 ? Plot.DOTTED : (char) ('a' + g));
            }
        }
        drawing.published().forEach(one -> plot.published(one.date(), one.value()));
    }

    private void band(Plot plot, TrendDrawing.Run run) {
        var bands = drawing.bandsOf(run);
        for (int i = 0; i < bands.size(); i++) {
            plot.band(bands.get(Math.max(0, i - 1)), bands.get(i));
        }
    }

    private static void line(Plot plot, List<Point> points, char letter) {
        if (points.size() == 1) {
            plot.alone(points.getFirst().date(), points.getFirst().stocks().vulnerable(), letter);
        }
        for (int i = 1; i < points.size(); i++) {
            var from = points.get(i - 1);
            var to = points.get(i);
            plot.line(
                    from.date(),
                    from.stocks().vulnerable(),
                    to.date(),
                    to.stocks().vulnerable(),
                    letter);
        }
    }

    private List<String> framed(Plot plot, int gutter) {
        var labels = new String[height - AXIS_ROWS];
        for (double tick : plot.scale().ticks()) {
            labels[plot.row(tick)] = Scale.label(tick);
        }
        var lines = new ArrayList<String>();
        for (int row = 0; row < labels.length; row++) {
            var label = labels[row] == null ? "" : labels[row];
            var edge = labels[row] == null ? glyph("│", "|") : glyph("┤", "+");
            lines.add((" ".repeat(gutter - label.length() - 1) + label + " " + edge + plot.text(row)).stripTrailing());
        }
        lines.add(axis(plot, gutter));
        lines.add(dates(plot, gutter));
        return lines;
    }

    private String axis(Plot plot, int gutter) {
        var axis = new StringBuilder(glyph("─", "-").repeat(plot.width()));
        for (var day : ticks(plot)) {
            axis.setCharAt(plot.column(day), glyph("┬", "+").charAt(0));
        }
        for (var one : drawing.breaksShown()) {
            axis.setCharAt(plot.column(one.date()), glyph("╳", "X").charAt(0));
        }
        return " ".repeat(gutter) + glyph("└", "+") + axis;
    }

    private static List<LocalDate> ticks(Plot plot) {
        return plot.days().ticks(Math.max(1, plot.width() / COLUMNS_PER_DATE));
    }

    private String dates(Plot plot, int gutter) {
        var text = new StringBuilder(" ".repeat(width));
        int free = 0;
        for (var day : ticks(plot)) {
            var label = plot.days().label(day);
            int middle = gutter + 1 + plot.column(day);
            int begin = Math.clamp(middle - label.length() / 2, 0, width - label.length());
            if (begin >= free) {
                text.replace(begin, begin + label.length(), label);
                free = begin + label.length() + 1;
            }
        }
        return text.toString().stripTrailing();
    }

    private void notes(Plot plot, List<String> lines) {
        note(lines, "", "Vulnerable servers, " + plot.days().words() + ".");
        for (int g = 0; g < groups.size() && groups.size() > 1; g++) {
            note(lines, (char) ('a' + g) + " ", groups.get(g));
        }
        int hidden = drawing.groups().size() - groups.size();
        if (hidden > 0) {
            note(lines, "", hidden + " more groups are not drawn.");
        }
        if (!drawing.bands().isEmpty()) {
            note(lines, glyph("░", "'") + " ", drawing.meaning().words());
        }
        for (var one : drawing.published()) {
            note(
                    lines,
                    glyph("◆", "#") + " ",
                    Days.whole(one.date()) + ", published: " + Scale.label(one.value()) + " (" + one.label() + ")");
        }
        int number = 1;
        for (var event : drawing.eventsShown()) {
            note(lines, Plot.digit(number++) + " ", Days.whole(event.date()) + ": " + event.label());
        }
        for (var one : drawing.breaksShown()) {
            note(
                    lines,
                    glyph("╳", "X") + " ",
                    Days.whole(one.date()) + ", not comparable with before: " + one.reason());
        }
    }

    private void note(List<String> lines, String mark, String text) {
        var parts = PlainText.lines(PlainText.harmless(text), width - mark.length());
        for (int i = 0; i < parts.size(); i++) {
            lines.add((i == 0 ? mark : " ".repeat(mark.length())) + parts.get(i));
        }
    }

    private String more() {
        return glyph("…", "...");
    }

    private String glyph(String rich, String plain) {
        return unicode ? rich : plain;
    }

    private List<String> ascii(List<String> lines) {
        if (unicode) {
            return lines;
        }
        return lines.stream()
                .map(line -> line.codePoints()
                        .collect(
                                StringBuilder::new,
                                (text, c) -> text.append(c < 0x7F ? (char) c : '?'),
                                StringBuilder::append)
                        .toString())
                .toList();
    }
}
