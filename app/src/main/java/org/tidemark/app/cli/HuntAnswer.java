// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.app.report.HuntReport;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Coverage;
import org.tidemark.hunt.Finding;
import org.tidemark.hunt.HuntCampaign;
import org.tidemark.hunt.HuntResult;
import org.tidemark.hunt.Hunted;
import org.tidemark.hunt.Indicators;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Playbook;
import org.tidemark.hunt.Stage;
import org.tidemark.hunt.Step;
import org.tidemark.hunt.Trace;

/// What a hunt found, as rows and for people.
final class HuntAnswer {
    private final Answer answer;
    /// Of a spreadsheet: each rule has evidence of its own, so that it is one cell.
    private static final List<String> COLUMNS = List.of(
            "server",
            "time",
            "stage",
            "level",
            "campaign",
            "cves",
            "rule",
            "title",
            "evidence",
            "why",
            "actor.ip",
            "actor.userAgent",
            "source.file",
            "source.path",
            "source.line",
            "source.record",
            "source.kind",
            "also",
            "indicators",
            "next");

    private final Period period;
    private final HuntWords words;
    private final Advice advice;

    HuntAnswer(Answer answer, List<HuntCampaign> campaigns, Period period) {
        this.answer = answer;
        this.period = period;
        var titles = new LinkedHashMap<String, String>();
        campaigns.forEach(campaign -> titles.put(campaign.name(), campaign.title()));
        this.words = new HuntWords(titles);
        this.advice = Advice.of(answer.knowledge());
    }

    /// Tells it all and gives the exit status.
    ///
    /// @param paths what was given
    int tell(List<String> paths, HuntResult result, HuntSink taken, HuntRules rules, int running, long skipped) {
        boolean any = result.coverage().stream().anyMatch(line -> line.status() == Coverage.Status.PRESENT);
        if (!any && answer.problems() == 0) {
            answer.problem(Problem.in(
                    String.join(", ", paths),
                    "No evidence was found in what was given, so nothing can be said.",
                    "Give logs, event logs or files of a web site as they were collected, or an archive of them."));
        }
        answer.columns("finding", COLUMNS);
        rows(result);
        if (answer.forPeople()) {
            if (!period.words().isEmpty()) {
                answer.people().println(period.words());
                answer.people().println();
            }
            new HuntText(answer, words, advice).tell(result);
        }
        boolean shown = result.findings().stream().anyMatch(f -> f.stage() != null);
        if (shown || result.hunted().stream().anyMatch(h -> h.verdict().isShown())) {
            answer.found();
        }
        return answer.finish(Row.of("summary")
                .put("findings", result.findings().size())
                .put("findingsUnlisted", result.unlisted())
                .put("since", period.since())
                .put("until", period.until())
                .put("verdicts", verdicts(result))
                .put("otherVerdicts", otherVerdicts(result))
                .put("events", taken.events())
                .put("bytes", taken.bytes())
                .put("rules", running)
                .put(
                        "rulesUnsupported",
                        rules.elsewhereCount() + rules.refused().size())
                .put("rulesElsewhere", rules.elsewhere())
                .put("repeated", taken.repeated())
                .put("skipped", skipped));
    }

    /// The page about it.
    HuntReport report(HuntResult result, Invocation invocation, List<String> paths) {
        return new HuntReportBook(words, advice, result).finish(invocation, answer.knowledge(), paths);
    }

    private static Map<String, Object> verdicts(HuntResult result) {
        var servers = new LinkedHashMap<String, Object>();
        for (var hunted : result.hunted()) {
            if (hunted.campaign() != null) {
                @SuppressWarnings("unchecked")
                var campaigns = (Map<String, Object>)
                        servers.computeIfAbsent(hunted.server(), _ -> new LinkedHashMap<String, Object>());
                campaigns.put(hunted.campaign(), hunted.verdict().name());
            }
        }
        return servers;
    }

    /// What was found on servers and belongs to no campaign, by its grade.
    private static Map<String, Object> otherVerdicts(HuntResult result) {
        var servers = new LinkedHashMap<String, Object>();
        for (var hunted : result.hunted()) {
            if (hunted.campaign() == null) {
                servers.put(hunted.server(), hunted.verdict().name());
            }
        }
        return servers;
    }

    private void rows(HuntResult result) {
        result.findings().forEach(finding -> answer.row(finding(finding)));
        result.timeline().forEach(step -> answer.row(step(step)));
        result.coverage().forEach(coverage -> answer.row(coverage(coverage)));
        result.hunted().forEach(hunted -> answer.row(hunted(hunted)));
    }

    private static Row finding(Finding finding) {
        var rule = finding.rule();
        var row = Row.of("finding")
                .put("rule", rule.id())
                .put("title", rule.title())
                .put("level", rule.level().spelling())
                .put("stage", name(finding.stage()))
                .put("campaign", rule.campaign())
                .put("cves", rule.cves())
                .put("server", finding.server())
                .put("time", finding.time())
                .put("source", source(finding.place(), finding.kind()))
                .put("actor", actor(finding))
                .put("evidence", finding.evidence())
                .put("why", finding.why())
                .put(
                        "also",
                        finding.also().isEmpty()
                                ? null
                                : finding.also().stream()
                                        .map(p -> source(p, finding.kind()))
                                        .toList())
                .put("next", rule.next().isEmpty() ? null : rule.next());
        return finding.indicators().isEmpty()
                ? row
                : row.put(
                        "indicators",
                        finding.indicators().stream().map(HuntAnswer::indicator).toList());
    }

    private static Map<String, Object> indicator(Indicators.Indicator indicator) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", indicator.type().id());
        fields.put("value", indicator.value());
        fields.put("note", indicator.note());
        fields.put("source", indicator.source());
        if (indicator.published() != null) {
            fields.put("firstPublished", indicator.published());
        }
        fields.put("caution", indicator.caution());
        if (indicator.actor() != null) {
            fields.put("actor", indicator.actor());
        }
        return fields;
    }

    private static @Nullable String name(@Nullable Stage stage) {
        return stage == null ? null : stage.name();
    }

    private static Map<String, @Nullable Object> source(Trace.Place place, Kind kind) {
        var source = new LinkedHashMap<String, @Nullable Object>();
        source.put("file", place.file());
        source.put("path", place.path());
        source.put("line", place.line());
        source.put("record", place.record());
        source.put("kind", kind.id());
        return source;
    }

    private static Map<String, Object> actor(Finding finding) {
        var actor = new LinkedHashMap<String, Object>();
        if (finding.actor() != null) {
            actor.put("ip", finding.actor());
        }
        if (finding.userAgent() != null) {
            actor.put("userAgent", finding.userAgent());
        }
        return actor;
    }

    private static Map<String, Object> step(Playbook.Step step) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("phase", step.phase().id());
        fields.put("text", step.text());
        return fields;
    }

    private static Row step(Step step) {
        return Row.of("timeline")
                .put("server", step.server())
                .put("campaign", step.campaign())
                .put("time", step.time())
                .put("stage", step.stage().name())
                .put("text", step.text())
                .put("findings", step.findings());
    }

    private static Row coverage(Coverage coverage) {
        return Row.of("coverage")
                .put("server", coverage.server())
                .put("kind", coverage.kind().id())
                .put("status", coverage.status().spelling())
                .put("collector", coverage.collector())
                .put(
                        "reason",
                        coverage.absence() == null
                                ? null
                                : told(coverage.absence().reason()))
                .put(
                        "how",
                        coverage.absence() == null
                                ? null
                                : told(coverage.absence().how()))
                .put("from", coverage.from())
                .put("to", coverage.to())
                .put("files", coverage.files())
                .put("events", coverage.events())
                .put("gaps", coverage.gaps().stream().map(HuntAnswer::gap).toList())
                .put(
                        "channels",
                        coverage.channels().stream().map(HuntAnswer::channel).toList())
                .put("reaches", coverage.reaches());
    }

    private static Map<String, @Nullable Object> channel(Coverage.Channel channel) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("channel", channel.name());
        fields.put("from", channel.from());
        fields.put("to", channel.to());
        fields.put("events", channel.events());
        fields.put("gaps", channel.gaps().stream().map(HuntAnswer::gap).toList());
        return fields;
    }

    private static @Nullable String told(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, Object> gap(Coverage.Gap gap) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("from", gap.from());
        fields.put("to", gap.to());
        return fields;
    }

    private Row hunted(Hunted hunted) {
        var row = Row.of("hunted")
                .put("server", hunted.server())
                .put("campaign", hunted.campaign())
                .put("verdict", hunted.verdict().name())
                .put("reason", hunted.reason())
                .put("couldBe", name(hunted.couldBe()))
                .put("settledBy", hunted.settledBy())
                .put("first", hunted.first())
                .put("last", hunted.last())
                .put("actors", hunted.actors())
                .put("notCovered", hunted.notCovered().stream().map(Kind::id).toList())
                .put("next", advice.about(hunted).stream().map(HuntAnswer::step).toList());
        return hunted.consistentWith().isEmpty() ? row : row.put("consistentWith", hunted.consistentWith());
    }
}
