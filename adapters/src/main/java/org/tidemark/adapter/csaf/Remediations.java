// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.csaf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.JsonText;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.PartialDate;
import org.tidemark.advisory.Rule;
import org.tidemark.advisory.Verdict;
import org.tidemark.export.Flaw;

/// What to do about a flaw, each with the products it is for (3.2.3.12; tests 6.1.27.10 and 6.1.29).
final class Remediations {
    private final JsonText json;
    private final CveId cve;
    private final List<CsafItem> affected;

    /// Equal for products that are helped by the same.
    private record Cure(
            String category, String details, @Nullable PartialDate released) {}

    Remediations(JsonText json, CveId cve, List<CsafItem> affected) {
        this.json = json;
        this.cve = cve;
        this.affected = affected;
    }

    void write() {
        var cures = new LinkedHashMap<Cure, List<CsafItem>>();
        for (var item : affected) {
            item.on(cve)
                    .ifPresent(flaw -> cures.computeIfAbsent(cure(flaw), _ -> new ArrayList<>())
                            .add(item));
        }
        if (cures.isEmpty()) {
            return;
        }
        json.list("remediations");
        cures.forEach((cure, items) -> {
            json.object().text("category", cure.category());
            var released = cure.released();
            if (released != null && released.isDay()) {
                json.text("date", CsafTime.of(released.first()));
            }
            json.text("details", cure.details())
                    .texts("product_ids", CsafVulnerability.ids(items))
                    .end();
        });
        json.endList();
    }

    private static Cure cure(Flaw flaw) {
        var fix = flaw.fix();
        if (fix != null) {
            return new Cure("vendor_fix", words(fix), fix.released());
        }
        var next = flaw.nextStep();
        if (next == null || flaw.rule() == Rule.LISTED_WITHOUT_FIX) {
            return new Cure("none_available", next == null ? "No update is known for it." : next, null);
        }
        return new Cure(flaw.rule() == Rule.SETTING_OFF ? "workaround" : "vendor_fix", next, null);
    }

    private static String words(Verdict.FixedIn fix) {
        var builds = fix.builds().stream().map(Object::toString).collect(Collectors.joining(" or "));
        return (fix.kb().isEmpty() ? "Install build " + builds : "Install " + fix.kb() + " (build " + builds + ")")
                + (fix.released() == null ? "." : ", released " + fix.released() + ".");
    }
}
