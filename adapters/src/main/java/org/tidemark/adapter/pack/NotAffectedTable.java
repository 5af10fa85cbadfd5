// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Fix;
import org.tidemark.advisory.NotAffected;

/// `not_affected.csv`: who says that a product or branch does not have a flaw.
final class NotAffectedTable {
    static final String FILE = "not_affected.csv";
    private static final List<String> COLUMNS = List.of("cve", "product", "level", "statement", "said", "words", "by");

    private final Values values;
    private final Known known;

    private NotAffectedTable(Values values, Known known) {
        this.values = values;
        this.known = known;
    }

    static List<NotAffected> read(PackContent content, List<Placed<Fix>> fixes, Values values, Known known) {
        var table = new NotAffectedTable(values, known);
        Set<String> fixed = new HashSet<>();
        for (var fix : fixes) {
            fixed.add(fix.item().cve() + " " + fix.item().branch());
        }
        var statements = new ArrayList<NotAffected>();
        for (var row : CsvTable.read(content, FILE, COLUMNS, values.faults()).rows()) {
            var statement = table.statement(row);
            if (statement == null) {
                continue;
            }
            if (fixed.contains(statement.cve() + " " + statement.branch())) {
                values.faults()
                        .at(
                                row.cell("cve"),
                                "fixes.csv has a row for `" + statement.branch() + "` too.",
                                "A branch either has the flaw or has it not: take one of them out.");
            }
            statements.add(statement);
        }
        return statements;
    }

    private @Nullable NotAffected statement(CsvTable.Row row) {
        var cve = values.cve(row.cell("cve"));
        var branch = branch(row);
        var strength = values.choice(row.cell("statement"), NotAffected.Strength.values(), Spelled::of);
        var said = values.day(row.cell("said"));
        var words = values.text(row.cell("words"));
        var by = values.text(row.cell("by"));
        if (cve != null) {
            known.advisory(row.cell("cve"), cve);
        }
        if (cve == null || branch == null || strength == null || said == null || words == null || by == null) {
            return null;
        }
        return new NotAffected(cve, branch, strength, said, words, by);
    }

    /// An empty level means the whole product, which may be one without releases.
    private @Nullable BranchId branch(CsvTable.Row row) {
        if (!row.cell("level").isEmpty()) {
            return known.branch(row.cell("product"), row.cell("level"));
        }
        var product = known.product(row.cell("product"));
        return product == null ? null : new BranchId(product.product().id(), "");
    }
}
