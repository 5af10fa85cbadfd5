// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.SupportState;

/// The products of `pack.yaml`.
final class ProductsSheet {
    private static final List<String> NEEDED =
            List.of("id", "name", "spellings", "kind", "lines", "branch-parts", "order", "support");
    private static final List<String> ALLOWED = List.of("released", "continues");
    private static final String ONE_BRANCH = "product";

    private final Values values;
    private final Faults faults;

    private ProductsSheet(Values values) {
        this.values = values;
        this.faults = values.faults();
    }

    static void read(List<YamlTree> trees, Values values, Known known) {
        var sheet = new ProductsSheet(values);
        for (var tree : trees) {
            var keys = YamlKeys.open(tree, NEEDED, ALLOWED, sheet.faults);
            if (keys == null) {
                continue;
            }
            known.mention(keys.cell("id"));
            var product = sheet.product(keys);
            if (product == null) {
                continue;
            }
            if (known.products().containsKey(product.product().id())) {
                sheet.faults.at(product.at(), "Two products have this id.", "Give each an id of its own.");
            }
            known.add(product);
        }
        ProductChecks.run(known, sheet.faults);
    }

    private Known.@Nullable KnownProduct product(YamlKeys keys) {
        var id = values.text(keys.cell("id"));
        var name = values.text(keys.cell("name"));
        var kind = values.choice(keys.cell("kind"), Product.Kind.values(), Spelled::of);
        var lines = lines(keys.items("lines"));
        var parts = keys.cell("branch-parts").text().equals(ONE_BRANCH)
                ? Integer.valueOf(0)
                : branchParts(keys.cell("branch-parts"));
        var order = values.number(keys.cell("order"));
        if (id == null || name == null || kind == null || parts == null || order == null) {
            return null;
        }
        if (id.contains(" ")) {
            faults.at(
                    keys.cell("id"),
                    "An id has no blanks.",
                    "Branches are spelled id, blank, level: take the blank out.");
        }
        var product = new Product(
                id,
                name,
                Cell.texts(keys.cells("spellings")),
                kind,
                lines,
                parts,
                order,
                values.optionalDay(keys.cell("released")),
                support(keys.items("support")),
                continued(keys.cell("continues")));
        return new Known.KnownProduct(product, shape(keys, parts), keys.cell("id"));
    }

    private static Known.Shape shape(YamlKeys keys, int parts) {
        if (parts > 0) {
            return Known.Shape.BRANCHES;
        }
        return keys.cell("branch-parts").text().equals(ONE_BRANCH) ? Known.Shape.ONE_BRANCH : Known.Shape.NAMED_ONLY;
    }

    private @Nullable Integer branchParts(Cell cell) {
        var parts = values.number(cell);
        if (parts != null && parts != 0 && parts != 2 && parts != 3) {
            faults.at(cell, "`" + parts + "` is no way to tell branches.", "Write 0, 2, 3 or product.");
            return null;
        }
        return parts;
    }

    private List<Product.Line> lines(List<YamlTree> trees) {
        var lines = new ArrayList<Product.Line>();
        for (var tree : trees) {
            var keys = YamlKeys.open(tree, List.of("prefix"), List.of("from", "below"), faults);
            var prefix = keys == null ? null : values.prefix(keys.cell("prefix"));
            if (keys == null || prefix == null) {
                continue;
            }
            var from = keys.cell("from").present() ? values.number(keys.cell("from")) : Integer.valueOf(0);
            var below = keys.cell("below").present()
                    ? values.number(keys.cell("below"))
                    : Integer.valueOf(Integer.MAX_VALUE);
            if (from != null && below != null && from >= below) {
                faults.at(
                        keys.at("lines"),
                        "No number lies from " + from + " to below " + below + ".",
                        "Swap or widen them.");
            } else if (from != null && below != null) {
                lines.add(new Product.Line(prefix, from, below));
            }
        }
        return lines;
    }

    private List<Product.SupportPhase> support(List<YamlTree> trees) {
        var phases = new ArrayList<Product.SupportPhase>();
        for (var tree : trees) {
            var keys = YamlKeys.open(tree, List.of("state", "until"), List.of("branches"), faults);
            if (keys == null) {
                continue;
            }
            var states = new SupportState[] {SupportState.SUPPORTED, SupportState.EXTENDED};
            var state = values.choice(keys.cell("state"), states, SupportState::label);
            var until = values.day(keys.cell("until"));
            if (state != null && until != null) {
                phases.add(new Product.SupportPhase(state, until, Cell.texts(keys.cells("branches"))));
            }
        }
        return phases;
    }

    /// Whether the pack has that branch is asked once the releases are read.
    private static @Nullable BranchId continued(Cell cell) {
        if (cell.isEmpty()) {
            return null;
        }
        int blank = cell.text().indexOf(' ');
        return blank < 0
                ? new BranchId(cell.text(), "")
                : new BranchId(
                        cell.text().substring(0, blank),
                        cell.text().substring(blank + 1).strip());
    }
}
