// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Mitigation;
import org.tidemark.plan.Action;
import org.tidemark.plan.UpgradeFacts;

/// `upgrades.yaml`: restarts, pitfalls, who may have an update, and what is left to do after it.
final class UpgradesSheet {
    static final String FILE = "upgrades.yaml";
    private static final List<String> KEYS =
            List.of("restart", "notes", "frameworks", "entitlements", "after-update", "mitigations");
    private static final List<String> NOTE = List.of("action", "says", "words", "source");
    private static final List<String> FRAMEWORK = List.of("version", "words", "source");
    private static final List<String> ENTITLEMENT = List.of("product", "words", "source");
    private static final List<String> AFTER = List.of("action", "words", "source");

    private final Values values;
    private final Known known;

    private UpgradesSheet(Values values, Known known) {
        this.values = values;
        this.known = known;
    }

    /// Reads the sheet and the two tables that belong to it. A pack without them plans within branches only.
    static UpgradeFacts read(PackContent content, List<Mitigation> mitigations, Values values, Known known) {
        var sheet = new UpgradesSheet(values, known);
        var requirements = RequirementsTable.read(content, values, known);
        var pairs = CoexistenceTable.read(content, values, known);
        var tree = YamlTree.read(content, FILE, values.faults());
        var keys = tree == null ? null : YamlKeys.open(tree, List.of(), KEYS, values.faults());
        if (keys == null) {
            return new UpgradeFacts(
                    requirements, pairs, Set.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
        }
        return new UpgradeFacts(
                requirements,
                pairs,
                sheet.restarts(keys.cells("restart")),
                sheet.entries(keys, "notes", NOTE, List.of("products", "first", "last", "bridge"), sheet::note),
                sheet.entries(keys, "frameworks", FRAMEWORK, List.of("avoid", "not-on"), sheet::framework),
                sheet.entries(
                        keys, "entitlements", ENTITLEMENT, List.of("levels", "from", "until"), sheet::entitlement),
                sheet.entries(keys, "after-update", AFTER, List.of("products", "cves"), sheet::afterUpdate),
                sheet.mitigationsFrom(keys, mitigations));
    }

    private <T> List<T> entries(
            YamlKeys keys,
            String name,
            List<String> needed,
            List<String> allowed,
            Function<YamlKeys, @Nullable T> one) {
        var entries = new ArrayList<T>();
        for (var tree : keys.items(name)) {
            var inner = YamlKeys.open(tree, needed, allowed, values.faults());
            var entry = inner == null ? null : one.apply(inner);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private Set<Action> restarts(List<Cell> cells) {
        var actions = EnumSet.noneOf(Action.class);
        for (var cell : cells) {
            var action = action(cell);
            if (action != null) {
                actions.add(action);
            }
        }
        return actions;
    }

    private @Nullable Action action(Cell cell) {
        return values.choice(cell, Action.values(), Action::id);
    }

    private UpgradeFacts.@Nullable Note note(YamlKeys keys) {
        var action = action(keys.cell("action"));
        var requires = values.choice(keys.cell("says"), new Boolean[] {true, false}, is -> is ? "requires" : "pitfall");
        var words = values.text(keys.cell("words"));
        var products = products(keys);
        var first = branch(keys.cell("first"));
        var last = branch(keys.cell("last"));
        var bridge = optionalYes(keys.cell("bridge"));
        var source = source(keys);
        if (first != null && last != null && !first.product().equals(last.product())) {
            values.faults().at(keys.cell("last"), "It is of another product than `first`.", "Make two entries.");
        }
        return action == null || requires == null || words == null
                ? null
                : new UpgradeFacts.Note(action, requires, words, products, first, last, bridge, source);
    }

    private UpgradeFacts.@Nullable FrameworkNote framework(YamlKeys keys) {
        var version = RequirementsTable.framework(keys.cell("version"), values.faults());
        var avoid = optionalYes(keys.cell("avoid"));
        var notOn = RequirementsTable.platforms(keys.cells("not-on"), values.faults());
        var words = values.text(keys.cell("words"));
        var source = source(keys);
        return version == null || words == null
                ? null
                : new UpgradeFacts.FrameworkNote(version, avoid, notOn, words, source);
    }

    private UpgradeFacts.@Nullable Entitlement entitlement(YamlKeys keys) {
        var product = known.product(keys.cell("product"));
        var levels = keys.cells("levels");
        for (var level : product == null ? List.<Cell>of() : levels) {
            known.branch(keys.cell("product"), level);
        }
        var from = values.optionalDay(keys.cell("from"));
        var until = values.optionalDay(keys.cell("until"));
        if (from != null && until != null && until.last().isBefore(from.first())) {
            values.faults().at(keys.cell("until"), "It ends before it begins.", "Swap or correct the days.");
        }
        var words = values.text(keys.cell("words"));
        var source = source(keys);
        return product == null || words == null
                ? null
                : new UpgradeFacts.Entitlement(product.product().id(), Cell.texts(levels), from, until, words, source);
    }

    private UpgradeFacts.@Nullable AfterUpdate afterUpdate(YamlKeys keys) {
        var action = action(keys.cell("action"));
        var products = products(keys);
        var cves = SettingsSheet.flaws(keys.cells("cves"), values, known);
        var words = values.text(keys.cell("words"));
        var source = source(keys);
        return action == null || words == null
                ? null
                : new UpgradeFacts.AfterUpdate(action, products, cves, words, source);
    }

    private Map<String, List<BranchId>> mitigationsFrom(YamlKeys keys, List<Mitigation> mitigations) {
        var names = mitigations.stream().map(Mitigation::name).toList();
        var all = new HashMap<String, List<BranchId>>();
        for (var tree : keys.items("mitigations")) {
            var inner = YamlKeys.open(tree, List.of("name", "from"), List.of(), values.faults());
            var name = inner == null ? null : values.text(inner.cell("name"));
            if (inner == null || name == null) {
                continue;
            }
            var from = inner.cells("from").stream()
                    .map(this::branch)
                    .filter(Objects::nonNull)
                    .toList();
            if (!names.contains(name)) {
                values.faults()
                        .at(
                                inner.cell("name"),
                                "mitigations.yaml has no `" + name + "`.",
                                "Spell it as it does there.");
            }
            if (all.put(name, from) != null) {
                values.faults().at(inner.cell("name"), "The mitigation has an entry already.", "Make one of both.");
            }
        }
        return all;
    }

    private List<String> products(YamlKeys keys) {
        var products = new ArrayList<String>();
        for (var cell : keys.cells("products")) {
            var product = known.product(cell);
            if (product != null) {
                products.add(product.product().id());
            }
        }
        return products;
    }

    private @Nullable BranchId branch(Cell cell) {
        return cell.isEmpty() ? null : known.branch(cell);
    }

    private boolean optionalYes(Cell cell) {
        return !cell.isEmpty() && Boolean.TRUE.equals(values.yes(cell));
    }

    private String source(YamlKeys keys) {
        return String.join("; ", known.sources(keys.cell("source")));
    }
}
