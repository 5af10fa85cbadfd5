// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.Knowledge.Family;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tidemark catalog show X`: everything that the packs say about one thing.
@Command(
        name = "show",
        description =
                "Show everything that the packs say about a CVE, build, release, branch, KB, campaign or setting.")
final class CatalogShow extends PackCommand {
    @Parameters(paramLabel = "X", arity = "1..*", description = "What to show.")
    List<String> words = new ArrayList<>();

    CatalogShow(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        var what = String.join(" ", words);
        var rows = new ArrayList<Row>();
        answer.knowledge().families().forEach(family -> rows.addAll(about(what, family)));
        if (rows.isEmpty()) {
            throw TidemarkException.user("The loaded knowledge packs say nothing about '" + Terminal.safe(what)
                    + "'. Give a CVE, a build, a release like '2016 CU19 Mar21SU', a branch, a KB, or the name of a"
                    + " campaign or setting.");
        }
        for (var row : rows) {
            answer.row(row);
            if (answer.forPeople()) {
                print(answer, row);
            }
        }
        return answer.finish(Row.of("summary").put("rows", rows.size()));
    }

    private static List<Row> about(String what, Family family) {
        var catalogue = family.catalogue();
        var cve = CveId.parse(what);
        if (cve.isPresent()) {
            return flaw(cve.get(), catalogue);
        }
        var rows = new ArrayList<Row>();
        catalogue.campaign(what).map(ShowRows::campaign).ifPresent(rows::add);
        catalogue.setting(what).map(ShowRows::setting).ifPresent(rows::add);
        catalogue.releases().stream()
                .filter(release ->
                        matches(what, release.name(), release.branch().toString())
                                || release.packages().names(what.toUpperCase(java.util.Locale.ROOT)))
                .map(ShowRows::release)
                .forEach(rows::add);
        if (rows.isEmpty()) {
            Build.parse(what)
                    .ifPresent(build -> catalogue.releases().stream()
                            .filter(release -> build.covers(release.build()))
                            .map(ShowRows::release)
                            .forEach(rows::add));
        }
        if (rows.isEmpty()) {
            family.subjects()
                    .read(what)
                    .flatMap(subject -> subject.knownRelease())
                    .map(ShowRows::release)
                    .ifPresent(rows::add);
        }
        addCorrections(rows, catalogue);
        return rows;
    }

    private static boolean matches(String what, String... names) {
        for (var name : names) {
            if (name.equalsIgnoreCase(what)) {
                return true;
            }
        }
        return false;
    }

    private static void addCorrections(List<Row> rows, Catalogue catalogue) {
        var subjects = rows.stream()
                .map(row -> row.text("build"))
                .filter(b -> !b.isEmpty())
                .toList();
        catalogue.corrections().stream()
                .filter(c -> subjects.contains(c.subject()))
                .map(ShowRows::correction)
                .forEach(rows::add);
    }

    private static List<Row> flaw(CveId cve, Catalogue catalogue) {
        var rows = new ArrayList<Row>();
        catalogue.advisory(cve).map(ShowRows::advisory).ifPresent(rows::add);
        catalogue.fixesOf(cve).stream().map(ShowRows::fix).forEach(rows::add);
        catalogue.statementsOn(cve).stream().map(ShowRows::statement).forEach(rows::add);
        catalogue.settingsOf(cve).stream().map(ShowRows::setting).forEach(rows::add);
        catalogue.mitigations().stream()
                .filter(m -> m.cves().contains(cve))
                .map(ShowRows::mitigation)
                .forEach(rows::add);
        catalogue.corrections().stream()
                .filter(c -> c.subject().contains(cve.value()))
                .map(ShowRows::correction)
                .forEach(rows::add);
        return rows;
    }

    private static void print(Answer answer, Row row) {
        var out = answer.people();
        out.println(answer.terminal().paint(Terminal.Ink.STRONG, row.type()));
        row.fields().forEach((key, value) -> {
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                var label = String.format("  %-16s ", key);
                var lines = Terminal.wrap(
                        Terminal.safe(value instanceof List<?> list ? joined(list) : value.toString()),
                        answer.terminal().width() - label.length());
                out.println(label + lines.getFirst());
                lines.subList(1, lines.size()).forEach(line -> out.println(" ".repeat(label.length()) + line));
            }
        });
        out.println();
    }

    private static String joined(List<?> list) {
        return String.join("; ", list.stream().map(String::valueOf).toList());
    }
}
