// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tidemark.app.report.HuntReport;
import org.tidemark.app.report.Report;
import org.tidemark.hunt.Coverage;
import org.tidemark.hunt.Finding;
import org.tidemark.hunt.HuntResult;
import org.tidemark.hunt.Hunted;
import org.tidemark.hunt.Stage;
import org.tidemark.hunt.Step;
import org.tidemark.run.Knowledge;

/// Makes the page about a hunt. Shows the worst servers first, and as much of each as a page can hold.
final class HuntReportBook {
    private static final int MOST_SERVERS = 300;
    private static final int MOST_STEPS = 300;
    private static final int MOST_FINDINGS = 300;

    private final HuntWords words;
    private final Advice advice;
    private final HuntResult result;

    HuntReportBook(HuntWords words, Advice advice, HuntResult result) {
        this.words = words;
        this.advice = advice;
        this.result = result;
    }

    HuntReport finish(Invocation invocation, Knowledge knowledge, List<String> sources) {
        var byServer = new LinkedHashMap<String, List<Hunted>>();
        result.hunted()
                .forEach(hunted -> byServer.computeIfAbsent(hunted.server(), _ -> new ArrayList<>())
                        .add(hunted));
        var views = new ArrayList<HuntReport.ServerView>();
        byServer.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Hunted>> entry) ->
                                HuntWords.worst(entry.getValue()).verdict())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_SERVERS)
                .forEach(entry -> views.add(server(views.size() + 1, entry.getKey(), entry.getValue())));
        return new HuntReport(
                "What the evidence shows",
                DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                        .format(invocation.clock().instant().atOffset(ZoneOffset.UTC)),
                sources,
                ReportBook.packs(knowledge),
                counts(byServer),
                views,
                byServer.size() - (long) views.size());
    }

    private static List<Report.Count> counts(Map<String, List<Hunted>> byServer) {
        var grades = new java.util.EnumMap<Stage, Integer>(Stage.class);
        byServer.values()
                .forEach(verdicts -> grades.merge(HuntWords.worst(verdicts).verdict(), 1, Integer::sum));
        var counts = new ArrayList<Report.Count>();
        counts.add(new Report.Count(byServer.size(), byServer.size() == 1 ? "server" : "servers", ""));
        grades.entrySet().stream()
                .sorted(Map.Entry.<Stage, Integer>comparingByKey().reversed())
                .forEach(entry -> counts.add(new Report.Count(
                        entry.getValue(),
                        HuntWords.grade(entry.getKey()).toLowerCase(Locale.ROOT),
                        HuntWords.tone(entry.getKey()))));
        return counts;
    }

    private HuntReport.ServerView server(int number, String server, List<Hunted> verdicts) {
        var worst = HuntWords.worst(verdicts).verdict();
        var steps = result.timeline().stream()
                .filter(step -> step.server().equals(server))
                .toList();
        var coverage = result.coverage().stream()
                .filter(line -> line.server().equals(server))
                .toList();
        var findings = result.findings().stream()
                .filter(finding -> finding.server().equals(server))
                .toList();
        return new HuntReport.ServerView(
                "server-" + number,
                server,
                HuntWords.grade(worst),
                HuntWords.tone(worst),
                words.summary(verdicts, result),
                verdicts(verdicts),
                next(verdicts, findings),
                CoverageChart.of(coverage, steps),
                steps.stream().limit(MOST_STEPS).map(HuntReportBook::step).toList(),
                Math.max(steps.size() - MOST_STEPS, 0),
                coverage.stream().flatMap(line -> coverage(line).stream()).toList(),
                worstFirst(findings),
                Math.max(findings.size() - MOST_FINDINGS, 0));
    }

    private List<HuntReport.VerdictView> verdicts(List<Hunted> verdicts) {
        var views = new ArrayList<HuntReport.VerdictView>();
        verdicts.stream()
                .filter(hunted -> hunted.verdict() != Stage.NOT_ASSESSABLE && !HuntText.isToldBy(verdicts, hunted))
                .sorted(Comparator.comparing(Hunted::verdict).reversed())
                .forEach(hunted -> views.add(view(
                        words.title(hunted.campaign()), hunted.verdict(), hunted.reason(), HuntText.more(hunted))));
        words.notAssessable(verdicts)
                .forEach((reason, campaigns) ->
                        views.add(view(String.join("; ", campaigns), Stage.NOT_ASSESSABLE, reason, List.of())));
        return views;
    }

    private static HuntReport.VerdictView view(String campaign, Stage stage, String reason, List<String> more) {
        return new HuntReport.VerdictView(campaign, HuntWords.grade(stage), HuntWords.tone(stage), reason, more);
    }

    private List<HuntReport.PhaseView> next(List<Hunted> verdicts, List<Finding> findings) {
        return advice.about(verdicts, findings).entrySet().stream()
                .map(entry -> new HuntReport.PhaseView(entry.getKey().title(), entry.getValue()))
                .toList();
    }

    private static HuntReport.StepView step(Step step) {
        return new HuntReport.StepView(
                HuntWords.minute(step.time()), step.stage().name(), HuntWords.tone(step.stage()), step.text());
    }

    private List<HuntReport.CoverageView> coverage(Coverage line) {
        var rows = new ArrayList<HuntReport.CoverageView>();
        var reaches = line.reaches().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(entry -> words.title(entry.getKey()))
                .toList();
        var missing = HuntText.missing(line);
        rows.add(new HuntReport.CoverageView(
                line.kind().title(),
                HuntWords.covered(line) + (missing.isEmpty() ? "" : "; " + missing),
                reaches.isEmpty() ? "none" : String.join(", ", reaches)));
        line.channels().stream()
                .filter(Coverage.Channel::came)
                .forEach(channel ->
                        rows.add(new HuntReport.CoverageView(channel.name(), HuntWords.covered(channel), "")));
        return rows;
    }

    /// Those that are left out of a full page are the least.
    private static List<HuntReport.FindingView> worstFirst(List<Finding> findings) {
        var grade = Comparator.comparing(Finding::stage, Comparator.nullsFirst(Comparator.<Stage>naturalOrder()));
        return findings.stream()
                .sorted(grade.reversed())
                .limit(MOST_FINDINGS)
                .map(HuntReportBook::finding)
                .toList();
    }

    private static HuntReport.FindingView finding(Finding finding) {
        var time = finding.time();
        var stage = finding.stage();
        return new HuntReport.FindingView(
                time == null ? "no time" : HuntWords.minute(time),
                stage == null ? "context" : stage.name(),
                HuntWords.tone(stage),
                finding.rule().title(),
                HuntWords.lines(finding).stream()
                        .map(line -> new Report.Line(line.getKey(), line.getValue()))
                        .toList());
    }
}
