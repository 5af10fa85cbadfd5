// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.app.report.HuntReport;
import org.tidemark.hunt.Coverage;
import org.tidemark.hunt.Step;

/// Draws what the evidence on one server covers, and when what was found happened, on one axis of days.
final class CoverageChart {
    private static final int LABELS = 240;
    private static final int DAYS_WIDE = 760;
    private static final int TOP = 28;
    private static final int LANE = 22;
    private static final int TICKS = 6;
    private static final int MOST_MARKS = 300;

    private final LocalDate first;
    private final long days;

    private CoverageChart(LocalDate first, LocalDate last) {
        this.first = first;
        this.days = Math.max(ChronoUnit.DAYS.between(first, last) + 1, 1);
    }

    /// Nothing where no record has a time.
    static HuntReport.Drawing of(List<Coverage> coverage, List<Step> steps) {
        var times = Stream.concat(
                        coverage.stream()
                                .flatMap(line -> Stream.of(line).<@Nullable Instant>mapMulti((one, out) -> {
                                    out.accept(one.from());
                                    out.accept(one.to());
                                })),
                        steps.stream().map(Step::time))
                .filter(Objects::nonNull)
                .map(CoverageChart::day)
                .sorted()
                .toList();
        return times.isEmpty()
                ? HuntReport.Drawing.NONE
                : new CoverageChart(times.getFirst(), times.getLast()).draw(coverage, steps);
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private HuntReport.Drawing draw(List<Coverage> coverage, List<Step> steps) {
        var lanes = new ArrayList<HuntReport.Lane>();
        for (var line : coverage) {
            if (line.channels().isEmpty()) {
                add(lanes, line.kind().title(), line.from(), line.to(), line.gaps());
            }
            line.channels()
                    .forEach(channel -> add(lanes, channel.name(), channel.from(), channel.to(), channel.gaps()));
        }
        int height = TOP + LANE * (lanes.size() + 1);
        var marks = steps.stream()
                .filter(step -> !HuntWords.tone(step.stage()).isEmpty())
                .limit(MOST_MARKS)
                .map(step -> new HuntReport.Mark(
                        x(step.time()),
                        height - LANE / 2,
                        HuntWords.tone(step.stage()),
                        HuntWords.minute(step.time()) + " " + step.stage().name() + ": " + step.text()))
                .toList();
        return new HuntReport.Drawing(LABELS + DAYS_WIDE + 40, height, ticks(), lanes, marks);
    }

    private void add(
            List<HuntReport.Lane> lanes,
            String label,
            @Nullable Instant from,
            @Nullable Instant to,
            List<Coverage.Gap> gaps) {
        if (from == null || to == null) {
            return;
        }
        var bars = new ArrayList<HuntReport.Bar>();
        var begin = day(from);
        for (var gap : gaps) {
            bars.add(bar(begin, gap.from().minusDays(1)));
            begin = gap.to().plusDays(1);
        }
        bars.add(bar(begin, day(to)));
        var shortened = label.length() > 38 ? "…" + label.substring(label.length() - 37) : label;
        lanes.add(new HuntReport.Lane(shortened, TOP + LANE * lanes.size(), bars));
    }

    private HuntReport.Bar bar(LocalDate from, LocalDate to) {
        int x = x(from);
        return new HuntReport.Bar(x, Math.max(x(to.plusDays(1)) - x, 2), from + " to " + to);
    }

    private int x(LocalDate day) {
        return LABELS + (int) (ChronoUnit.DAYS.between(first, day) * DAYS_WIDE / days);
    }

    private int x(Instant time) {
        long minutes =
                ChronoUnit.MINUTES.between(first.atStartOfDay(ZoneOffset.UTC).toInstant(), time);
        return LABELS + (int) (minutes * DAYS_WIDE / (days * 24 * 60));
    }

    private List<HuntReport.Tick> ticks() {
        var ticks = new ArrayList<HuntReport.Tick>();
        long step = Math.max(days / TICKS, 1);
        for (long day = 0; day < days; day += step) {
            var date = first.plusDays(day);
            ticks.add(new HuntReport.Tick(x(date), date.toString()));
        }
        return ticks;
    }
}
