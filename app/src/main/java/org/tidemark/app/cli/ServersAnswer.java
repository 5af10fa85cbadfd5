// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Verdict;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.ServerAssessor;
import org.tidemark.exposure.ServerVerdicts;
import org.tidemark.run.Knowledge;
import org.tidemark.run.StoredHunt;

/// Verdicts on servers: one row each, and the counts over them.
final class ServersAnswer {
    private static final List<Lines.Paint> PAINTS = List.of(
            new Lines.Paint("FOUND BROKEN INTO", Terminal.Ink.BAD),
            new Lines.Paint("EXPLOITED:", Terminal.Ink.BAD),
            new Lines.Paint("IMPLANTED:", Terminal.Ink.BAD),
            new Lines.Paint("USED:", Terminal.Ink.BAD),
            new Lines.Paint("VULNERABLE:", Terminal.Ink.BAD),
            new Lines.Paint("DEPENDS_ON_SETTING:", Terminal.Ink.DOUBT),
            new Lines.Paint("UNKNOWN:", Terminal.Ink.DOUBT),
            new Lines.Paint("NOT_LISTED:", Terminal.Ink.DOUBT));

    private final Answer answer;
    private final Lines lines;
    private final Map<String, ServerAssessor> assessors = new HashMap<>();
    private final Map<String, Map<Verdict.Kind, Integer>> campaigns = new LinkedHashMap<>();
    private final Tally tally = new Tally();
    private final @Nullable ReportBook report;
    private long compromised;
    private long listed;

    ServersAnswer(Invocation invocation, Knowledge knowledge, BuildOptions build, FlawOptions flaws, Answer answer) {
        this(invocation, knowledge, build, flaws, answer, null);
    }

    /// @param report what to collect a report in; null for none
    ServersAnswer(
            Invocation invocation,
            Knowledge knowledge,
            BuildOptions build,
            FlawOptions flaws,
            Answer answer,
            @Nullable ReportBook report) {
        this.answer = answer;
        this.lines = new Lines(answer.people(), answer.terminal(), 22, 13, 10);
        this.report = report;
        for (var family : knowledge.families()) {
            var catalogue = family.catalogue();
            var wanted = flaws.campaignsOf(catalogue);
            assessors.put(
                    catalogue.pack().id(),
                    new ServerAssessor(
                            catalogue,
                            family.subjects(),
                            family.assessor(),
                            flaws.of(catalogue, build.asOf()),
                            wanted,
                            build.asOf(),
                            invocation.today()));
            wanted.forEach(campaign -> campaigns.put(campaign.name(), new EnumMap<>(Verdict.Kind.class)));
        }
    }

    void head() {
        if (answer.forPeople()) {
            lines.head("SERVER", "BUILD", "BRANCH", "WORST, BY CAMPAIGN");
        }
    }

    void addOthers(long records) {
        tally.addOthers(records);
    }

    /// Judges one server, or counts it as left out.
    void add(Observation seen) {
        add(seen, _ -> true, List.of(), UnaryOperator.identity());
    }

    /// @param wanted whether to show a server of these verdicts
    /// @param hunts what hunts said of it
    /// @param more what is added to its row
    void add(Observation seen, Predicate<ServerVerdicts> wanted, List<StoredHunt> hunts, UnaryOperator<Row> more) {
        tally.add(seen);
        if (seen.flags().contains(Flag.HONEYPOT)) {
            // Only a suspicion: a server that nobody judged must not pass for safe.
            answer.found();
        }
        var assessor = seen.family() == null || seen.excluded() ? null : assessors.get(seen.family());
        if (assessor == null) {
            return;
        }
        var verdicts = assessor.assess(seen);
        if (!wanted.test(verdicts)) {
            return;
        }
        listed++;
        answer.row(more.apply(HuntedRows.with(ServerRows.server(seen, verdicts), hunts)));
        verdicts.campaigns()
                .forEach((name, kind) -> campaigns
                        .computeIfAbsent(name, _ -> new EnumMap<>(Verdict.Kind.class))
                        .merge(kind, 1, Integer::sum));
        boolean broken = seen.flags().contains(Flag.COMPROMISED_TAG) || HuntedRows.isBroken(hunts);
        compromised += broken ? 1 : 0;
        if (!verdicts.settledSafe() || broken) {
            answer.found();
        }
        if (report != null) {
            report.add(seen, verdicts);
        }
        if (answer.forPeople()) {
            tell(seen, verdicts, hunts);
        }
    }

    /// Tells of a server of which nothing is known but what hunts said.
    void addHunted(String name, List<StoredHunt> hunts) {
        answer.row(HuntedRows.alone(name, hunts));
        boolean broken = HuntedRows.isBroken(hunts);
        compromised += broken ? 1 : 0;
        if (broken) {
            answer.found();
        }
        if (answer.forPeople()) {
            lines.row(PAINTS, name, "-", "", HuntedRows.words(hunts) + "; not seen by any scan or inventory");
        }
    }

    private void tell(Observation seen, ServerVerdicts verdicts, List<StoredHunt> hunts) {
        var branch = seen.subject() == null
                ? ""
                : seen.subject().knownBranch().map(b -> b.id().toString()).orElse("");
        lines.row(
                PAINTS,
                seen.server().display(),
                seen.build() == null ? "-" : seen.build().toString(),
                branch,
                HuntedRows.words(hunts) + (hunts.isEmpty() ? "" : "; ") + words(seen, verdicts));
    }

    private String words(Observation seen, ServerVerdicts verdicts) {
        var byKind = new EnumMap<Verdict.Kind, StringBuilder>(Verdict.Kind.class);
        verdicts.campaigns().forEach((name, kind) -> {
            if (!kind.isSettledSafe()) {
                var names = byKind.computeIfAbsent(kind, _ -> new StringBuilder());
                names.append(names.isEmpty() ? "" : ", ").append(name);
            }
        });
        var words = new StringBuilder();
        if (seen.flags().contains(Flag.COMPROMISED_TAG)) {
            words.append("FOUND BROKEN INTO (by the feed); ");
        }
        byKind.forEach((kind, names) ->
                words.append(kind.name()).append(": ").append(names).append("; "));
        int open = verdicts.open().size();
        int undecided = verdicts.undecided().size();
        words.append(
                open > 0
                        ? open + (open == 1 ? " flaw open" : " flaws open")
                        : undecided > 0 ? "" : "no flaw known open");
        if (undecided > 0) {
            words.append(open > 0 ? ", " : "").append(undecided).append(" not decided");
        }
        if (seen.flags().contains(Flag.MIXED)) {
            words.append("; the evidence disagrees: ")
                    .append(String.join(
                            ", ", seen.builds().stream().map(Build::toString).toList()));
        }
        return words.toString();
    }

    Tally tally() {
        return tally;
    }

    /// The verdicts by campaign.
    Map<String, Map<Verdict.Kind, Integer>> counts() {
        return campaigns;
    }

    /// Writes the summary and gives the exit status.
    int finish(long skipped) {
        long servers = tally.known();
        if (servers == 0) {
            // Nothing was judged, so nothing may pass for safe.
            answer.found();
        }
        var counts = new LinkedHashMap<String, Object>();
        campaigns.forEach((name, kinds) -> counts.put(name, BuildVerdicts.byName(kinds)));
        if (answer.forPeople()) {
            totals(servers);
        } else if (listed == 0 && servers > 0) {
            answer.hint(among(servers));
        }
        return answer.finish(Row.of("summary")
                .put("servers", servers)
                .put("families", tally.families())
                .put("others", tally.others())
                .put("excluded", tally.excluded())
                .put("compromised", compromised)
                .put("listed", listed)
                .put("campaigns", counts)
                .put("skipped", skipped));
    }

    /// How many servers there are, and how many of them are what was asked for where that is not all.
    private String among(long servers) {
        var all = servers == 1 ? "1 server" : servers + " servers";
        if (listed == servers) {
            return all;
        }
        return listed == 0 ? "None matches what was asked, of " + all + "." : listed + " of " + all + " matching";
    }

    private void totals(long servers) {
        var out = answer.people();
        out.println();
        out.println(servers == 0 ? "No server of a known product was seen; nothing was assessed." : among(servers));
        campaigns.forEach((name, kinds) -> {
            var parts = kinds.entrySet().stream()
                    .map(e -> e.getValue() + " " + e.getKey())
                    .toList();
            if (!parts.isEmpty()) {
                out.printf("  %-16s %s%n", name, String.join(", ", parts));
            }
        });
        tally.excluded().forEach((flag, count) -> {
            if (count > 0) {
                out.println("  left out: " + count + " " + flag);
            }
        });
    }
}
