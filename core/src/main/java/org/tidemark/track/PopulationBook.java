// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Adds up what servers changed into points, and holds the balance against them: what is vulnerable today is what was
/// yesterday, and what came, less what went.
public final class PopulationBook {
    private final Point.Series series;
    private final Map<String, TreeMap<LocalDate, Day>> groups = new TreeMap<>();

    public PopulationBook(Point.Series series) {
        this.series = series;
    }

    /// What changed on one day in one group.
    private static final class Day {
        private final EnumMap<State, Integer> net = new EnumMap<>(State.class);
        private int notCovered;
        /// What became vulnerable, by what it was; what was not there before has the key null.
        private final Map<@Nullable State, Integer> in = new HashMap<>();
        private final EnumMap<State, Integer> out = new EnumMap<>(State.class);
    }

    /// So many servers of a group went from one standing to another on a day.
    ///
    /// @param before null where they were not there before
    public void add(LocalDate day, String group, @Nullable Standing before, Standing after, int servers) {
        var changed = groups.computeIfAbsent(group, _ -> new TreeMap<>()).computeIfAbsent(day, _ -> new Day());
        var was = before == null ? null : before.state();
        if (was != null) {
            changed.net.merge(was, -servers, Integer::sum);
        }
        changed.net.merge(after.state(), servers, Integer::sum);
        changed.notCovered +=
                (after.notCovered() ? servers : 0) - (before != null && before.notCovered() ? servers : 0);
        if (was != after.state()) {
            if (after.state() == State.VULNERABLE) {
                changed.in.merge(was, servers, Integer::sum);
            } else if (was == State.VULNERABLE) {
                changed.out.merge(after.state(), servers, Integer::sum);
            }
        }
    }

    /// A point for each day on which somebody looked, group by group.
    ///
    /// @param days all days on which somebody looked, oldest first
    /// @throws IllegalStateException where the balance does not hold, which is a bug
    public List<Point> points(List<LocalDate> days) {
        var points = new ArrayList<Point>();
        for (var group : groups.entrySet()) {
            points.addAll(points(group.getKey(), group.getValue(), days));
        }
        return points;
    }

    private List<Point> points(String group, Map<LocalDate, Day> changes, List<LocalDate> days) {
        var points = new ArrayList<Point>();
        var stocks = new EnumMap<State, Integer>(State.class);
        int notCovered = 0;
        int vulnerable = 0;
        var unread = new TreeSet<>(changes.keySet());
        for (var day : days) {
            var change = changes.getOrDefault(day, new Day());
            unread.remove(day);
            change.net.forEach((state, servers) -> stocks.merge(state, servers, Integer::sum));
            notCovered += change.notCovered;
            if (!points.isEmpty() || !stocks.isEmpty()) {
                var point = new Point(day, series, group, stocks(stocks, notCovered), flows(change));
                balanced(point, vulnerable);
                vulnerable = point.stocks().vulnerable();
                points.add(point);
            }
        }
        if (!unread.isEmpty()) {
            throw new IllegalStateException("servers changed on a day on which nobody looked: " + unread.first());
        }
        return points;
    }

    private static void balanced(Point point, int before) {
        if (point.stocks().vulnerable() != before + point.flows().net()) {
            throw new IllegalStateException("the balance of " + point.group() + " does not hold on " + point.date()
                    + ": " + point.stocks() + ", " + before + " before, " + point.flows());
        }
    }

    private static Stocks stocks(Map<State, Integer> stocks, int notCovered) {
        return new Stocks(
                stocks.getOrDefault(State.VULNERABLE, 0),
                stocks.getOrDefault(State.PATCHED, 0),
                stocks.getOrDefault(State.MITIGATED, 0),
                stocks.getOrDefault(State.UNKNOWN, 0),
                stocks.getOrDefault(State.GONE, 0),
                notCovered);
    }

    private static Flows flows(Day day) {
        return new Flows(
                day.in.getOrDefault(null, 0),
                day.in.getOrDefault(State.UNKNOWN, 0),
                day.in.getOrDefault(State.PATCHED, 0) + day.in.getOrDefault(State.MITIGATED, 0),
                day.in.getOrDefault(State.GONE, 0),
                day.out.getOrDefault(State.PATCHED, 0),
                day.out.getOrDefault(State.MITIGATED, 0),
                day.out.getOrDefault(State.GONE, 0),
                day.out.getOrDefault(State.UNKNOWN, 0));
    }
}
