// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.app.report.SvgCanvas.Spot;
import org.tidemark.track.Point;
import org.tidemark.track.Stocks;

/// Draws a population over time as one SVG file: no script, no font and no address outside it, light and dark by the
/// reader's setting, readable in print, with title and description for those who cannot see it.
///
/// Lines and areas end at a break and begin anew after it. The same drawing has the same bytes.
public final class TrendSvg {
    private static final int MOST_LINES = 6;
    /// More points than this are a line; each of fewer has a mark with its number.
    private static final int MOST_MARKS = 120;

    private final TrendDrawing drawing;
    private final String id;
    private final SvgCanvas canvas = new SvgCanvas();

    private TrendSvg(TrendDrawing drawing, String id) {
        if (!id.matches("[a-z][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("'" + id + "' cannot name an element");
        }
        this.drawing = drawing;
        this.id = id;
    }

    /// How many servers are vulnerable, a line for each group.
    ///
    /// @param id names the drawing's elements apart from those of others on the same page: a letter, then letters,
    ///     digits and hyphens
    public static String lines(TrendDrawing drawing, String id) {
        return new TrendSvg(drawing, id).drawLines();
    }

    /// What became of a cohort: shares that sum to 1, stacked.
    ///
    /// @param drawing of one group
    /// @throws IllegalArgumentException where there are several groups
    public static String stacked(TrendDrawing drawing, String id) {
        if (drawing.groups().size() > 1) {
            throw new IllegalArgumentException("shares of several groups cannot be stacked");
        }
        // What others counted is a number and not a share.
        return new TrendSvg(drawing.withPublished(List.of()), id).drawShares();
    }

    private String drawLines() {
        var groups = drawing.groups();
        var drawn = groups.stream().limit(MOST_LINES).toList();
        var days = drawing.days();
        var frame = days.map(found -> SvgFrame.of(drawing, found, Scale.to(drawing.greatest(), 5), Scale::label));
        frame.ifPresent(plot -> {
            plot.grid(canvas);
            for (int g = drawn.size() - 1; g >= 0; g--) {
                line(plot, drawn.get(g), g);
            }
            for (var one : drawing.published()) {
                canvas.circle(
                        "published",
                        plot.spot(one.date(), one.value()),
                        4.5,
                        Days.whole(one.date()) + ", published: " + Scale.label(one.value()) + " (" + one.label() + ")");
            }
        });
        var legend = new ArrayList<SvgFrame.Key>();
        for (int g = 0; g < drawn.size(); g++) {
            legend.add(new SvgFrame.Key("k" + g, drawn.size() == 1 ? "vulnerable" : drawn.get(g)));
        }
        if (!drawing.bands().isEmpty()) {
            legend.add(new SvgFrame.Key("b0", drawing.meaning().label()));
        }
        if (!drawing.published().isEmpty()) {
            legend.add(new SvgFrame.Key("published", "published by others"));
        }
        var more = groups.size() > drawn.size() ? (groups.size() - drawn.size()) + " more groups are not drawn." : "";
        return whole(frame.orElse(null), legend, "Vulnerable servers", more);
    }

    private void line(SvgFrame plot, String group, int g) {
        for (var run : drawing.runs(group)) {
            var bands = drawing.bandsOf(run);
            if (bands.size() > 1) {
                var edge = new ArrayList<Spot>();
                bands.forEach(band -> edge.add(plot.spot(band.date(), band.upper())));
                bands.reversed().forEach(band -> edge.add(plot.spot(band.date(), band.lower())));
                canvas.polygon("b" + g, edge, group + ": " + drawing.meaning().label());
            } else if (bands.size() == 1) {
                var only = bands.getFirst();
                canvas.line("w" + g, plot.spot(only.date(), only.lower()), plot.spot(only.date(), only.upper()));
            }
            var spots = run.points().stream()
                    .map(point -> plot.spot(point.date(), point.stocks().vulnerable()))
                    .toList();
            if (spots.size() > 1) {
                canvas.polyline("l" + g, spots);
            }
            if (spots.size() == 1 || drawing.points().size() <= MOST_MARKS) {
                for (int i = 0; i < spots.size(); i++) {
                    canvas.circle("k" + g, spots.get(i), 2.5, words(run.points().get(i)));
                }
            }
        }
    }

    private static String words(Point point) {
        return Days.whole(point.date()) + ", " + point.group() + ": "
                + Scale.label(point.stocks().vulnerable()) + " vulnerable of "
                + Scale.label(point.stocks().exposed());
    }

    /// One part of a cohort, from the bottom up.
    private enum Part {
        PATCHED("patched"),
        MITIGATED("mitigated"),
        GONE("gone"),
        UNKNOWN("unknown"),
        VULNERABLE("vulnerable");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        int of(Stocks stocks) {
            return switch (this) {
                case PATCHED -> stocks.patched();
                case MITIGATED -> stocks.mitigated();
                case GONE -> stocks.gone();
                case UNKNOWN -> stocks.unknown();
                case VULNERABLE -> stocks.vulnerable();
            };
        }

        String style() {
            return "s-" + words;
        }
    }

    private String drawShares() {
        var frame = drawing.days()
                .map(found -> SvgFrame.of(drawing, found, new Scale(20, 5), value -> Scale.label(value) + " %"));
        frame.ifPresent(plot -> {
            for (var group : drawing.groups()) {
                drawing.runs(group).forEach(run -> areas(plot, run));
            }
            plot.grid(canvas);
        });
        var legend = new ArrayList<SvgFrame.Key>();
        for (var part : Part.values()) {
            legend.add(new SvgFrame.Key(part.style(), part.words));
        }
        return whole(frame.orElse(null), legend, "Shares of the servers that were there when the campaign began", "");
    }

    private void areas(SvgFrame plot, TrendDrawing.Run run) {
        var points = run.points();
        var floor = new double[points.size()];
        for (var part : Part.values()) {
            var top = new ArrayList<Spot>();
            var bottom = new ArrayList<Spot>();
            for (int i = 0; i < points.size(); i++) {
                var stocks = points.get(i).stocks();
                double next = floor[i] + 100 * TrendDrawing.share(stocks, part.of(stocks));
                bottom.add(plot.spot(points.get(i).date(), floor[i]));
                top.add(plot.spot(points.get(i).date(), next));
                floor[i] = next;
            }
            if (points.size() == 1) {
                canvas.line(part.style(), bottom.getFirst(), top.getFirst());
            } else {
                top.addAll(bottom.reversed());
                canvas.polygon(part.style(), top, part.words);
            }
        }
    }

    private String whole(@Nullable SvgFrame frame, List<SvgFrame.Key> legend, String what, String more) {
        int height = SvgFrame.EMPTY_HEIGHT;
        if (frame == null) {
            canvas.text("note", new Spot(SvgFrame.WIDTH / 2.0, height / 2.0), "middle", "There is no point to draw.");
        } else {
            height = frame.around(canvas, legend, more);
        }
        return document(id, height, drawing.title(), description(what), canvas);
    }

    /// A drawing with its title and description, for those who cannot see it.
    static String document(String id, int height, String title, String description, SvgCanvas canvas) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"trend\" role=\"img\" viewBox=\"0 0 " + SvgFrame.WIDTH
                + " " + height + "\" width=\"" + SvgFrame.WIDTH + "\" height=\"" + height + "\" aria-labelledby=\"" + id
                + "-title " + id + "-desc\">\n<title id=\"" + id + "-title\">" + PlainText.xml(title)
                + "</title>\n<desc id=\"" + id + "-desc\">" + PlainText.xml(description) + "</desc>\n"
                + SvgStyle.CSS + canvas + "</svg>\n";
    }

    private String description(String what) {
        var days = drawing.days();
        if (days.isEmpty() || drawing.points().isEmpty()) {
            return what + ": no points.";
        }
        var words = new StringBuilder(what + ", " + days.get().words() + ".");
        for (var group : drawing.groups().stream().limit(MOST_LINES).toList()) {
            var runs = drawing.runs(group);
            var first = runs.getFirst().points().getFirst();
            var last = runs.getLast().points().getLast();
            words.append(
                    " Group " + group + ": from " + Scale.label(first.stocks().vulnerable()) + " to "
                            + Scale.label(last.stocks().vulnerable()) + " vulnerable.");
        }
        drawing.breaksShown()
                .forEach(one ->
                        words.append(" Not comparable across " + Days.whole(one.date()) + ": " + one.reason() + "."));
        return words.toString().replace("..", ".");
    }
}
