// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Correction;

/// `corrections.yaml`: how disagreements and errors of the sources were settled.
final class CorrectionsSheet {
    static final String FILE = "corrections.yaml";
    private static final List<String> NEEDED =
            List.of("id", "subject", "field", "claims", "decision", "value", "reason", "source");

    private final Values values;

    private CorrectionsSheet(Values values) {
        this.values = values;
    }

    static List<Placed<Correction>> read(PackContent content, Values values) {
        var sheet = new CorrectionsSheet(values);
        var corrections = new ArrayList<Placed<Correction>>();
        var ids = new HashSet<String>();
        for (var tree : YamlTree.list(content, FILE, values.faults())) {
            var keys = YamlKeys.open(tree, NEEDED, List.of(), values.faults());
            var correction = keys == null ? null : sheet.correction(keys);
            if (keys == null || correction == null) {
                continue;
            }
            if (!ids.add(correction.id())) {
                values.faults().at(keys.cell("id"), "Another correction has this id.", "Choose one of its own.");
            }
            corrections.add(new Placed<>(correction, keys.cell("value")));
        }
        return corrections;
    }

    private @Nullable Correction correction(YamlKeys keys) {
        var id = values.text(keys.cell("id"));
        var subject = values.text(keys.cell("subject"));
        var field = values.text(keys.cell("field"));
        var decision = values.choice(keys.cell("decision"), Correction.Decision.values(), Spelled::of);
        var reason = values.text(keys.cell("reason"));
        var source = values.text(keys.cell("source"));
        var claims = claims(keys);
        if (id == null || subject == null || field == null || decision == null || reason == null || source == null) {
            return null;
        }
        var value = keys.cell("value").text();
        return new Correction(id, subject, field, claims, decision, value, reason, source);
    }

    private List<Correction.Claim> claims(YamlKeys keys) {
        var claims = new ArrayList<Correction.Claim>();
        for (var tree : keys.items("claims")) {
            var claim = YamlKeys.open(tree, List.of("by", "value"), List.of(), values.faults());
            var by = claim == null ? null : values.text(claim.cell("by"));
            if (claim != null && by != null) {
                claims.add(new Correction.Claim(by, claim.cell("value").text()));
            }
        }
        if (claims.isEmpty()) {
            values.faults().at(keys.at("claims"), "Nobody claims anything.", "Write who says what.");
        }
        return claims;
    }
}
