// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Fix;

/// `fixes.csv`: one row for a flaw in a branch.
final class FixesTable {
    static final String FILE = "fixes.csv";
    private static final List<String> COLUMNS =
            List.of("cve", "product", "level", "kind", "build", "packages", "listed", "component", "note", "source");

    private static final Values.Choice<Fix.Kind> KINDS = Values.Choice.of(Fix.Kind.values(), Spelled::of);

    private final Values values;
    private final Faults faults;
    private final Known known;
    private final Map<CveId, Map<BranchId, Cell>> seen = new HashMap<>();

    private FixesTable(Values values, Known known) {
        this.values = values;
        this.faults = values.faults();
        this.known = known;
    }

    static List<Placed<Fix>> read(PackContent content, Values values, Known known) {
        var table = new FixesTable(values, known);
        var checks = new FixChecks(known, values.faults());
        var fixes = new ArrayList<Placed<Fix>>();
        for (var row : CsvTable.read(content, FILE, COLUMNS, values.faults()).rows()) {
            var fix = table.fix(row);
            if (fix != null) {
                table.noteOnce(fix, row);
                checks.run(fix, row);
                fixes.add(new Placed<>(fix, row.cell("cve")));
            }
        }
        return fixes;
    }

    private @Nullable Fix fix(CsvTable.Row row) {
        var cve = values.cve(row.cell("cve"));
        var kind = values.choice(row.cell("kind"), KINDS);
        var listed = values.day(row.cell("listed"));
        var source = known.sources(row.cell("source"));
        if (kind == null) {
            return null;
        }
        var branch = branch(row, kind);
        var build = build(row.cell("build"), kind);
        if (cve == null || listed == null || branch == null || (build == null && kind != Fix.Kind.COMPONENT)) {
            return null;
        }
        return new Fix(
                cve,
                branch,
                kind,
                build,
                values.packages(row.cell("packages")),
                listed,
                row.cell("component").text(),
                row.cell("note").text(),
                String.join(";", source));
    }

    /// A component concerns a whole product; everything else a branch.
    private @Nullable BranchId branch(CsvTable.Row row, Fix.Kind kind) {
        if (kind != Fix.Kind.COMPONENT) {
            return known.branch(row.cell("product"), row.cell("level"));
        }
        var product = known.product(row.cell("product"));
        return product == null ? null : new BranchId(product.product().id(), "");
    }

    private @Nullable Build build(Cell cell, Fix.Kind kind) {
        return kind == Fix.Kind.COMPONENT && cell.isEmpty() ? null : values.build(cell);
    }

    private void noteOnce(Fix fix, CsvTable.Row row) {
        var first = seen.computeIfAbsent(fix.cve(), _ -> new HashMap<>()).putIfAbsent(fix.branch(), row.cell("cve"));
        if (first != null) {
            faults.at(
                    row.cell("cve"),
                    fix.cve() + " has a row for `" + fix.branch() + "` in line " + first.line() + " too.",
                    "Keep the earliest build, and put the later claim into `note`.");
        }
    }
}
