// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tidemark.app.report.Days;
import org.tidemark.track.Estimate;
import org.tidemark.track.Point;

/// A population over time in plain sentences, for a terminal and for a page. Texts from outside stand in them as they
/// are: who shows them makes them harmless.
final class TrendWords {
    private final TrendResult result;

    TrendWords(TrendResult result) {
        this.result = result;
    }

    String title() {
        var open = result.whole(Point.Series.OPEN);
        return result.campaign().title() + ", "
                + Days.whole(open.getFirst().date()) + " to "
                + Days.whole(open.getLast().date());
    }

    String nobody() {
        return "No server was seen that can have the flaws of "
                + result.campaign().title() + ".";
    }

    /// What the last day and the cohort come to, what is estimated, and where the looking changed.
    List<String> sentences() {
        var sentences = new ArrayList<String>();
        sentences.add(last(result.whole(Point.Series.OPEN).getLast()));
        cohort(sentences);
        result.numbers().stream()
                .filter(each -> each.group().equals(TrendResult.ALL)
                        && !each.doubtful()
                        && !each.name().equals("median-days"))
                .forEach(each -> sentences.add(sentence(each)));
        result.trend().breaks().forEach(each -> sentences.add("* " + each.date() + ": " + each.reason()));
        if (result.estimates().groupsLeftOut() > 0) {
            sentences.add("Curves and half-lives are given for the "
                    + result.estimates().groupsEstimated() + " largest groups.");
        }
        int undeclared = result.trend().undeclared();
        if (undeclared > 0) {
            sentences.add("Scans of " + undeclared + (undeclared == 1 ? " day" : " days")
                    + " declare nothing of their coverage: nobody is gone by them, and servers that they miss keep their"
                    + " last state.");
        }
        return sentences;
    }

    private static String last(Point last) {
        var stocks = last.stocks();
        return "On " + Days.whole(last.date()) + " " + Figures.number(stocks.vulnerable()) + " of "
                + Figures.number(stocks.exposed())
                + " servers were vulnerable for sure, " + Figures.number(stocks.vulnerable() + stocks.unknown())
                + " with those that the evidence does not decide.";
    }

    private void cohort(List<String> sentences) {
        var cohort = result.whole(Point.Series.COHORT);
        if (cohort.isEmpty() || cohort.getLast().stocks().servers() == 0) {
            return;
        }
        var stocks = cohort.getLast().stocks();
        double all = stocks.servers();
        var text = "Of the " + Figures.number(stocks.servers()) + " servers that were vulnerable by "
                + Days.whole(cohort.getFirst().date()) + ", " + Figures.percent(stocks.patched() / all)
                + " are patched, " + Figures.percent(stocks.mitigated() / all) + " mitigated, "
                + Figures.percent(stocks.vulnerable() / all) + " still vulnerable, "
                + Figures.percent(stocks.unknown() / all) + " undecided and "
                + Figures.percent(stocks.gone() / all) + " gone.";
        var median = median(TrendResult.ALL);
        sentences.add(median.isEmpty() ? text : text + " Half of them were patched within " + median + ".");
    }

    /// In how many days half of a group was patched; empty where that is not yet so.
    String median(String group) {
        return result.numbers().stream()
                .filter(each ->
                        each.name().equals("median-days") && each.group().equals(group))
                .map(each -> days(each.value()))
                .findFirst()
                .orElse("");
    }

    private static String sentence(Estimate estimate) {
        return estimate.name() + ": " + value(estimate) + between(estimate) + ". " + estimate.words();
    }

    static String value(Estimate estimate) {
        return switch (estimate.unit()) {
            case "days" -> days(estimate.value());
            case "share" -> Figures.percent(estimate.value());
            case "chi-squared" ->
                String.format(Locale.ROOT, "chi-squared %.1f, %s", estimate.value(), estimate.method());
            default -> Figures.number(Math.round(estimate.value())) + " " + estimate.unit();
        };
    }

    private static String between(Estimate estimate) {
        var band = estimate.band();
        if (band == null || estimate.unit().equals("days")) {
            return "";
        }
        return estimate.unit().equals("share")
                ? " (" + Figures.percent(band.lower()) + " to " + Figures.percent(band.upper()) + ")"
                : " (" + Figures.number(Math.round(band.lower())) + " to " + Figures.number(Math.round(band.upper()))
                        + ")";
    }

    /// The last point of each group, the one with the most vulnerable servers first.
    List<Point> groups() {
        return result.trend().points().stream()
                .filter(point ->
                        point.series() == Point.Series.OPEN && !point.group().equals(TrendResult.ALL))
                .collect(Collectors.toMap(Point::group, point -> point, (_, later) -> later))
                .values()
                .stream()
                .sorted(Comparator.comparingInt((Point point) -> -point.stocks().vulnerable())
                        .thenComparing(Point::group))
                .toList();
    }

    /// The cells of a group's row: exposed, vulnerable, share, patched, half patched in.
    List<String> group(Point point) {
        var stocks = point.stocks();
        var median = median(point.group());
        return List.of(
                point.group(),
                Figures.number(stocks.exposed()),
                Figures.number(stocks.vulnerable()),
                stocks.exposed() == 0 ? "-" : Figures.percent(stocks.vulnerable() / (double) stocks.exposed()),
                Figures.number(stocks.patched()),
                median.isEmpty() ? "not yet" : median);
    }

    /// The cells of a day's row: exposed, vulnerable, patched, mitigated, unknown, gone, not covered.
    List<String> day(Point point) {
        var stocks = point.stocks();
        return List.of(
                point.date() + (isBreak(point.date()) ? " *" : ""),
                Figures.number(stocks.exposed()),
                Figures.number(stocks.vulnerable()),
                Figures.number(stocks.patched()),
                Figures.number(stocks.mitigated()),
                Figures.number(stocks.unknown()),
                Figures.number(stocks.gone()),
                Figures.number(stocks.notCovered()));
    }

    boolean isBreak(LocalDate day) {
        return result.trend().breaks().stream().anyMatch(each -> each.date().equals(day));
    }

    static String days(double days) {
        return String.format(Locale.ROOT, days < 10 ? "%.1f days" : "%.0f days", days)
                .replace(".0 ", " ");
    }
}
