// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Assessment;
import org.tidemark.advisory.Branch;
import org.tidemark.advisory.Fix;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.Subject;
import org.tidemark.advisory.Verdict;
import org.tidemark.run.Knowledge;
import org.tidemark.run.Knowledge.Recognised;

/// `assess --build`: the verdicts on one stated build.
final class BuildVerdicts {
    private final Knowledge knowledge;
    private final BuildOptions build;
    private final FlawOptions flaws;

    BuildVerdicts(Knowledge knowledge, BuildOptions build, FlawOptions flaws) {
        this.knowledge = knowledge;
        this.build = build;
        this.flaws = flaws;
    }

    int answer(Answer answer) {
        var read = build.recognise(knowledge);
        var installation = build.installation(read);
        var asOf = build.asOf();
        var assessments = new ArrayList<Assessment>();
        for (var cve : flaws.of(read.family().catalogue(), asOf)) {
            assessments.add(read.family().assessor().assess(installation, cve, asOf));
        }
        var counts = new EnumMap<Verdict.Kind, Integer>(Verdict.Kind.class);
        for (var assessment : assessments) {
            counts.merge(assessment.kind(), 1, Integer::sum);
            answer.row(VerdictRows.row(
                    read.subject(), assessment, read.family().catalogue().pack()));
            if (!assessment.kind().isSettledSafe()) {
                answer.found();
            }
        }
        if (answer.forPeople()) {
            print(answer, read, assessments, asOf);
        }
        var unused = unused(read, installation);
        if (!unused.isEmpty()) {
            answer.hint(String.join(", ", unused) + " is no update of "
                    + (branchOf(read.subject()).isEmpty() ? "this build" : branchOf(read.subject()))
                    + " that the pack knows; it was not used.");
        }
        return answer.finish(Row.of("summary").put("verdicts", byName(counts)).put("unusedPackages", unused));
    }

    /// Updates given as installed that no release of the branch and no component is installed by.
    private static List<String> unused(Recognised read, Installation installation) {
        var catalogue = read.family().catalogue();
        var releases = read.subject().knownBranch().map(Branch::releases).orElseGet(() -> catalogue.releases());
        return installation.packages().stream()
                .filter(kb -> releases.stream()
                        .noneMatch(release -> release.packages().names(kb)))
                .filter(kb -> catalogue.fixes().stream()
                        .noneMatch(fix -> fix.kind() == Fix.Kind.COMPONENT
                                && fix.packages().names(kb)))
                .sorted()
                .toList();
    }

    static Map<String, Integer> byName(Map<Verdict.Kind, Integer> counts) {
        var named = new LinkedHashMap<String, Integer>();
        for (var kind : Verdict.Kind.values()) {
            named.put(kind.name(), counts.getOrDefault(kind, 0));
        }
        return named;
    }

    private static void print(Answer answer, Recognised read, List<Assessment> assessments, @Nullable LocalDate asOf) {
        var out = answer.people();
        out.println(headline(read.subject()) + (asOf == null ? "" : ", as known on " + asOf));
        out.println();
        if (assessments.size() <= 3) {
            assessments.forEach(assessment -> details(out, answer.terminal(), assessment));
        } else {
            table(out, answer.terminal(), assessments);
        }
        var pack = read.family().catalogue().pack();
        out.println("Knowledge: " + pack.id() + " " + pack.version() + ", data of " + pack.dataAsOf() + ", sha256 "
                + pack.sha256().substring(0, 12));
    }

    static String headline(Subject subject) {
        var product = subject.knownProduct().map(Product::name).orElse("Several products");
        var what = subject.knownRelease()
                .map(Release::name)
                .or(() -> subject.knownBranch()
                        .map(branch -> branch.id() + (subject instanceof Subject.OneOf ? ", update not known" : "")))
                .orElse("");
        return product + " · build " + subject.build() + (what.isEmpty() ? "" : " · " + what)
                + (subject instanceof Subject.OneBuild one && one.release() == null
                        ? " (this build is not in the pack)"
                        : "");
    }

    static void details(PrintWriter out, Terminal terminal, Assessment assessment) {
        out.println(terminal.paint(Terminal.Ink.STRONG, assessment.cve().toString()) + "  "
                + terminal.paint(ink(assessment.kind()), assessment.kind().name()));
        paragraph(out, terminal, "why", assessment.reason());
        if (assessment.verdict() instanceof Verdict.Vulnerable v && v.fix() != null) {
            paragraph(out, terminal, "fix", fixWords(v.fix()));
        }
        var needed = VerdictRows.evidenceNeeded(assessment.verdict());
        if (needed != null) {
            paragraph(out, terminal, "settle", needed);
        }
        if (assessment.nextStep() != null) {
            paragraph(out, terminal, "next", assessment.nextStep());
        }
        paragraph(out, terminal, "rule", assessment.rule().id());
        if (!assessment.sources().isEmpty()) {
            paragraph(out, terminal, "source", String.join("; ", assessment.sources()));
        }
        out.println();
    }

    /// `KB5000871 → build 15.1.2176.9, released 2021-03-02`.
    static String fixWords(Verdict.FixedIn fix) {
        return (fix.kb().isEmpty() ? "" : fix.kb() + " → ") + "build "
                + String.join(
                        " or ", fix.builds().stream().map(Object::toString).toList())
                + (fix.released() == null ? "" : ", released " + fix.released());
    }

    private static void paragraph(PrintWriter out, Terminal terminal, String name, String text) {
        var label = String.format("  %-7s ", name);
        var lines = Terminal.wrap(text, terminal.width() - label.length());
        out.println(label + lines.getFirst());
        lines.subList(1, lines.size()).forEach(line -> out.println(" ".repeat(label.length()) + line));
    }

    private static void table(PrintWriter out, Terminal terminal, List<Assessment> assessments) {
        var table = new Table("CVE", "VERDICT", "WHAT TO DO");
        assessments.stream()
                .filter(a -> !a.kind().isSettledSafe())
                .sorted(Comparator.comparing(Assessment::kind).thenComparing(Assessment::cve))
                .forEach(a ->
                        table.row(ink(a.kind()), a.cve().toString(), a.kind().name(), shortly(a)));
        if (!table.isEmpty()) {
            table.print(out, terminal, 1);
            out.println();
        }
        var counts = new EnumMap<Verdict.Kind, Integer>(Verdict.Kind.class);
        assessments.forEach(a -> counts.merge(a.kind(), 1, Integer::sum));
        out.println(String.join(
                ", ",
                counts.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .toList()));
        out.println("`--cve CVE` shows why, with rule and source.");
    }

    private static String shortly(Assessment assessment) {
        return switch (assessment.verdict()) {
            case Verdict.Vulnerable v
            when v.fix() != null ->
                (v.fix().kb().isEmpty() ? "update" : v.fix().kb()) + " → "
                        + v.fix().build();
            case Verdict.Vulnerable _ -> assessment.nextStep() == null ? "no update yet" : assessment.nextStep();
            case Verdict.AssumedVulnerable assumed -> "upgrade: nothing below " + assumed.oldestListed() + " is listed";
            case Verdict.DependsOnSetting depends ->
                "look at "
                        + String.join(
                                ", ",
                                depends.settings().stream().map(s -> s.name()).toList());
            case Verdict.Unknown _ -> "not decided: " + assessment.rule().id();
            case Verdict.NotListed _ -> "ask the vendor, or upgrade";
            case Verdict.Fixed _, Verdict.NotApplicable _ -> "";
        };
    }

    static Terminal.Ink ink(Verdict.Kind kind) {
        return switch (kind) {
            case VULNERABLE, ASSUMED_VULNERABLE -> Terminal.Ink.BAD;
            case DEPENDS_ON_SETTING, UNKNOWN, NOT_LISTED -> Terminal.Ink.DOUBT;
            case FIXED, NOT_APPLICABLE -> Terminal.Ink.GOOD;
        };
    }

    /// The branch's spelling, empty where it is not known.
    static String branchOf(Subject subject) {
        return subject.knownBranch().map(Branch::id).map(Object::toString).orElse("");
    }
}
