// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Product;
import org.tidemark.plan.Coexistence;

/// `coexistence.csv`: which products may live in one organisation, and so which road leads from one to another.
final class CoexistenceTable {
    static final String FILE = "coexistence.csv";
    private static final List<String> COLUMNS = List.of(
            "from",
            "to",
            "together",
            "minimum_from",
            "minimum_to",
            "maximum_to",
            "in_place",
            "forest_level",
            "domain_controllers",
            "refuses",
            "note",
            "sources");

    private final Values values;
    private final Faults faults;
    private final Known known;
    private final Set<String> seen = new HashSet<>();

    private CoexistenceTable(Values values, Known known) {
        this.values = values;
        this.faults = values.faults();
        this.known = known;
    }

    static List<Coexistence> read(PackContent content, Values values, Known known) {
        var table = new CoexistenceTable(values, known);
        var pairs = new ArrayList<Coexistence>();
        for (var row : CsvTable.read(content, FILE, COLUMNS, values.faults()).rows()) {
            var pair = table.pair(row);
            if (pair != null) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private @Nullable Coexistence pair(CsvTable.Row row) {
        var from = known.product(row.cell("from"));
        var to = known.product(row.cell("to"));
        var together = values.yes(row.cell("together"));
        var inPlace = row.cell("in_place").isEmpty() ? Boolean.FALSE : values.yes(row.cell("in_place"));
        var sources = known.sources(row.cell("sources"));
        if (from == null || to == null || together == null || inPlace == null) {
            return null;
        }
        check(row, from.product(), to.product(), together, inPlace);
        return new Coexistence(
                from.product().id(),
                to.product().id(),
                together,
                least(row.cell("minimum_from"), from),
                branch(row.cell("minimum_to"), to.product()),
                branch(row.cell("maximum_to"), to.product()),
                inPlace,
                row.cell("forest_level").text(),
                row.cell("domain_controllers").text(),
                row.cell("refuses").text(),
                row.cell("note").text(),
                sources);
    }

    private void check(CsvTable.Row row, Product from, Product to, boolean together, boolean inPlace) {
        if (from.order() >= to.order()) {
            faults.at(row.cell("to"), "A road leads to a newer product only.", "Swap the two.");
        }
        if (!seen.add(from.id() + " " + to.id() + " " + inPlace)) {
            faults.at(row.cell("to"), "The pair has a row already.", "One row for each way: in place, and beside.");
        }
        if (!together && (inPlace || !row.cell("minimum_from").isEmpty())) {
            faults.at(
                    row.cell("together"),
                    "Products that cannot live together have neither a least level nor an upgrade in place.",
                    "Empty these cells, or write yes.");
        }
        if (!together && row.cell("refuses").isEmpty()) {
            faults.at(row.cell("refuses"), "Why the two cannot live together is missing.", "Write what setup refuses.");
        }
    }

    /// A level of the old product: a branch, or a branch and an update. Words where the pack has no releases of it.
    private Coexistence.Least least(Cell cell, Known.KnownProduct product) {
        if (cell.isEmpty() || product.shape() == Known.Shape.NAMED_ONLY) {
            return new Coexistence.Least(cell.text(), null);
        }
        return new Coexistence.Least(cell.text(), build(cell, product.product().id()));
    }

    private @Nullable Build build(Cell cell, String product) {
        var name = product + " " + cell.text();
        for (var placed : known.releases().values()) {
            var release = placed.item();
            if (release.name().equals(name) && !release.isAlias()) {
                return release.build();
            }
        }
        faults.at(cell, "The pack has no release `" + name + "`.", "Spell it as releases.csv does, or add it there.");
        return null;
    }

    private @Nullable BranchId branch(Cell cell, Product product) {
        return cell.isEmpty() ? null : known.branch(cell.with(product.id() + " " + cell.text()));
    }
}
