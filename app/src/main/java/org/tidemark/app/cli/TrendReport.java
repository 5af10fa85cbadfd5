// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tidemark.app.report.Report;
import org.tidemark.app.report.TrendPage;
import org.tidemark.app.report.TrendPage.Figure;
import org.tidemark.app.report.TrendPage.Table;
import org.tidemark.app.report.TrendSvg;
import org.tidemark.run.Knowledge;
import org.tidemark.track.Estimate;
import org.tidemark.track.Point;

/// A population over time as a page: the same words as at a terminal, drawings, and the numbers behind them.
final class TrendReport {
    private static final int MOST_GROUPS = 200;
    private static final DateTimeFormatter MADE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private final TrendResult result;
    private final TrendPicture picture;
    private final TrendWords words;

    TrendReport(TrendResult result, TrendPicture picture) {
        this.result = result;
        this.picture = picture;
        this.words = new TrendWords(result);
    }

    TrendPage page(Invocation invocation, Knowledge knowledge, List<String> sources) {
        boolean nobody = result.whole(Point.Series.OPEN).isEmpty();
        return new TrendPage(
                nobody ? result.campaign().title() : words.title(),
                MADE.format(invocation.clock().instant().atOffset(ZoneOffset.UTC)),
                ReportBook.packs(knowledge),
                sources,
                nobody ? List.of() : counts(),
                nobody ? List.of(words.nobody()) : words.sentences(),
                nobody ? List.of() : figures(),
                nobody ? List.of() : tables());
    }

    private List<Report.Count> counts() {
        var stocks = result.whole(Point.Series.OPEN).getLast().stocks();
        return List.of(
                new Report.Count(stocks.exposed(), "servers on the last day", ""),
                new Report.Count(stocks.vulnerable(), "vulnerable", "bad"),
                new Report.Count(stocks.unknown(), "not decided", "doubt"),
                new Report.Count(stocks.patched(), "patched", "good"),
                new Report.Count(stocks.mitigated(), "mitigated", ""),
                new Report.Count(stocks.gone(), "gone", ""));
    }

    private List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(
                "How many servers are vulnerable",
                TrendSvg.lines(picture.open(), "open"),
                "All servers seen until that day. The line counts those that are vulnerable for sure, the band"
                        + " reaches up to those that the evidence does not decide."));
        if (result.isDivided()) {
            figures.add(new Figure(
                    "By " + result.by(),
                    TrendSvg.lines(picture.lines(), "groups"),
                    "Those groups that had the most vulnerable servers on their worst day."));
        }
        var cohort = picture.cohort();
        if (!cohort.points().isEmpty()) {
            figures.add(new Figure(
                    "What became of them",
                    TrendSvg.stacked(cohort, "cohort"),
                    "The same servers on every day: those that were vulnerable when the updates came out."));
        }
        survival(figures);
        return figures;
    }

    private void survival(List<Figure> figures) {
        picture.survival("survival")
                .ifPresent(svg -> figures.add(new Figure(
                        "How long they stayed so",
                        svg,
                        "The share that was not yet patched after so many days. Between two scans nobody knows the"
                                + " day; the line allows for that.")));
    }

    private List<Table> tables() {
        var open = result.whole(Point.Series.OPEN);
        var tables = new ArrayList<Table>();
        tables.add(new Table(
                "Days",
                "Servers at the end of each day. A * marks a day that is not comparable with the one before.",
                true,
                List.of("Day", "Exposed", "Vulnerable", "Patched", "Mitigated", "Undecided", "Gone", "Not covered"),
                open.stream().map(words::day).toList()));
        tables.add(new Table(
                "What changed",
                "Why the vulnerable are more or fewer than the day before: those that came, less those that went.",
                true,
                List.of(
                        "Day",
                        "Vulnerable",
                        "New",
                        "From undecided",
                        "Fell back",
                        "Came back",
                        "Patched",
                        "Mitigated",
                        "Gone",
                        "To undecided"),
                open.stream().map(TrendReport::flows).toList()));
        groups(tables);
        estimates(tables);
        others(tables);
        return tables;
    }

    private static List<String> flows(Point point) {
        var flows = point.flows();
        return List.of(
                point.date().toString(),
                Figures.number(point.stocks().vulnerable()),
                signed("+", flows.fresh()),
                signed("+", flows.fromUnknown()),
                signed("+", flows.regressed()),
                signed("+", flows.reappeared()),
                signed("−", flows.patched()),
                signed("−", flows.mitigated()),
                signed("−", flows.gone()),
                signed("−", flows.toUnknown()));
    }

    private static String signed(String sign, int number) {
        return number == 0 ? "0" : sign + Figures.number(number);
    }

    private void groups(List<Table> tables) {
        if (!result.isDivided()) {
            return;
        }
        var all = words.groups();
        int left = Math.max(0, all.size() - MOST_GROUPS);
        tables.add(new Table(
                "Groups",
                "On the last day of each, by " + result.by() + "."
                        + (left > 0 ? " " + left + " smaller ones are left out; --json and --csv have them all." : ""),
                true,
                List.of("Group", "Exposed", "Vulnerable", "Share", "Patched", "Half patched in"),
                all.stream().limit(MOST_GROUPS).map(words::group).toList()));
    }

    private void estimates(List<Table> tables) {
        var rows = result.numbers().stream()
                .filter(number -> !number.doubtful() && number.group().equals(TrendResult.ALL))
                .map(TrendReport::estimate)
                .toList();
        if (!rows.isEmpty()) {
            tables.add(new Table(
                    "Estimates",
                    "Numbers that are not counted but concluded, with what they rest on.",
                    false,
                    List.of("What", "Value", "Between (95 %)", "How", "What it means"),
                    rows));
        }
    }

    private static List<String> estimate(Estimate number) {
        var band = number.band();
        return List.of(
                number.name(),
                TrendWords.value(number),
                band == null ? "-" : bound(number, band.lower()) + " to " + bound(number, band.upper()),
                number.method(),
                number.words());
    }

    private static String bound(Estimate number, double value) {
        return !Double.isFinite(value)
                ? "no end"
                : switch (number.unit()) {
                    case "days" -> TrendWords.days(value);
                    case "share" -> Figures.percent(value);
                    default -> Figures.number(Math.round(value));
                };
    }

    private void others(List<Table> tables) {
        if (!result.trend().breaks().isEmpty()) {
            tables.add(new Table(
                    "Where the looking changed",
                    "From these days on the numbers are not comparable with those before.",
                    false,
                    List.of("Day", "What changed"),
                    result.trend().breaks().stream()
                            .map(each -> List.of(each.date().toString(), each.reason()))
                            .toList()));
        }
        if (!result.published().isEmpty()) {
            tables.add(new Table(
                    "Published by others",
                    "Counted by others, in other ways: drawn beside the line and never joined to it.",
                    false,
                    List.of("Day", "Number", "Who", "Where"),
                    result.published().stream()
                            .map(one -> List.of(
                                    one.date().toString(), Figures.number(one.value()), one.label(), one.source()))
                            .toList()));
        }
    }
}
