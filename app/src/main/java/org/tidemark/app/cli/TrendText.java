// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tidemark.advisory.Campaign;
import org.tidemark.app.report.TrendDrawing;
import org.tidemark.track.Estimates.Estimate;
import org.tidemark.track.Point;
import org.tidemark.track.Trend;

/// A population over time, for people.
final class TrendText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final int ROWS = 16;
    private static final int WIDEST = 100;
    private static final int MOST_DAYS = 32;
    private static final int MOST_GROUPS = 20;
    private static final String ALL = "all";

    private final PrintWriter out;
    private final Terminal terminal;
    private final Campaign campaign;
    private final Trend trend;
    private final List<Estimate> numbers;
    private final String by;
    private final boolean unicode;

    /// @param unicode whether the terminal shows more than ASCII
    TrendText(Answer answer, Campaign campaign, Trend trend, List<Estimate> numbers, String by, boolean unicode) {
        this.out = answer.people();
        this.terminal = answer.terminal();
        this.campaign = campaign;
        this.trend = trend;
        this.numbers = numbers;
        this.by = by;
        this.unicode = unicode;
    }

    void print(TrendDrawing drawing) {
        var open = points(Point.Series.OPEN);
        if (open.isEmpty()) {
            out.println("No server was seen that can have the flaws of " + campaign.title() + ".");
            return;
        }
        out.println(terminal.paint(
                Terminal.Ink.STRONG,
                campaign.title() + ", " + DAY.format(open.getFirst().date()) + " to "
                        + DAY.format(open.getLast().date())));
        out.println();
        if (drawing.points().size() > 1) {
            TrendChart.lines(drawing, Math.min(terminal.width(), WIDEST), ROWS, unicode)
                    .forEach(out::println);
            out.println();
        }
        days(open);
        if (!by.isEmpty()) {
            out.println();
            groups();
        }
        out.println();
        sentences(open)
                .forEach(sentence -> Terminal.wrap(sentence, terminal.width()).forEach(out::println));
    }

    private List<Point> points(Point.Series series) {
        return trend.points().stream()
                .filter(point -> point.series() == series && point.group().equals(ALL))
                .toList();
    }

    private void days(List<Point> open) {
        var table = new Table("DAY", "EXPOSED", "VULNERABLE", "PATCHED", "MITIGATED", "UNKNOWN", "GONE", "NOT COVERED");
        for (var point : thinned(open)) {
            var stocks = point.stocks();
            table.row(
                    Terminal.Ink.STRONG,
                    point.date() + (isBreak(point.date()) ? " *" : ""),
                    number(stocks.exposed()),
                    number(stocks.vulnerable()),
                    number(stocks.patched()),
                    number(stocks.mitigated()),
                    number(stocks.unknown()),
                    number(stocks.gone()),
                    number(stocks.notCovered()));
        }
        table.print(out, terminal, -1);
    }

    /// Not more days than a screen holds: the first, the last, those with a break, and some between.
    private List<Point> thinned(List<Point> points) {
        int step = (points.size() + MOST_DAYS - 1) / MOST_DAYS;
        var some = new ArrayList<Point>();
        for (int i = 0; i < points.size(); i++) {
            if (i % step == 0 || i == points.size() - 1 || isBreak(points.get(i).date())) {
                some.add(points.get(i));
            }
        }
        return some;
    }

    private boolean isBreak(LocalDate day) {
        return trend.breaks().stream().anyMatch(each -> each.date().equals(day));
    }

    private void groups() {
        var last = trend.points().stream()
                .filter(point ->
                        point.series() == Point.Series.OPEN && !point.group().equals(ALL))
                .collect(java.util.stream.Collectors.toMap(Point::group, point -> point, (_, b) -> b))
                .values()
                .stream()
                .sorted(Comparator.comparingInt((Point point) -> -point.stocks().vulnerable())
                        .thenComparing(Point::group))
                .toList();
        var table =
                new Table(by.toUpperCase(Locale.ROOT), "EXPOSED", "VULNERABLE", "SHARE", "PATCHED", "HALF PATCHED IN");
        for (var point : last.stream().limit(MOST_GROUPS).toList()) {
            var stocks = point.stocks();
            table.row(
                    Terminal.Ink.STRONG,
                    Terminal.safe(point.group()),
                    number(stocks.exposed()),
                    number(stocks.vulnerable()),
                    stocks.exposed() == 0 ? "-" : TrendCommand.percent(stocks.vulnerable() / (double) stocks.exposed()),
                    number(stocks.patched()),
                    numbers.stream()
                            .filter(each -> each.name().equals("median-days")
                                    && each.group().equals(point.group()))
                            .map(each -> days(each.value()))
                            .findFirst()
                            .orElse("not yet"));
        }
        table.print(out, terminal, -1);
        if (last.size() > MOST_GROUPS) {
            out.println("and " + (last.size() - MOST_GROUPS) + " more; --json and --csv have them all.");
        }
    }

    private List<String> sentences(List<Point> open) {
        var sentences = new ArrayList<String>();
        var last = open.getLast();
        sentences.add(
                "On " + DAY.format(last.date()) + " " + number(last.stocks().vulnerable()) + " of "
                        + number(last.stocks().exposed()) + " servers were vulnerable for sure, "
                        + number(last.stocks().vulnerable() + last.stocks().unknown())
                        + " with those that the evidence does not"
                        + " decide.");
        cohort(sentences);
        numbers.stream()
                .filter(each -> each.group().equals(ALL) && !each.name().equals("median-days"))
                .forEach(each -> sentences.add(sentence(each)));
        trend.breaks().forEach(each -> sentences.add("* " + each.date() + ": " + Terminal.safe(each.reason())));
        if (trend.undeclared() > 0) {
            sentences.add("Scans of " + trend.undeclared() + (trend.undeclared() == 1 ? " day" : " days")
                    + " declare nothing of their coverage: nobody is gone by them, and servers that they miss keep their"
                    + " last state.");
        }
        return sentences;
    }

    private void cohort(List<String> sentences) {
        var cohort = points(Point.Series.COHORT);
        if (cohort.isEmpty() || cohort.getLast().stocks().servers() == 0) {
            return;
        }
        var stocks = cohort.getLast().stocks();
        double all = stocks.servers();
        var text = "Of the " + number(stocks.servers()) + " servers that were vulnerable by "
                + DAY.format(cohort.getFirst().date()) + ", " + TrendCommand.percent(stocks.patched() / all)
                + " are patched, " + TrendCommand.percent(stocks.mitigated() / all) + " mitigated, "
                + TrendCommand.percent(stocks.vulnerable() / all) + " still vulnerable, "
                + TrendCommand.percent(stocks.unknown() / all) + " undecided and "
                + TrendCommand.percent(stocks.gone() / all) + " gone.";
        sentences.add(numbers.stream()
                .filter(each ->
                        each.name().equals("median-days") && each.group().equals(ALL))
                .map(each -> text + " Half of them were patched within " + days(each.value()) + ".")
                .findFirst()
                .orElse(text));
    }

    private static String sentence(Estimate estimate) {
        var band = estimate.band();
        var value = switch (estimate.unit()) {
            case "days" -> days(estimate.value());
            case "share" -> TrendCommand.percent(estimate.value());
            case "chi-squared" -> String.format(Locale.ROOT, "χ² = %.1f, %s", estimate.value(), estimate.method());
            default -> number(Math.round(estimate.value())) + " " + estimate.unit();
        };
        var between = band == null || estimate.unit().equals("days")
                ? ""
                : estimate.unit().equals("share")
                        ? " (" + TrendCommand.percent(band.lower()) + " to " + TrendCommand.percent(band.upper()) + ")"
                        : " (" + number(Math.round(band.lower())) + " to " + number(Math.round(band.upper())) + ")";
        return estimate.name() + ": " + value + between + ". " + estimate.words();
    }

    private static String days(double days) {
        return String.format(Locale.ROOT, days < 10 ? "%.1f days" : "%.0f days", days)
                .replace(".0 ", " ");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
