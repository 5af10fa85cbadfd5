// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.csaf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.adapter.JsonText;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.NotAffected;
import org.tidemark.advisory.Rule;
import org.tidemark.export.Flaw;

/// Why products do not have a flaw, which the profile VEX asks for (4.5, test 6.1.27.9).
///
/// Every one gets the statement in words, as a threat of category *impact*. A flag (3.2.3.5) says more than some
/// statements do: whoever only *does not believe* that a product is affected did not say that the code is not there. So
/// only firm statements get one, and each product one at most (test 6.1.33).
final class NotAffectedProof {
    private static final String NO_CODE = "vulnerable_code_not_present";
    private static final String NO_COMPONENT = "component_not_present";

    private final JsonText json;
    private final Catalogue catalogue;
    private final CveId cve;
    private final List<CsafItem> items;

    NotAffectedProof(JsonText json, Catalogue catalogue, CveId cve, List<CsafItem> items) {
        this.json = json;
        this.catalogue = catalogue;
        this.cve = cve;
        this.items = items;
    }

    void flags() {
        var flags = new LinkedHashMap<String, List<CsafItem>>();
        for (var item : items) {
            item.on(cve).flatMap(flaw -> flag(item, flaw)).ifPresent(flag -> add(flags, flag, item));
        }
        if (flags.isEmpty()) {
            return;
        }
        json.list("flags");
        flags.forEach((flag, those) -> json.object()
                .text("label", flag)
                .texts("product_ids", CsafVulnerability.ids(those))
                .end());
        json.endList();
    }

    private Optional<String> flag(CsafItem item, Flaw flaw) {
        if (flaw.rule() == Rule.ROLE_WITHOUT_FLAW) {
            return Optional.of(NO_COMPONENT);
        }
        return flaw.rule() == Rule.NOT_AFFECTED_STATEMENT && isFirm(item) ? Optional.of(NO_CODE) : Optional.empty();
    }

    /// Whether the first statement that fits, which is the one that the verdict rests on, is firm.
    private boolean isFirm(CsafItem item) {
        return catalogue.statementsOn(cve).stream()
                .filter(statement -> fits(statement, item))
                .findFirst()
                .map(statement -> statement.strength() == NotAffected.Strength.NOT_AFFECTED)
                .orElse(false);
    }

    private boolean fits(NotAffected statement, CsafItem item) {
        return catalogue.product(statement.branch().product()).name().equals(item.product())
                && (statement.branch().level().isEmpty()
                        || statement.branch().level().equals(item.level()));
    }

    /// The statements, inside a list of threats.
    void impact() {
        var reasons = new LinkedHashMap<String, List<CsafItem>>();
        for (var item : items) {
            item.on(cve).ifPresent(flaw -> add(reasons, flaw.reason(), item));
        }
        reasons.forEach((reason, those) -> json.object()
                .text("category", "impact")
                .text("details", reason)
                .texts("product_ids", CsafVulnerability.ids(those))
                .end());
    }

    private static void add(Map<String, List<CsafItem>> groups, String key, CsafItem item) {
        groups.computeIfAbsent(key, _ -> new java.util.ArrayList<>()).add(item);
    }
}
