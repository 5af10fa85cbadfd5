// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Fix;
import org.tidemark.advisory.PartialDate;
import org.tidemark.app.report.SurvivalSvg;
import org.tidemark.app.report.TrendDrawing;
import org.tidemark.app.report.TrendDrawing.Event;
import org.tidemark.app.report.TrendDrawing.Published;
import org.tidemark.track.CurveStep;
import org.tidemark.track.Point;
import org.tidemark.track.Trend;

/// What of a population over time is drawn: which lines, and the days that explain their bends.
final class TrendPicture {
    private static final String ALL = TrendResult.ALL;
    private static final int MOST_LINES = 5;
    /// Later updates hold the fixes too, for years; those of the first weeks bend the line.
    private static final int DAYS_OF_UPDATES = 30;

    private static final int MOST_UPDATE_DAYS = 4;

    private final TrendResult result;
    private final Campaign campaign;
    private final Trend trend;

    TrendPicture(TrendResult result) {
        this.result = result;
        this.campaign = result.campaign();
        this.trend = result.trend();
    }

    /// The vulnerable servers of the whole population.
    TrendDrawing open() {
        return marked(TrendDrawing.of(
                        "Vulnerable to " + campaign.title(), result.whole(Point.Series.OPEN), trend.breaks()))
                .withPublished(published(result.whole(Point.Series.OPEN)))
                .withUndecided();
    }

    /// A line for each of the groups with the most vulnerable servers on their worst day; the whole population
    /// where
    /// it is not divided.
    TrendDrawing lines() {
        if (!result.isDivided()) {
            return open();
        }
        var worst = new HashMap<String, Integer>();
        trend.points().stream()
                .filter(point ->
                        point.series() == Point.Series.OPEN && !point.group().equals(ALL))
                .forEach(point -> worst.merge(point.group(), point.stocks().vulnerable(), Math::max));
        var drawn = worst.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LINES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var points = trend.points().stream()
                .filter(point -> point.series() == Point.Series.OPEN && drawn.contains(point.group()))
                .toList();
        var some = worst.size() > drawn.size() ? ", the " + drawn.size() + " with the most" : "";
        return marked(TrendDrawing.of(
                "Vulnerable to " + campaign.title() + " by " + result.by() + some, points, trend.breaks()));
    }

    /// What became of the servers that were vulnerable at first.
    TrendDrawing cohort() {
        return marked(TrendDrawing.of(
                "What became of the servers that were vulnerable at first",
                result.whole(Point.Series.COHORT),
                trend.breaks()));
    }

    /// How long servers stayed vulnerable, as SVG; empty where none was vulnerable at first.
    Optional<String> survival(String id) {
        var from = trend.cohortFrom();
        var curves = result.estimates().curves(ALL);
        var turnbull = curves(curves, "turnbull");
        return from == null || turnbull.isEmpty()
                ? Optional.empty()
                : Optional.of(SurvivalSvg.of(from, turnbull, curves(curves, "kaplan-meier"), id));
    }

    private static List<CurveStep> curves(List<CurveStep> steps, String method) {
        return steps.stream().filter(step -> step.method().equals(method)).toList();
    }

    private TrendDrawing marked(TrendDrawing drawing) {
        return drawing.withEvents(events());
    }

    /// Those of others that lie within the days that are drawn: an older one would press all lines into a corner.
    private List<Published> published(List<Point> points) {
        return points.isEmpty()
                ? List.of()
                : result.published().stream()
                        .filter(one -> !one.date().isBefore(points.getFirst().date())
                                && !one.date().isAfter(points.getLast().date()))
                        .map(one -> new Published(one.date(), one.value(), one.label()))
                        .toList();
    }

    /// The disclosure, and the days on which updates came out.
    private List<Event> events() {
        var events = new ArrayList<Event>();
        var disclosed = days(campaign.disclosed());
        var released = days(campaign.fixReleased());
        var days = new TreeSet<LocalDate>(disclosed);
        days.addAll(released);
        for (var day : days) {
            events.add(new Event(
                    day,
                    !released.contains(day)
                            ? "Disclosed"
                            : disclosed.contains(day) ? "Disclosed, first updates" : "First updates"));
        }
        later(released).forEach(day -> events.add(new Event(day, "More updates")));
        return events;
    }

    private List<LocalDate> later(SortedSet<LocalDate> first) {
        if (first.isEmpty()) {
            return List.of();
        }
        return campaign.cves().stream()
                .flatMap(cve -> result.catalogue().fixesOf(cve).stream())
                .filter(fix -> fix.kind() == Fix.Kind.UPDATE)
                .map(Fix::build)
                .filter(Objects::nonNull)
                .flatMap(build -> result.catalogue().release(build).stream())
                .map(release -> release.released())
                .filter(Objects::nonNull)
                .filter(PartialDate::isDay)
                .map(PartialDate::first)
                .filter(day -> day.isAfter(first.first())
                        && !first.contains(day)
                        && !day.isAfter(first.first().plusDays(DAYS_OF_UPDATES)))
                .distinct()
                .sorted()
                .limit(MOST_UPDATE_DAYS)
                .toList();
    }

    private static SortedSet<LocalDate> days(List<PartialDate> dates) {
        return dates.stream()
                .filter(PartialDate::isDay)
                .map(PartialDate::first)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
