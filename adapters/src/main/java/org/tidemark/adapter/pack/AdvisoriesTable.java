// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Advisory;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.PartialDate;

/// `advisories.csv`: what is known of each flaw apart from where it is fixed.
final class AdvisoriesTable {
    static final String FILE = "advisories.csv";
    private static final List<String> COLUMNS = List.of(
            "cve",
            "title",
            "published",
            "exploited_since",
            "kev_added",
            "kev_due",
            "ransomware",
            "exploitation",
            "automatable",
            "technical_impact",
            "cvss",
            "role",
            "record",
            "sources");

    private final Values values;
    private final Known known;
    private final Map<CveId, List<Advisory.Kev.Change>> history;

    private AdvisoriesTable(Values values, Known known, Map<CveId, List<Advisory.Kev.Change>> history) {
        this.values = values;
        this.known = known;
        this.history = history;
    }

    /// Reads the table. What it holds goes into `known` as well.
    static List<Advisory> read(PackContent content, Values values, Known known) {
        var changes = KevHistoryTable.read(content, values, known);
        var table = new AdvisoriesTable(values, known, changes.byFlaw());
        var advisories = new ArrayList<Advisory>();
        var seen = new HashSet<CveId>();
        for (var row : CsvTable.read(content, FILE, COLUMNS, values.faults()).rows()) {
            known.mention(row.cell("cve"));
            var advisory = table.advisory(row);
            if (advisory == null) {
                continue;
            }
            if (!seen.add(advisory.cve())) {
                values.faults().at(row.cell("cve"), "The flaw has a row already.", "Make one row of both.");
            }
            advisories.add(advisory);
            known.addAdvisory(new Placed<>(advisory, row.cell("cve")));
        }
        changes.checkAgainst(known, values.faults());
        return advisories;
    }

    private @Nullable Advisory advisory(CsvTable.Row row) {
        var cve = values.cve(row.cell("cve"));
        var recordOnly = recordOnly(row.cell("record"));
        var published = values.optionalDay(row.cell("published"));
        if (cve == null) {
            return null;
        }
        if (published == null && !recordOnly && row.cell("published").isEmpty()) {
            values.faults()
                    .at(
                            row.cell("published"),
                            "The day of publication is missing.",
                            "Write it, or `only` under `record` for a flaw that is carried by name.");
        }
        return new Advisory(
                cve,
                row.cell("title").text(),
                published,
                values.optionalDay(row.cell("exploited_since")),
                kev(row, cve),
                impact(row),
                row.cell("role").text(),
                recordOnly,
                known.sources(row.cell("sources")));
    }

    private boolean recordOnly(Cell cell) {
        return !cell.isEmpty() && values.choice(cell, new String[] {"only"}, word -> word) != null;
    }

    private Advisory.@Nullable Kev kev(CsvTable.Row row, CveId cve) {
        PartialDate added = values.optionalDay(row.cell("kev_added"));
        var due = values.optionalDay(row.cell("kev_due"));
        var ransomware = word(row.cell("ransomware"), "known", "unknown");
        if (added == null) {
            if (due != null || !ransomware.isEmpty()) {
                values.faults()
                        .at(
                                row.cell("kev_added"),
                                "`kev_due` and `ransomware` need the day of the addition.",
                                "Write it, or empty them.");
            }
            return null;
        }
        return new Advisory.Kev(added, due, ransomware, history.getOrDefault(cve, List.of()));
    }

    private Advisory.Impact impact(CsvTable.Row row) {
        return new Advisory.Impact(
                word(row.cell("exploitation"), "none", "poc", "active"),
                word(row.cell("automatable"), "yes", "no"),
                word(row.cell("technical_impact"), "partial", "total"),
                row.cell("cvss").text());
    }

    /// One of some words, or nothing.
    private String word(Cell cell, String... words) {
        if (cell.isEmpty()) {
            return "";
        }
        var word = values.choice(cell, words, spelled -> spelled);
        return word == null ? "" : word;
    }
}
