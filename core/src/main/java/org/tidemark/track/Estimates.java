// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.AalenJohansen;
import org.tidemark.estimate.Band;
import org.tidemark.estimate.Chapman;
import org.tidemark.estimate.Forecast;
import org.tidemark.estimate.HalfLife;
import org.tidemark.estimate.Interval;
import org.tidemark.estimate.KaplanMeier;
import org.tidemark.estimate.LogRank;
import org.tidemark.estimate.Plateau;
import org.tidemark.estimate.Spell;
import org.tidemark.estimate.Turnbull;

/// What can be said of a population beside its counts: how fast it is patched, what stays, what it would come to.
///
/// Everything rests on the servers of the cohort that were vulnerable on its first day; times are days since then.
public final class Estimates {
    private static final String ALL = "all";
    private static final int PATCHED = 1;
    private static final int GONE = 2;
    /// The ends of the phases for which a half-life is given, in days: a fast head and a slow tail do not share
    /// one.
    private static final int[] PHASES = {0, 7, 14, 30, 60, 120, 240, 480, 960};

    private final Trend trend;
    private final Map<String, List<Trend.Spell>> spells = new TreeMap<>();

    /// One number with how sure it is.
    ///
    /// @param band null where the data give none
    /// @param words how it was come by and what it assumes, as a sentence
    public record Estimate(
            String name,
            String group,
            double value,
            @Nullable Band band,
            String unit,
            String method,
            String words) {}

    /// A step of a curve.
    ///
    /// @param day of the step
    /// @param time days since the cohort's first day
    /// @param survival the share still vulnerable after it
    /// @param band null where the method gives none
    /// @param gone the share that was gone by then; NaN where the method does not tell
    public record Step(
            String group,
            LocalDate day,
            double time,
            double survival,
            @Nullable Band band,
            double gone,
            String method) {}

    public Estimates(Trend trend) {
        this.trend = trend;
        trend.spells()
                .forEach(spell -> spells.computeIfAbsent(spell.group(), _ -> new ArrayList<>())
                        .add(spell));
    }

    private double days(LocalDate day) {
        return ChronoUnit.DAYS.between(trend.cohortFrom() == null ? day : trend.cohortFrom(), day);
    }

    private Turnbull turnbull(String group) {
        return Turnbull.of(spells.getOrDefault(group, List.of()).stream()
                .map(spell -> new Interval(
                        days(spell.left()),
                        spell.right() == null ? Double.POSITIVE_INFINITY : days(spell.right()),
                        spell.servers()))
                .toList());
    }

    /// Patched counts from the first day it was seen; who is gone is cut off that day, who is still there on
    /// the last
    /// day it was seen vulnerable.
    private List<Spell> times(String group, int goneAs) {
        return spells.getOrDefault(group, List.of()).stream()
                .map(spell -> {
                    if (spell.right() != null) {
                        return Spell.ended(days(spell.right()), PATCHED).times(spell.servers());
                    }
                    return spell.gone() != null
                            ? new Spell(Double.NEGATIVE_INFINITY, days(spell.gone()), goneAs, spell.servers())
                            : Spell.censored(days(spell.left())).times(spell.servers());
                })
                .toList();
    }

    /// The curves of every group.
    public List<Step> curves() {
        var steps = new ArrayList<Step>();
        var from = trend.cohortFrom();
        if (from == null) {
            return steps;
        }
        for (var group : spells.keySet()) {
            for (var step : turnbull(group).steps()) {
                if (Double.isFinite(step.right())) {
                    steps.add(step(group, from, step.right(), step.survivalAfter(), null, Double.NaN, "turnbull"));
                }
            }
            for (var step : KaplanMeier.of(times(group, Spell.CENSORED)).steps()) {
                steps.add(step(group, from, step.time(), step.survival(), step.band(), Double.NaN, "kaplan-meier"));
            }
            for (var step : AalenJohansen.of(times(group, GONE)).steps()) {
                double gone =
                        step.incidence().size() < GONE ? 0 : step.incidence().get(GONE - 1);
                steps.add(step(group, from, step.time(), step.survival(), null, gone, "aalen-johansen"));
            }
        }
        return steps;
    }

    private static Step step(
            String group,
            LocalDate from,
            double time,
            double survival,
            @Nullable Band band,
            double gone,
            String method) {
        return new Step(group, from.plusDays((long) time), time, survival, band, gone, method);
    }

    /// All numbers that the data allow.
    ///
    /// @param horizon for how many days ahead a forecast is wanted; 0 for none
    public List<Estimate> numbers(int horizon) {
        var numbers = new ArrayList<Estimate>();
        for (var group : spells.keySet()) {
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
        var curve = KaplanMeier.of(times(group, Spell.CENSORED));
        turnbull(group)
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
        var cohort = points(Point.Series.COHORT, group);
        for (int i = 0; i + 1 < PHASES.length; i++) {
            var first = atOrAfter(cohort, PHASES[i]);
            var last = atOrAfter(cohort, PHASES[i + 1]);
            if (last == null && !cohort.isEmpty() && days(cohort.getLast().date()) > PHASES[i]) {
                last = cohort.getLast();
            }
            if (first != null && last != null && first.date().isBefore(last.date())) {
                halfLife(group, first, last, numbers);
            }
        }
    }

    private void halfLife(String group, Point first, Point last, List<Estimate> numbers) {
        HalfLife.phase(
                        days(first.date()),
                        first.stocks().vulnerable(),
                        days(last.date()),
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
                .filter(point -> days(point.date()) >= day)
                .findFirst()
                .orElse(null);
    }

    private List<Point> points(Point.Series series, String group) {
        return trend.points().stream()
                .filter(point -> point.series() == series && point.group().equals(group))
                .toList();
    }

    private void plateau(String group, List<Estimate> numbers) {
        Plateau.of(KaplanMeier.of(times(group, Spell.CENSORED)))
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
        spells.keySet().stream()
                .filter(group -> !group.equals(ALL))
                .forEach(group -> groups.put(group, times(group, Spell.CENSORED)));
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
                test.degreesOfFreedom() + " degrees of freedom, p = " + test.pValue(),
                test.pValue() < 0.05
                        ? "The groups are patched at different speeds: chance alone would hardly make them differ so"
                                + " much."
                        : "Chance alone may make the groups differ as much."));
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
                        "So many servers there are if both sensors find each server as easily as any other, on their"
                                + " own. Scanners share what they leave out, so it is rather a lower bound."));
            }
        }
    }

    private void forecast(int horizon, List<Estimate> numbers) {
        var cohort = points(Point.Series.COHORT, ALL);
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
