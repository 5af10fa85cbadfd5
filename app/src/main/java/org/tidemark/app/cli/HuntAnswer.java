// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Coverage;
import org.tidemark.hunt.Finding;
import org.tidemark.hunt.HuntCampaign;
import org.tidemark.hunt.HuntResult;
import org.tidemark.hunt.Hunted;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Stage;
import org.tidemark.hunt.Step;
import org.tidemark.hunt.Trace;

/// What a hunt found, as rows and for people.
final class HuntAnswer {
    private final Answer answer;
    private final Map<String, String> titles = new LinkedHashMap<>();

    HuntAnswer(Answer answer, List<HuntCampaign> campaigns) {
        this.answer = answer;
        campaigns.forEach(campaign -> titles.put(campaign.name(), campaign.title()));
    }

    /// Tells it all and gives the exit status.
    ///
    /// @param paths what was given
    int tell(List<String> paths, HuntSink taken, HuntRules rules, int running, long skipped) {
        var result = taken.finish();
        boolean any = result.coverage().stream().anyMatch(line -> line.status() == Coverage.Status.PRESENT);
        if (!any && answer.problems() == 0) {
            answer.problem(Problem.in(
                    String.join(", ", paths),
                    "No evidence was found in what was given, so nothing can be said.",
                    "Give logs, event logs or files of a web site as they were collected, or an archive of them."));
        }
        rows(result);
        if (answer.forPeople()) {
            new HuntText(answer, titles).tell(result);
        }
        boolean shown = result.findings().stream().anyMatch(f -> f.stage() != null);
        if (shown || result.hunted().stream().anyMatch(h -> h.verdict().isShown())) {
            answer.found();
        }
        int elsewhere =
                rules.elsewhere().values().stream().mapToInt(Integer::intValue).sum();
        return answer.finish(Row.of("summary")
                .put("findings", result.findings().size())
                .put("verdicts", verdicts(result))
                .put("events", taken.events())
                .put("bytes", taken.bytes())
                .put("rules", running)
                .put("rulesUnsupported", elsewhere + rules.refused().size())
                .put("rulesElsewhere", rules.elsewhere())
                .put("repeated", taken.repeated())
                .put("skipped", skipped));
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

    private void rows(HuntResult result) {
        result.findings().forEach(finding -> answer.row(finding(finding)));
        result.timeline().forEach(step -> answer.row(step(step)));
        result.coverage().forEach(coverage -> answer.row(coverage(coverage)));
        result.hunted().forEach(hunted -> answer.row(hunted(hunted)));
    }

    private static Row finding(Finding finding) {
        var rule = finding.rule();
        return Row.of("finding")
                .put("rule", rule.id())
                .put("title", rule.title())
                .put("level", rule.level().spelling())
                .put("stage", name(finding.stage()))
                .put("campaign", rule.campaign())
                .put("cves", rule.cves())
                .put("server", finding.server())
                .put("time", finding.time())
                .put("source", source(finding))
                .put("actor", actor(finding))
                .put("evidence", finding.evidence())
                .put("why", finding.why())
                .put("next", rule.next().isEmpty() ? null : rule.next());
    }

    private static @Nullable String name(@Nullable Stage stage) {
        return stage == null ? null : stage.name();
    }

    private static Map<String, @Nullable Object> source(Finding finding) {
        Trace.Place place = finding.place();
        var source = new LinkedHashMap<String, @Nullable Object>();
        source.put("file", place.file());
        source.put("path", place.path());
        source.put("line", place.line());
        source.put("record", place.record());
        source.put("kind", finding.kind().id());
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
                .put("reaches", coverage.reaches());
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

    private static Row hunted(Hunted hunted) {
        return Row.of("hunted")
                .put("server", hunted.server())
                .put("campaign", hunted.campaign())
                .put("verdict", hunted.verdict().name())
                .put("reason", hunted.reason())
                .put("couldBe", name(hunted.couldBe()))
                .put("settledBy", hunted.settledBy())
                .put("first", hunted.first())
                .put("last", hunted.last())
                .put("actors", hunted.actors())
                .put("notCovered", hunted.notCovered().stream().map(Kind::id).toList());
    }
}
