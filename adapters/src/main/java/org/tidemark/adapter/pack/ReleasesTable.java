// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Release;

/// `releases.csv`: one row a build.
final class ReleasesTable {
    static final String FILE = "releases.csv";
    private static final List<String> COLUMNS = List.of(
            "product",
            "level",
            "label",
            "kind",
            "build",
            "released",
            "packages",
            "alias_of",
            "content",
            "sources",
            "note");

    private static final Values.Choice<Release.Kind> KINDS = Values.Choice.of(Release.Kind.values(), Enum::name);
    private static final Values.Choice<Release.Content> CONTENTS =
            Values.Choice.of(Release.Content.values(), Spelled::of);

    private ReleasesTable() {}

    /// Reads the table. What it holds goes into `known` as well.
    static List<Placed<Release>> read(PackContent content, Values values, Known known) {
        var releases = new ArrayList<Placed<Release>>();
        var branches = new HashMap<String, BranchId>();
        for (var row : CsvTable.read(content, FILE, COLUMNS, values.faults()).rows()) {
            known.mention(row.cell("build"));
            var branch = branches.computeIfAbsent(
                    row.cell("product").text() + ' ' + row.cell("level").text(), _ -> branchOf(row));
            known.mentionBranch(branch.toString());
            var release = release(row, branch, values, known);
            if (release != null) {
                releases.add(new Placed<>(release, row.cell("build")));
            }
        }
        ReleaseChecks.run(releases, known, values.faults());
        for (var release : releases) {
            known.add(release);
        }
        return releases;
    }

    private static BranchId branchOf(CsvTable.Row row) {
        return new BranchId(row.cell("product").text(), row.cell("level").text());
    }

    private static @Nullable Release release(CsvTable.Row row, BranchId branch, Values values, Known known) {
        var product = known.product(row.cell("product"));
        var kind = values.choice(row.cell("kind"), KINDS);
        var build = values.build(row.cell("build"));
        var alias = row.cell("alias_of");
        var content = values.choice(row.cell("content"), CONTENTS);
        var sources = known.sources(row.cell("sources"));
        if (product == null || kind == null || build == null || content == null) {
            return null;
        }
        if (sources.isEmpty() && row.cell("sources").present()) {
            values.faults().at(row.cell("sources"), "Nobody is named.", "Name who lists this build.");
        }
        return new Release(
                branch,
                row.cell("label").text(),
                kind,
                build,
                values.optionalDay(row.cell("released")),
                values.packages(row.cell("packages")),
                alias.isEmpty() ? null : values.build(alias),
                content,
                row.cell("note").text(),
                sources);
    }
}
