// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;
import org.tidemark.plan.FrameworkVersion;
import org.tidemark.plan.Platform;
import org.tidemark.plan.Requirement;

/// `requirements.csv`: what each branch runs on, and the directory levels that its setup brings.
final class RequirementsTable {
    static final String FILE = "requirements.csv";
    private static final List<String> COLUMNS =
            List.of("product", "level", "dotnet", "windows", "schema", "organisation", "domain", "sources");

    private final Values values;
    private final Faults faults;
    private final Known known;
    private final Map<BranchId, Cell> seen = new HashMap<>();

    private RequirementsTable(Values values, Known known) {
        this.values = values;
        this.faults = values.faults();
        this.known = known;
    }

    static List<Requirement> read(PackContent content, Values values, Known known) {
        var table = new RequirementsTable(values, known);
        var requirements = new ArrayList<Requirement>();
        for (var row : CsvTable.read(content, FILE, COLUMNS, values.faults()).rows()) {
            var requirement = table.requirement(row);
            if (requirement != null) {
                requirements.add(requirement);
            }
        }
        return requirements;
    }

    private @Nullable Requirement requirement(CsvTable.Row row) {
        var branch = known.branch(row.cell("product"), row.cell("level"));
        var frameworks = frameworks(row.cell("dotnet"), faults);
        var platforms = platforms(row.cell("windows").split(), faults);
        var levels = levels(row);
        var sources = known.sources(row.cell("sources"));
        if (branch == null) {
            return null;
        }
        var first = seen.putIfAbsent(branch, row.cell("level"));
        if (first != null) {
            faults.at(
                    row.cell("level"), "`" + branch + "` has a row in line " + first.line() + " too.", "Keep one row.");
        }
        return new Requirement(branch, frameworks, platforms, levels, sources);
    }

    private static List<FrameworkVersion> frameworks(Cell cell, Faults faults) {
        var versions = new ArrayList<FrameworkVersion>();
        for (var part : cell.split()) {
            var version = framework(part, faults);
            if (version != null) {
                versions.add(version);
            }
        }
        return versions;
    }

    static @Nullable FrameworkVersion framework(Cell cell, Faults faults) {
        var version = FrameworkVersion.parse(cell.text());
        if (version.isEmpty() && cell.present()) {
            faults.at(cell, "`" + cell.text() + "` is no version of the framework.", "Write it like 4.8.1.");
        }
        return version.orElse(null);
    }

    static List<Platform> platforms(List<Cell> cells, Faults faults) {
        var platforms = new ArrayList<Platform>();
        for (var cell : cells) {
            Platform.parse(cell.text())
                    .ifPresentOrElse(
                            platforms::add,
                            () -> faults.at(
                                    cell, "`" + cell.text() + "` is no version of Windows Server.", "Write 2012R2."));
        }
        return platforms;
    }

    /// All three or none: a level alone would let a plan say that nothing else rises.
    private Requirement.@Nullable Levels levels(CsvTable.Row row) {
        var cells = List.of(row.cell("schema"), row.cell("organisation"), row.cell("domain"));
        if (cells.stream().allMatch(Cell::isEmpty)) {
            return null;
        }
        var schema = values.number(cells.get(0));
        var organisation = values.number(cells.get(1));
        var domain = values.number(cells.get(2));
        return schema == null || organisation == null || domain == null
                ? null
                : new Requirement.Levels(schema, organisation, domain);
    }
}
