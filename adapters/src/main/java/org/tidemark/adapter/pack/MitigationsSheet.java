// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Mitigation;

/// `mitigations.yaml`: what hinders an attack without closing the flaw.
final class MitigationsSheet {
    static final String FILE = "mitigations.yaml";
    private static final List<String> NEEDED =
            List.of("name", "cves", "mechanism", "breaks", "preconditions", "rollback", "survives-upgrade", "source");
    private static final List<String> ALLOWED = List.of("valid-from", "valid-until", "bypassed-on");

    private final Values values;
    private final Known known;

    private MitigationsSheet(Values values, Known known) {
        this.values = values;
        this.known = known;
    }

    static List<Mitigation> read(PackContent content, Values values, Known known) {
        var sheet = new MitigationsSheet(values, known);
        var mitigations = new ArrayList<Mitigation>();
        var names = new HashSet<String>();
        for (var tree : YamlTree.list(content, FILE, values.faults())) {
            var keys = YamlKeys.open(tree, NEEDED, ALLOWED, values.faults());
            var mitigation = keys == null ? null : sheet.mitigation(keys);
            if (keys == null || mitigation == null) {
                continue;
            }
            if (!names.add(mitigation.name())) {
                values.faults().at(keys.cell("name"), "Another mitigation has this name.", "Choose one of its own.");
            }
            mitigations.add(mitigation);
        }
        return mitigations;
    }

    private @Nullable Mitigation mitigation(YamlKeys keys) {
        var name = values.text(keys.cell("name"));
        var cves = SettingsSheet.flaws(keys.cells("cves"), values, known);
        var mechanism = values.text(keys.cell("mechanism"));
        var breaks = values.text(keys.cell("breaks"));
        var preconditions = values.text(keys.cell("preconditions"));
        var rollback = values.text(keys.cell("rollback"));
        var survives = values.yes(keys.cell("survives-upgrade"));
        var source = values.text(keys.cell("source"));
        var from = values.optionalDay(keys.cell("valid-from"));
        var until = values.optionalDay(keys.cell("valid-until"));
        var bypassed = values.optionalDay(keys.cell("bypassed-on"));
        if (from != null && until != null && until.last().isBefore(from.first())) {
            values.faults().at(keys.cell("valid-until"), "It ends before it begins.", "Swap or correct the days.");
        }
        if (name == null || mechanism == null || breaks == null || preconditions == null || rollback == null) {
            return null;
        }
        if (survives == null || source == null) {
            return null;
        }
        return new Mitigation(
                name, cves, mechanism, breaks, preconditions, rollback, survives, from, until, bypassed, source);
    }
}
