// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.advisory.Advisory;
import org.tidemark.advisory.CveId;

/// `kev_history.csv`: what CISA's catalogue said of a flaw, and from which day on.
final class KevHistoryTable {
    static final String FILE = "kev_history.csv";
    private static final List<String> COLUMNS = List.of("cve", "day", "field", "value", "source");
    private static final String[] FIELDS = {"added", "dueDate", "ransomware"};

    private final Map<CveId, List<Advisory.Kev.Change>> byFlaw = new HashMap<>();
    private final List<Placed<CveId>> flaws = new ArrayList<>();

    private KevHistoryTable() {}

    static KevHistoryTable read(PackContent content, Values values, Known known) {
        var table = new KevHistoryTable();
        for (var row : CsvTable.read(content, FILE, COLUMNS, values.faults()).rows()) {
            var cve = values.cve(row.cell("cve"));
            var day = values.day(row.cell("day"));
            var field = values.choice(row.cell("field"), FIELDS, word -> word);
            var value = values.text(row.cell("value"));
            known.sources(row.cell("source"));
            if (cve != null && day != null && field != null && value != null) {
                table.flaws.add(new Placed<>(cve, row.cell("cve")));
                table.byFlaw
                        .computeIfAbsent(cve, _ -> new ArrayList<>())
                        .add(new Advisory.Kev.Change(day, field, value));
            }
        }
        var oldestFirst = Comparator.comparing(
                (Advisory.Kev.Change change) -> change.day().first());
        table.byFlaw.values().forEach(changes -> changes.sort(oldestFirst));
        return table;
    }

    Map<CveId, List<Advisory.Kev.Change>> byFlaw() {
        return byFlaw;
    }

    /// Every flaw of the history must be in the advisories, with the day of its addition.
    void checkAgainst(Known known, Faults faults) {
        for (var flaw : flaws) {
            if (!known.advisory(flaw.at(), flaw.item())) {
                continue;
            }
            var advisory = known.advisories().get(flaw.item());
            if (advisory != null && advisory.item().kev() == null) {
                faults.at(
                        flaw.at(),
                        flaw.item() + " has a history, and advisories.csv does not say when it was added.",
                        "Write `kev_added` there.");
            }
        }
    }
}
