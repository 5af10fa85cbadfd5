// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Setting;

/// `settings.yaml`: switches that decide a flaw.
final class SettingsSheet {
    static final String FILE = "settings.yaml";
    private static final List<String> NEEDED =
            List.of("name", "values", "protecting", "kind", "cves", "meaning", "defaults", "look", "source");
    private static final List<String> ALLOWED = List.of("decides-alone", "done-by-base-from");

    private final Values values;
    private final Faults faults;
    private final Known known;

    private SettingsSheet(Values values, Known known) {
        this.values = values;
        this.faults = values.faults();
        this.known = known;
    }

    static List<Setting> read(PackContent content, Values values, Known known) {
        var sheet = new SettingsSheet(values, known);
        var settings = new ArrayList<Setting>();
        var names = new HashSet<String>();
        for (var tree : YamlTree.list(content, FILE, values.faults())) {
            var keys = YamlKeys.open(tree, NEEDED, ALLOWED, values.faults());
            var setting = keys == null ? null : sheet.setting(keys);
            if (keys == null || setting == null) {
                continue;
            }
            if (!names.add(setting.name())) {
                values.faults().at(keys.cell("name"), "Another setting has this name.", "Choose one of its own.");
            }
            settings.add(setting);
        }
        return settings;
    }

    private @Nullable Setting setting(YamlKeys keys) {
        var name = values.text(keys.cell("name"));
        var kind = values.choice(keys.cell("kind"), Setting.Kind.values(), Spelled::of);
        var all = Cell.texts(keys.cells("values"));
        if (all.size() < 2 || new HashSet<>(all).size() < all.size()) {
            faults.at(keys.at("values"), "A setting has two values or more, each once.", "Write [on, off].");
        }
        var protecting = oneOf(all, keys.cells("protecting"));
        var alone = oneOf(all, keys.cells("decides-alone"));
        if (protecting.isEmpty()) {
            faults.at(keys.at("protecting"), "No value protects.", "Name at least one.");
        }
        var cves = flaws(keys.cells("cves"), values, known);
        var branches = branches(keys.cells("done-by-base-from"));
        var meaning = values.text(keys.cell("meaning"));
        var defaults = values.text(keys.cell("defaults"));
        var look = values.text(keys.cell("look"));
        var source = values.text(keys.cell("source"));
        if (name == null || kind == null || meaning == null || defaults == null || look == null || source == null) {
            return null;
        }
        return new Setting(name, all, protecting, alone, branches, kind, cves, meaning, defaults, look, source);
    }

    private Set<String> oneOf(List<String> all, List<Cell> cells) {
        var chosen = new HashSet<String>();
        for (var cell : cells) {
            if (!all.contains(cell.text())) {
                faults.at(
                        cell,
                        "`" + cell.text() + "` is no value of this setting.",
                        "Write one of " + String.join(", ", all) + ", or add it to `values`.");
            }
            chosen.add(cell.text());
        }
        return chosen;
    }

    private List<BranchId> branches(List<Cell> cells) {
        var branches = new ArrayList<BranchId>();
        for (var cell : cells) {
            var branch = known.branch(cell);
            if (branch != null) {
                branches.add(branch);
            }
        }
        return branches;
    }

    /// Flaws that the pack has advisories of.
    static List<CveId> flaws(List<Cell> cells, Values values, Known known) {
        var cves = new ArrayList<CveId>(cells.size());
        for (var cell : cells) {
            var cve = values.cve(cell);
            if (cve != null && known.advisory(cell, cve)) {
                cves.add(cve);
            }
        }
        return cves;
    }
}
