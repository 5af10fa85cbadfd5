// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.AalenJohansen;
import org.tidemark.estimate.Band;
import org.tidemark.estimate.Chapman;
import org.tidemark.estimate.Forecast;
import org.tidemark.estimate.HalfLife;
import org.tidemark.estimate.LogRank;
import org.tidemark.estimate.Plateau;
import org.tidemark.estimate.Spell;

/// What can be said of a population beside its counts: how fast it is patched, what stays, what it would come to.
///
/// Everything rests on the servers of the cohort that were vulnerable on its first day; times are days since then. All
/// servers together have curves and numbers, and so have the 50 largest groups.
public final class Estimates {
    private static final String ALL = CohortTimes.ALL;
    private static final int GONE = 2;
    /// The ends of the phases for which a half-life is given, in days: a fast head and a slow tail do not share
    /// one.
    private static final int[] PHASES = {0, 7, 14, 30, 60, 120, 240, 480, 960};

    private final Trend trend;
    private final CohortTimes times;
    private final Map<String, List<Point>> cohort;

    public Estimates(Trend trend) {
        this.trend = trend;
        this.times = new CohortTimes(trend);
        this.cohort = trend.points().stream()
                .filter(point ->
                        point.series() == Point.Series.COHORT && times.names().contains(point.group()))
                .collect(Collectors.groupingBy(Point::group));
    }

    /// How many groups have curves and numbers.
    public int groupsEstimated() {
        return (int) times.names().stream().filter(name -> !name.equals(ALL)).count();
    }

    /// How many groups are too small for curves and numbers.
    public int groupsLeftOut() {
        return times.leftOut();
    }

    /// The curves of all and of the largest groups.
    public List<CurveStep> curves() {
        return times.names().stream().flatMap(group -> curves(group).stream()).toList();
    }

    /// The curves of one group.
    public List<CurveStep> curves(String group) {
        var steps = new ArrayList<CurveStep>();
        var from = trend.cohortFrom();
        if (from == null) {
            return steps;
        }
        for (var step : times.turnbull(group).steps()) {
            if (Double.isFinite(step.right())) {
                steps.add(step(group, from, step.right(), step.survivalAfter(), null, Double.NaN, "turnbull"));
            }
        }
        for (var step : times.kaplanMeier(group).steps()) {
            steps.add(step(group, from, step.time(), step.survival(), step.band(), Double.NaN, "kaplan-meier"));
        }
        for (var step : AalenJohansen.of(times.times(group, GONE)).steps()) {
            double gone = step.incidence().size() < GONE ? 0 : step.incidence().get(GONE - 1);
            steps.add(step(group, from, step.time(), step.survival(), null, gone, "aalen-johansen"));
        }
        return steps;
    }

    private static CurveStep step(
            String group,
            LocalDate from,
            double time,
            double survival,
            @Nullable Band band,
            double gone,
            String method) {
        return new CurveStep(group, from.plusDays((long) time), time, survival, band, gone, method);
    }

    /// All numbers that the data allow.
    ///
    /// @param horizon for how many days ahead a forecast is wanted; 0 for none
    public List<Estimate> numbers(int horizon) {
        var numbers = new ArrayList<Estimate>();
        for (var group : times.names()) {
            median(group, numbers);
            phases(group, numbers);
            plateau(group, numbers);
        }
        logRank(numbers);
        sensors(numbers);
        if (horizon > 0) {
            forecast(horizon, numbers);
        }
        return numbers;
    }

    private void median(String group, List<Estimate> numbers) {
        var curve = times.kaplanMeier(group);
        times.turnbull(group)
                .median()
                .ifPresent(
                        days -> numbers.add(
                                new Estimate(
                                        "median-days",
                                        group,
                                        days,
                                        curve.medianBand(),
                                        "days",
                                        "turnbull",
                                        "Half of the servers that were vulnerable on the first day were patched within so many days.")));
    }

    private void phases(String group, List<Estimate> numbers) {
        var cohort = this.cohort.getOrDefault(group, List.of());
        for (int i = 0; i + 1 < PHASES.length; i++) {
            var first = atOrAfter(cohort, PHASES[i]);
            var last = atOrAfter(cohort, PHASES[i + 1]);
            if (last == null && !cohort.isEmpty() && times.days(cohort.getLast().date()) > PHASES[i]) {
                last = cohort.getLast();
            }
            if (first != null && last != null && first.date().isBefore(last.date())) {
                halfLife(group, first, last, numbers);
            }
        }
    }

    private void halfLife(String group, Point first, Point last, List<Estimate> numbers) {
        HalfLife.phase(
                        times.days(first.date()),
                        first.stocks().vulnerable(),
                        times.days(last.date()),
                        last.stocks().vulnerable())
                .map(HalfLife::of)
                .ifPresent(half -> numbers.add(new Estimate(
                        "half-life",
                        group,
                        half.days(),
                        half.band(),
                        "days",
                        "exponential from " + first.date() + " to " + last.date(),
                        "From " + first.date() + " to " + last.date()
                                + " the vulnerable servers of the cohort fell by half in so many days.")));
    }

    private @Nullable Point atOrAfter(List<Point> points, int day) {
        return points.stream()
                .filter(point -> times.days(point.date()) >= day)
                .findFirst()
                .orElse(null);
    }

    private void plateau(String group, List<Estimate> numbers) {
        Plateau.of(times.kaplanMeier(group))
                .ifPresent(plateau -> numbers.add(new Estimate(
                        "plateau",
                        group,
                        plateau.share(),
                        plateau.band(),
                        "share",
                        "kaplan-meier",
                        plateau.decision())));
    }

    private void logRank(List<Estimate> numbers) {
        var groups = new LinkedHashMap<String, List<Spell>>();
        times.names().stream()
                .filter(group -> !group.equals(ALL))
                .forEach(group -> groups.put(group, times.times(group, Spell.CENSORED)));
        if (groups.size() < 2) {
            return;
        }
        var test = LogRank.of(groups);
        numbers.add(new Estimate(
                "log-rank",
                ALL,
                test.chiSquared(),
                null,
                "chi-squared",
                test.degreesOfFreedom() + (test.degreesOfFreedom() == 1 ? " degree" : " degrees")
                        + " of freedom, p = "
                        + String.format(Locale.ROOT, "%.2g", test.pValue()),
                (test.pValue() < 0.05
                                ? "The groups are patched at different speeds: chance alone would hardly make them"
                                        + " differ so much."
                                : "Chance alone may make the groups differ as much.")
                        + (times.leftOut() > 0 ? " The " + groups.size() + " largest groups were compared." : "")));
    }

    private void sensors(List<Estimate> numbers) {
        for (var overlap : trend.sensors()) {
            if (overlap.both() > 0) {
                var chapman = Chapman.of(overlap.one(), overlap.other(), overlap.both());
                numbers.add(new Estimate(
                        "population",
                        ALL,
                        chapman.estimate(),
                        chapman.band(),
                        "servers",
                        "chapman, " + overlap.first() + " and " + overlap.second() + " on " + overlap.day(),
                        "So many servers there are if each sensor finds every server as easily as any other and"
                                + " neither minds the other. It is too low where both leave out the same servers, and"
                                + " too high where each looks at a part of its own.",
                        !overlap.isTelling()));
            }
        }
    }

    private void forecast(int horizon, List<Estimate> numbers) {
        var cohort = this.cohort.getOrDefault(ALL, List.of());
        if (cohort.size() < 2) {
            return;
        }
        var last = cohort.getLast();
        var phase = cohort.stream()
                .filter(point -> !point.date().isBefore(last.date().minusDays(horizon)))
                .toList();
        double days = ChronoUnit.DAYS.between(phase.getFirst().date(), last.date());
        if (days <= 0) {
            return;
        }
        double serverDays = 0;
        long events = 0;
        for (int i = 1; i < phase.size(); i++) {
            var before = phase.get(i - 1);
            var point = phase.get(i);
            serverDays += ChronoUnit.DAYS.between(before.date(), point.date())
                    * (double) (before.stocks().vulnerable() + point.stocks().vulnerable())
                    / 2;
            events += Math.max(0, before.stocks().vulnerable() - point.stocks().vulnerable());
        }
        if (serverDays <= 0) {
            return;
        }
        Forecast.of(last.stocks().vulnerable(), events, serverDays, days, Math.min(horizon, days))
                .ifPresent(forecast -> numbers.add(new Estimate(
                        "forecast",
                        ALL,
                        forecast.left(),
                        forecast.band(),
                        "servers on " + last.date().plusDays((long) forecast.horizon()),
                        "hazard of the last " + (long) days + " days",
                        forecast.assumption())));
    }
}
