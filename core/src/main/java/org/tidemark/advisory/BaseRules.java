// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What follows from the base of a branch: that it, or the branch before it, began with the fix.
final class BaseRules {
    private final CatalogueView view;
    private final CveId cve;
    private final Installation installation;
    private final List<Fix> fixes;
    private final Product product;
    private final Branch branch;

    BaseRules(
            CatalogueView view, CveId cve, Installation installation, List<Fix> fixes, Product product, Branch branch) {
        this.view = view;
        this.cve = cve;
        this.installation = installation;
        this.fixes = fixes;
        this.product = product;
        this.branch = branch;
    }

    /// Where an earlier branch of the product is said to hold the fix in its base, this one does too.
    Optional<Assessment> inherited() {
        return fixes.stream()
                .filter(fix -> fix.kind() == Fix.Kind.BASE)
                .filter(fix -> fix.branch().product().equals(product.id()))
                .filter(fix -> view.ageOf(branch.id()) > view.ageOf(fix.branch()))
                .findFirst()
                .map(this::fixed);
    }

    Assessment fixed(Fix fix) {
        return new Assessment(
                cve,
                new Verdict.Fixed("base of " + fix.branch()),
                Rule.FIXED_IN_BASE,
                "The base of " + fix.branch()
                        + (fix.branch().equals(branch.id()) ? "" : ", and of every later branch,")
                        + " holds the fix.",
                null,
                List.of(fix.source()));
    }

    /// A product that was first released after the fix and continues the code of a fixed branch.
    Optional<Assessment> continued() {
        var from = product.continues();
        var released = product.released();
        if (from == null || released == null) {
            return Optional.empty();
        }
        var parent = view.catalogue().branch(from).orElseThrow();
        var fixDay = view.firstFixDay(fixes, from.product());
        var last = parent.releases().stream()
                .filter(r -> !r.isAlias() && r.outBy(released.first()))
                .reduce((_, later) -> later);
        if (fixDay.isEmpty() || !released.after(fixDay.get().last()) || last.isEmpty()) {
            return Optional.empty();
        }
        var parentProduct = view.catalogue().product(from.product());
        var plain = new Installation(installation.subject(), Set.of(), Map.of());
        var answer = new BranchRules(view, cve, plain, fixes, parentProduct, parent)
                .assess(last.get().build());
        boolean in = answer.verdict() instanceof Verdict.Fixed || answer.verdict() instanceof Verdict.DependsOnSetting;
        return in ? Optional.of(told(from, released, fixDay.get())) : Optional.empty();
    }

    private Assessment told(BranchId from, PartialDate released, PartialDate fixDay) {
        return new Assessment(
                cve,
                new Verdict.Fixed(from.toString()),
                Rule.CONTINUES_FIXED_PRODUCT,
                product.name() + " came out on " + released + " and continues " + from
                        + ", for which the fix had come out by " + fixDay + ": it began with the fix.",
                null,
                fixes.stream().map(Fix::source).distinct().limit(4).toList());
    }
}
