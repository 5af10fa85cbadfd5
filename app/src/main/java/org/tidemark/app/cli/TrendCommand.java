// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.PartialDate;
import org.tidemark.app.report.ReportPage;
import org.tidemark.fault.TidemarkException;
import org.tidemark.track.Estimates;
import org.tidemark.track.Trend;
import org.tidemark.track.TrendQuestion;
import org.tidemark.track.TrendQuestion.Dimension;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Whether the population is getting safer.
@Command(
        name = "trend",
        description = "Show how many servers were vulnerable day by day, how fast they are patched, and where.",
        footer = {
            "",
            "Servers are counted, not addresses; gone is not patched; a change of who looks or how is a break, not a"
                    + " slope. docs/counting.md explains every number.",
            "",
            "Exit status: 0 when no server is vulnerable or undecided on the last day, 1 when any is, 2 for a mistake"
                    + " in what was asked, 3 when the store is in use or damaged."
        })
public final class TrendCommand extends PackCommand {
    private static final int MOST_AHEAD = 365;

    @Mixin
    DataOptions data = new DataOptions();

    @Mixin
    GroupOptions groups = new GroupOptions();

    @Mixin
    DrawingOptions drawings = new DrawingOptions();

    @Option(
            names = "--campaign",
            paramLabel = "NAME",
            description = "The campaign; else the newest whose updates were out when somebody looked last.")
    @Nullable
    String campaign;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "Take the cohort from the first scan on this day or later; else from the day of the first"
                    + " update.")
    @Nullable
    String since;

    @Option(
            names = "--forecast",
            paramLabel = "DAYS",
            description =
                    "Say also what would be left after so many days if what happened in the last so many went" + " on.")
    int forecast;

    public TrendCommand(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        answer.columns("point", TrendRows.COLUMNS);
        if (forecast < 0 || forecast > MOST_AHEAD) {
            throw TidemarkException.user("--forecast takes 1 to " + MOST_AHEAD + " days.");
        }
        drawings.check(common);
        groups.check();
        var named = named(answer);
        var asked = since == null ? null : Asked.day(since);
        var judges = answer.knowledge().judges();
        var by = groups.dimension();
        try (var lookUp = LookUp.in(groups.databases);
                var store = FollowedStore.open(data, invocation, answer)) {
            var chosen = named.orElseGet(() -> newest(answer, store.lastDay()));
            var from = asked == null ? released(chosen) : asked;
            var question = new TrendQuestion(
                    judges.place(chosen.name()),
                    from,
                    by.orElse(null),
                    by.filter(Dimension.SUPPORT::equals).isPresent() ? judges.supportAt(from) : Map.of(),
                    groups.groups(answer, lookUp));
            var trend = store.trend(question);
            lookUp.tell(answer);
            return tell(answer, result(answer, chosen, trend, lookUp));
        }
    }

    private TrendResult result(Answer answer, Campaign chosen, Trend trend, LookUp lookUp) {
        var estimates = new Estimates(trend);
        return new TrendResult(
                chosen,
                catalogue(answer, chosen),
                trend,
                estimates,
                estimates.numbers(forecast),
                groups.name(),
                drawings.published(answer),
                lookUp.files());
    }

    private int tell(Answer answer, TrendResult result) {
        var rows = new TrendRows(answer, result.campaign().name());
        rows.write(result);
        var picture = new TrendPicture(result);
        if (answer.forPeople() && !drawings.toStandardOutput()) {
            var unicode = TrendChart.takesUnicode(invocation.environment());
            new TrendText(answer, result, unicode).print(picture.lines());
        }
        var sources = Stream.concat(
                        Stream.of("store " + data.folder(invocation.environment())),
                        result.lookedUpIn().stream()
                                .map(each ->
                                        "countries and networks looked up in " + each.file() + " of " + each.built()))
                .toList();
        drawings.write(
                answer,
                picture,
                () -> ReportPage.html(new TrendReport(result, picture).page(invocation, answer.knowledge(), sources)));
        return answer.finish(rows.counts(result));
    }

    private Optional<Campaign> named(Answer answer) {
        if (campaign == null) {
            return Optional.empty();
        }
        var options = new CampaignOptions();
        options.names = List.of(campaign);
        options.check(answer.knowledge());
        return campaigns(answer).filter(one -> one.name().equals(campaign)).findFirst();
    }

    /// The newest campaign whose updates were out when somebody looked last.
    private static Campaign newest(Answer answer, Optional<LocalDate> last) {
        return campaigns(answer)
                .filter(one -> last.isEmpty() || !released(one).isAfter(last.get()))
                .max(Comparator.comparing(TrendCommand::released))
                .orElseThrow(() -> TidemarkException.user(
                        "The scans in the store are older than every campaign; name one with --campaign."));
    }

    private static Stream<Campaign> campaigns(Answer answer) {
        return answer.knowledge().families().stream().flatMap(family -> family.catalogue().campaigns().stream());
    }

    private static Catalogue catalogue(Answer answer, Campaign campaign) {
        return answer.knowledge().families().stream()
                .map(family -> family.catalogue())
                .filter(catalogue -> catalogue.campaign(campaign.name()).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /// The day of the first update against a campaign; where no update is dated, the day of the first words.
    private static LocalDate released(Campaign campaign) {
        return Stream.concat(campaign.fixReleased().stream(), campaign.disclosed().stream())
                .map(PartialDate::first)
                .findFirst()
                .orElse(campaign.huntFrom().first());
    }
}
