// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Assessment;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.Subject;
import org.tidemark.advisory.Verdict;
import org.tidemark.app.report.Report;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.ServerVerdicts;
import org.tidemark.run.Knowledge;

/// Collects what a report shows while servers are judged. Holds as many servers as a page can show and counts the rest.
final class ReportBook {
    private static final int MOST_SERVERS = 2_000;
    private static final int MOST_PROOFS = 300;

    private final Knowledge knowledge;
    private final @Nullable LocalDate asOf;
    private final List<Report.ServerRow> servers = new ArrayList<>();
    private final Map<Evidence, Report.Proof> proofs = new LinkedHashMap<>();
    private final List<Report.PlanView> plans = new ArrayList<>();
    private long notShown;
    private long compromised;

    /// What two servers have in common that have the same verdicts.
    private record Evidence(Subject subject, Set<String> packages, Map<String, String> settings) {}

    ReportBook(Knowledge knowledge, @Nullable LocalDate asOf) {
        this.knowledge = knowledge;
        this.asOf = asOf;
    }

    void add(Observation seen, ServerVerdicts verdicts) {
        if (seen.flags().contains(Flag.COMPROMISED_TAG)) {
            compromised++;
        }
        if (servers.size() >= MOST_SERVERS) {
            notShown++;
            return;
        }
        var worst = verdicts.campaigns().values().stream()
                .reduce(Verdict.Kind::worst)
                .or(() -> verdicts.flaws().values().stream().reduce(Verdict.Kind::worst))
                .orElse(Verdict.Kind.UNKNOWN);
        var subject = seen.subject();
        servers.add(new Report.ServerRow(
                seen.server().display(),
                seen.server().name() == null ? "" : seen.server().name(),
                seen.build() == null ? "not shown" : seen.build().toString(),
                subject == null ? "" : BuildVerdicts.branchOf(subject),
                seen.confidence().id() + ", " + seen.method(),
                words(worst),
                tone(worst),
                names(verdicts, true),
                names(verdicts, false),
                verdicts.open().size(),
                String.join(", ", seen.flags().stream().map(Flag::id).toList()),
                subject == null ? "" : proof(seen, subject, verdicts)));
    }

    void plan(Report.PlanView plan) {
        plans.add(plan);
    }

    private static String names(ServerVerdicts verdicts, boolean open) {
        return String.join(
                ", ",
                verdicts.campaigns().entrySet().stream()
                        .filter(e -> open
                                ? e.getValue().isOpen()
                                : !e.getValue().isOpen() && !e.getValue().isSettledSafe())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private String proof(Observation seen, Subject subject, ServerVerdicts verdicts) {
        var evidence = new Evidence(subject, seen.packages(), seen.settings());
        var known = proofs.get(evidence);
        if (known == null && proofs.size() < MOST_PROOFS) {
            known = new Report.Proof(
                    "proof-" + (proofs.size() + 1), BuildVerdicts.headline(subject), reasons(seen, evidence, verdicts));
            proofs.put(evidence, known);
        }
        return known == null ? "" : known.id();
    }

    /// For each campaign that is not settled, the flaw with the worst verdict.
    private List<Report.Reason> reasons(Observation seen, Evidence evidence, ServerVerdicts verdicts) {
        var family =
                seen.family() == null ? null : knowledge.family(seen.family()).orElse(null);
        if (family == null) {
            return List.of();
        }
        var installation = new Installation(evidence.subject(), evidence.packages(), evidence.settings());
        var reasons = new ArrayList<Report.Reason>();
        verdicts.campaigns().forEach((name, worst) -> {
            var cves = family.catalogue().campaign(name).map(Campaign::cves).orElse(List.of());
            cves.stream()
                    .map(cve -> family.assessor().assess(installation, cve, asOf))
                    .filter(assessment -> assessment.kind() == worst)
                    .findFirst()
                    .map(assessment -> reason(name, assessment))
                    .ifPresent(reasons::add);
        });
        return reasons;
    }

    static Report.Reason reason(String campaign, Assessment assessment) {
        var lines = new ArrayList<Report.Line>();
        lines.add(new Report.Line("why", assessment.reason()));
        if (assessment.verdict() instanceof Verdict.Vulnerable vulnerable && vulnerable.fix() != null) {
            lines.add(new Report.Line("fix", BuildVerdicts.fixWords(vulnerable.fix())));
        }
        var needed = VerdictRows.evidenceNeeded(assessment.verdict());
        if (needed != null) {
            lines.add(new Report.Line("what would settle it", needed));
        }
        if (assessment.nextStep() != null) {
            lines.add(new Report.Line("next", assessment.nextStep()));
        }
        lines.add(new Report.Line("rule", assessment.rule().id()));
        lines.add(new Report.Line("source", String.join("; ", assessment.sources())));
        return new Report.Reason(
                campaign, assessment.cve().toString(), words(assessment.kind()), tone(assessment.kind()), lines);
    }

    /// The finished report.
    ///
    /// @param counts verdicts by campaign
    Report finish(
            String title,
            Invocation invocation,
            List<String> sources,
            Tally tally,
            Map<String, Map<Verdict.Kind, Integer>> counts) {
        var top = new ArrayList<Report.Count>();
        top.add(new Report.Count(tally.known(), "servers", ""));
        if (compromised > 0) {
            top.add(new Report.Count(compromised, "found broken into, by a feed", "bad"));
        }
        tally.excluded().forEach((flag, count) -> {
            if (count > 0) {
                top.add(new Report.Count(count, "left out: " + flag, ""));
            }
        });
        return new Report(
                title,
                DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                        .format(invocation.clock().instant().atOffset(ZoneOffset.UTC)),
                sources,
                packs(knowledge),
                top,
                counts.entrySet().stream()
                        .map(e -> campaign(e.getKey(), e.getValue()))
                        .toList(),
                servers,
                notShown,
                List.copyOf(proofs.values()),
                plans);
    }

    /// The knowledge that a page rests on, for people.
    static List<String> packs(Knowledge knowledge) {
        return knowledge.packs().stream()
                .map(p -> "knowledge pack " + p.id() + " " + p.version() + " (data of " + p.dataAsOf() + ", sha256 "
                        + p.sha256().substring(0, 12) + ")")
                .toList();
    }

    private Report.CampaignRow campaign(String name, Map<Verdict.Kind, Integer> kinds) {
        long open = 0;
        long safe = 0;
        long all = 0;
        for (var entry : kinds.entrySet()) {
            all += entry.getValue();
            open += entry.getKey().isOpen() ? entry.getValue() : 0;
            safe += entry.getKey().isSettledSafe() ? entry.getValue() : 0;
        }
        var why = knowledge.families().stream()
                .flatMap(family -> family.catalogue().campaign(name).stream())
                .map(Campaign::why)
                .findFirst()
                .orElse("");
        return new Report.CampaignRow(name, why, open, all - open - safe, safe);
    }

    private static String words(Verdict.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String tone(Verdict.Kind kind) {
        return switch (BuildVerdicts.ink(kind)) {
            case BAD -> "bad";
            case DOUBT -> "doubt";
            case GOOD -> "good";
            case STRONG -> "";
        };
    }
}
