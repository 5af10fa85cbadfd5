// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.published.PublishedCount;
import org.tidemark.estimate.Band;
import org.tidemark.track.CurveStep;
import org.tidemark.track.Estimate;
import org.tidemark.track.Point;

/// A population over time as rows.
final class TrendRows {
    /// What a table of points shows.
    static final List<String> COLUMNS = List.of(
            "date",
            "series",
            "group",
            "servers",
            "exposed",
            "vulnerable",
            "patched",
            "mitigated",
            "unknown",
            "gone",
            "notCovered",
            "new",
            "fromUnknown",
            "regressed",
            "reappeared",
            "newlyPatched",
            "newlyMitigated",
            "newlyGone",
            "toUnknown",
            "lower",
            "upper");

    private final Answer answer;
    private final String campaign;

    TrendRows(Answer answer, String campaign) {
        this.answer = answer;
        this.campaign = campaign;
    }

    void write(TrendResult result) {
        var trend = result.trend();
        trend.points().forEach(point -> answer.row(point(point)));
        trend.breaks()
                .forEach(each ->
                        answer.row(Row.of("break").put("date", each.date()).put("reason", each.reason())));
        if (!answer.forPeople()) {
            result.published().forEach(one -> answer.row(published(one)));
            result.estimates().curves().forEach(step -> answer.row(survival(step)));
            result.numbers().forEach(number -> answer.row(estimate(number)));
        }
    }

    private Row point(Point point) {
        var stocks = point.stocks();
        var flows = point.flows();
        var row = Row.of("point")
                .put("date", point.date())
                .put("series", point.series().name().toLowerCase(Locale.ROOT))
                .put("group", point.group())
                .put("campaign", campaign)
                .put("servers", stocks.servers())
                .put("exposed", stocks.exposed())
                .put("vulnerable", stocks.vulnerable())
                .put("patched", stocks.patched())
                .put("mitigated", stocks.mitigated())
                .put("unknown", stocks.unknown())
                .put("gone", stocks.gone())
                .put("notCovered", stocks.notCovered())
                .put("new", flows.fresh())
                .put("fromUnknown", flows.fromUnknown())
                .put("regressed", flows.regressed())
                .put("reappeared", flows.reappeared())
                .put("newlyPatched", flows.patched())
                .put("newlyMitigated", flows.mitigated())
                .put("newlyGone", flows.gone())
                .put("toUnknown", flows.toUnknown());
        // What is vulnerable for sure, and what may be: the undecided, and of the cohort those that are gone as well.
        int upper = stocks.vulnerable() + stocks.unknown();
        row.put("lower", stocks.vulnerable())
                .put("upper", point.series() == Point.Series.COHORT ? upper + stocks.gone() : upper);
        if (point.series() == Point.Series.COHORT && stocks.servers() > 0) {
            double all = stocks.servers();
            row.put("vulnerableShare", stocks.vulnerable() / all)
                    .put("patchedShare", stocks.patched() / all)
                    .put("mitigatedShare", stocks.mitigated() / all)
                    .put("unknownShare", stocks.unknown() / all)
                    .put("goneShare", stocks.gone() / all);
        }
        return row;
    }

    private static Row published(PublishedCount one) {
        return Row.of("published")
                .put("date", one.date())
                .put("value", one.value())
                .put("label", one.label().isEmpty() ? null : one.label())
                .put("source", one.source().isEmpty() ? null : one.source());
    }

    private static Row survival(CurveStep step) {
        return Row.of("survival")
                .put("group", step.group())
                .put("date", step.day())
                .put("time", step.time())
                .put("survival", step.survival())
                .put("lower", lower(step.band()))
                .put("upper", upper(step.band()))
                .put("gone", finite(step.gone()))
                .put("method", step.method());
    }

    private static Row estimate(Estimate number) {
        return Row.of("estimate")
                .put("name", number.name())
                .put("group", number.group())
                .put("value", finite(number.value()))
                .put("lower", lower(number.band()))
                .put("upper", upper(number.band()))
                .put("unit", number.unit())
                .put("method", number.method())
                .put("words", number.words())
                .put("doubtful", number.doubtful());
    }

    private static @Nullable Double lower(@Nullable Band band) {
        return band == null ? null : finite(band.lower());
    }

    private static @Nullable Double upper(@Nullable Band band) {
        return band == null ? null : finite(band.upper());
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /// The counts of the summary, which are those of the last day.
    Row counts(TrendResult result) {
        var trend = result.trend();
        var last = trend.points().stream()
                .filter(point ->
                        point.series() == Point.Series.OPEN && point.group().equals("all"))
                .reduce((_, b) -> b);
        last.filter(point -> point.stocks().vulnerable() + point.stocks().unknown() > 0)
                .ifPresent(_ -> answer.found());
        if (!answer.forPeople() && trend.undeclared() > 0) {
            answer.hint("Scans of " + trend.undeclared() + (trend.undeclared() == 1 ? " day" : " days")
                    + " declare nothing of their coverage: nobody is gone by them.");
        }
        var row = Row.of("summary")
                .put("campaign", campaign)
                .put("points", trend.points().size())
                .put("breaks", trend.breaks().size())
                .put("undeclaredDays", trend.undeclared())
                .put("groupsEstimated", result.estimates().groupsEstimated())
                .put("cohortFrom", trend.cohortFrom())
                .put("date", last.map(Point::date).orElse(null))
                .put(
                        "vulnerable",
                        last.map(point -> point.stocks().vulnerable()).orElse(0))
                .put("exposed", last.map(point -> point.stocks().exposed()).orElse(0));
        if (!result.lookedUpIn().isEmpty()) {
            row.put(
                    "lookedUpIn",
                    result.lookedUpIn().stream().map(LookUp.Used::fields).toList());
        }
        return row;
    }
}
