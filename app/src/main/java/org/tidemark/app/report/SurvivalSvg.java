// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.app.report.SvgCanvas.Spot;
import org.tidemark.estimate.Band;
import org.tidemark.track.CurveStep;

/// Draws how long servers stayed vulnerable, as one SVG file in the manner of [TrendSvg]: the share that is not yet
/// patched, as a step where servers were patched, and how sure it is.
public final class SurvivalSvg {
    private static final String TITLE = "How long servers stayed vulnerable";

    private final SvgFrame frame;
    private final LocalDate from;
    private final SvgCanvas canvas = new SvgCanvas();

    private SurvivalSvg(Days days) {
        this.from = days.first();
        this.frame = SvgFrame.of(
                TrendDrawing.of(TITLE, List.of(), List.of()),
                days,
                new Scale(20, 5),
                value -> Scale.label(value) + " %");
    }

    /// @param from the day that the curves begin with, where the share is 1
    /// @param curve the steps of one curve, drawn as a line
    /// @param banded the steps of the curve whose band is drawn
    /// @param id names the drawing's elements apart from those of others on the same page
    public static String of(LocalDate from, List<CurveStep> curve, List<CurveStep> banded, String id) {
        var last = java.util.stream.Stream.concat(curve.stream(), banded.stream())
                .map(CurveStep::day)
                .max(LocalDate::compareTo)
                .orElse(from);
        return new SurvivalSvg(new Days(from, last)).draw(curve, banded, last, id);
    }

    private String draw(List<CurveStep> curve, List<CurveStep> banded, LocalDate last, String id) {
        frame.grid(canvas);
        band(banded, last);
        canvas.polyline("l0", line(curve, last));
        int height = frame.around(
                canvas,
                List.of(
                        new SvgFrame.Key("k0", "not yet patched (Turnbull)"),
                        new SvgFrame.Key("b0", "95 % band (Kaplan-Meier)")),
                "Servers that went away are taken out on that day; gone is not patched. The band takes a server as"
                        + " patched on the first scan that saw it so, and therefore lies a little late.");
        var end = curve.isEmpty() ? 1 : curve.getLast().survival();
        return TrendSvg.document(
                id,
                height,
                TITLE,
                "The share of the servers vulnerable at first that were not yet patched, "
                        + new Days(from, last).words() + ": at the end " + Scale.label(end * 100) + " %.",
                canvas);
    }

    private List<Spot> line(List<CurveStep> steps, LocalDate last) {
        var spots = new ArrayList<Spot>();
        double share = 1;
        spots.add(frame.spot(from, 100));
        for (var step : steps) {
            spots.add(frame.spot(step.day(), 100 * share));
            share = step.survival();
            spots.add(frame.spot(step.day(), 100 * share));
        }
        spots.add(frame.spot(last, 100 * share));
        return spots;
    }

    private void band(List<CurveStep> steps, LocalDate last) {
        var upper = new ArrayList<Spot>();
        var lower = new ArrayList<Spot>();
        var before = new Band(1, 1);
        for (var step : steps) {
            var band = step.band();
            if (band != null) {
                upper.add(frame.spot(step.day(), 100 * before.upper()));
                lower.add(frame.spot(step.day(), 100 * before.lower()));
                upper.add(frame.spot(step.day(), 100 * band.upper()));
                lower.add(frame.spot(step.day(), 100 * band.lower()));
                before = band;
            }
        }
        if (!upper.isEmpty()) {
            upper.add(frame.spot(last, 100 * before.upper()));
            lower.add(frame.spot(last, 100 * before.lower()));
            upper.addAll(lower.reversed());
            canvas.polygon("b0", upper, "95 % band");
        }
    }
}
