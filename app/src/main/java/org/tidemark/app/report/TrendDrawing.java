// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tidemark.track.Break;
import org.tidemark.track.Point;
import org.tidemark.track.Stocks;

/// A population over time as it is to be drawn, whether on a terminal or on a page. All texts are plain; who draws
/// escapes them.
///
/// @param title what is drawn, short
/// @param points of one series, of one group or several, in any order
/// @param breaks where lines must not be joined
/// @param events days to mark: a batch of updates, the disclosure
/// @param published what others counted; never joined by a line, since they counted something else
/// @param bands where a number is an estimate, or not decided
/// @param meaning what the bands show
public record TrendDrawing(
        String title,
        List<Point> points,
        List<Break> breaks,
        List<Event> events,
        List<Published> published,
        List<Span> bands,
        Band meaning) {
    /// What a band shows, in a legend and as a sentence.
    public enum Band {
        CONFIDENCE("95 % band", "where an estimate lies with a confidence of 95 %"),
        UNDECIDED("perhaps vulnerable", "up to here with the servers that the evidence does not decide");

        private final String label;
        private final String words;

        Band(String label, String words) {
            this.label = label;
            this.words = words;
        }

        public String label() {
            return label;
        }

        public String words() {
            return words;
        }
    }

    /// @throws IllegalArgumentException where the points are of several series
    public TrendDrawing {
        if (points.stream().map(Point::series).distinct().count() > 1) {
            throw new IllegalArgumentException("points of several series in one drawing");
        }
        points = points.stream()
                .sorted(Comparator.comparing(Point::date).thenComparing(Point::group))
                .toList();
        breaks = breaks.stream().sorted(Comparator.comparing(Break::date)).toList();
        events = events.stream().sorted(Comparator.comparing(Event::date)).toList();
        published =
                published.stream().sorted(Comparator.comparing(Published::date)).toList();
        bands = bands.stream().sorted(Comparator.comparing(Span::date)).toList();
    }

    /// Points alone.
    public static TrendDrawing of(String title, List<Point> points, List<Break> breaks) {
        return new TrendDrawing(title, points, breaks, List.of(), List.of(), List.of(), Band.CONFIDENCE);
    }

    public TrendDrawing withEvents(List<Event> more) {
        return new TrendDrawing(title, points, breaks, more, published, bands, meaning);
    }

    public TrendDrawing withPublished(List<Published> more) {
        return new TrendDrawing(title, points, breaks, events, more, bands, meaning);
    }

    public TrendDrawing withBands(List<Span> more) {
        return new TrendDrawing(title, points, breaks, events, published, more, Band.CONFIDENCE);
    }

    /// From the servers that are vulnerable for sure to those that may be, for each point.
    public TrendDrawing withUndecided() {
        var spans = points.stream()
                .map(point -> new Span(
                        point.date(),
                        point.group(),
                        point.stocks().vulnerable(),
                        point.stocks().vulnerable() + point.stocks().unknown()))
                .toList();
        return new TrendDrawing(title, points, breaks, events, published, spans, Band.UNDECIDED);
    }

    /// A day to mark.
    public record Event(LocalDate date, String label) {}

    /// A number that somebody else published.
    public record Published(LocalDate date, double value, String label) {
        public Published {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("a published number of " + value);
            }
        }
    }

    /// Between which numbers the true one lies on a day.
    public record Span(LocalDate date, String group, double lower, double upper) {
        public Span {
            if (!(lower >= 0) || !(lower <= upper) || Double.isInfinite(upper)) {
                throw new IllegalArgumentException("a band from " + lower + " to " + upper);
            }
        }
    }

    /// Points in a row between which no break lies; these alone may be joined.
    public record Run(String group, List<Point> points) {
        public Run {
            points = List.copyOf(points);
        }

        public LocalDate first() {
            return points.getFirst().date();
        }

        public LocalDate last() {
            return points.getLast().date();
        }
    }

    /// The groups, the one with the most vulnerable servers at its end first.
    public List<String> groups() {
        var last = new TreeMap<String, Integer>();
        points.forEach(point -> last.put(point.group(), point.stocks().vulnerable()));
        return last.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The parts of a group's line.
    public List<Run> runs(String group) {
        var runs = new ArrayList<Run>();
        var run = new ArrayList<Point>();
        for (var point : points) {
            if (!point.group().equals(group)) {
                continue;
            }
            if (!run.isEmpty() && isBroken(run.getLast().date(), point.date())) {
                runs.add(new Run(group, run));
                run.clear();
            }
            run.add(point);
        }
        if (!run.isEmpty()) {
            runs.add(new Run(group, run));
        }
        return runs;
    }

    private boolean isBroken(LocalDate before, LocalDate after) {
        return breaks.stream()
                .anyMatch(one -> one.date().isAfter(before) && !one.date().isAfter(after));
    }

    /// The days from the first number to the last; empty where nothing is drawn.
    public Optional<Days> days() {
        var dates = Stream.concat(
                        points.stream().map(Point::date), published.stream().map(Published::date))
                .sorted()
                .toList();
        return dates.isEmpty() ? Optional.empty() : Optional.of(new Days(dates.getFirst(), dates.getLast()));
    }

    /// The breaks between two points.
    public List<Break> breaksShown() {
        return points.isEmpty()
                ? List.of()
                : breaks.stream()
                        .filter(one -> one.date().isAfter(points.getFirst().date())
                                && !one.date().isAfter(points.getLast().date()))
                        .toList();
    }

    /// The events within the days drawn.
    public List<Event> eventsShown() {
        return days().map(days -> events.stream()
                        .filter(event -> days.contains(event.date()))
                        .toList())
                .orElse(List.of());
    }

    /// The bands along a part of a group's line.
    public List<Span> bandsOf(Run run) {
        return bands.stream()
                .filter(band -> band.group().equals(run.group())
                        && !band.date().isBefore(run.first())
                        && !band.date().isAfter(run.last()))
                .toList();
    }

    /// The greatest number that is drawn.
    public double greatest() {
        double greatest = 0;
        for (var point : points) {
            greatest = Math.max(greatest, point.stocks().vulnerable());
        }
        for (var one : published) {
            greatest = Math.max(greatest, one.value());
        }
        for (var band : bands) {
            greatest = Math.max(greatest, band.upper());
        }
        return greatest;
    }

    /// The share of a cohort in one state; 0 where the cohort is empty.
    static double share(Stocks stocks, int part) {
        return stocks.servers() == 0 ? 0 : (double) part / stocks.servers();
    }
}
