// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules for a branch that no source names for a flaw.
///
/// Being unnamed proves nothing. Vendors list what they support on that day: what is older is assumed to have the
/// flaw, what began after the fix holds it in its base, and of the rest nothing is said.
final class UnlistedRules {
    private final CatalogueView view;
    private final CveId cve;
    private final List<Fix> fixes;
    private final Installation installation;

    UnlistedRules(CatalogueView view, CveId cve, List<Fix> fixes, Installation installation) {
        this.installation = installation;
        this.view = view;
        this.cve = cve;
        this.fixes = fixes;
    }

    Assessment branch(Product product, BranchId branch, Optional<PartialDate> began) {
        var here = fixes.stream()
                .filter(fix -> fix.branch().product().equals(product.id()))
                .toList();
        if (here.isEmpty()) {
            return product(product);
        }
        var fixDay = view.firstFixDay(here, product.id());
        if (fixDay.isPresent()
                && began.isPresent()
                && began.get().after(fixDay.get().last())) {
            return baseAfterFix(branch, began.get(), fixDay.get());
        }
        var oldest = here.stream()
                .map(Fix::branch)
                .min(Comparator.comparingInt(view::ageOf))
                .orElseThrow();
        if (view.ageOf(branch) < view.ageOf(oldest)) {
            return olderThanListed(branch.toString(), oldest.toString(), Rule.OLDER_THAN_LISTED, product.id());
        }
        return notListed(branch.toString(), Rule.BRANCH_NOT_LISTED, product.id());
    }

    /// The rules for a product of which no branch is listed.
    Assessment product(Product product) {
        var listed = fixes.stream()
                .map(fix -> fix.branch().product())
                .distinct()
                .map(view.catalogue()::product)
                .sorted(Comparator.comparingInt(Product::order))
                .toList();
        if (!listed.isEmpty() && product.order() < listed.getFirst().order()) {
            return olderThanListed(product.name(), listed.getFirst().name(), Rule.PRODUCT_BEFORE_LISTED, product.id());
        }
        return notListed(product.name(), Rule.PRODUCT_NOT_LISTED, product.id());
    }

    private Assessment baseAfterFix(BranchId branch, PartialDate began, PartialDate fixDay) {
        return new Assessment(
                cve,
                new Verdict.Fixed("base of " + branch),
                Rule.BASE_AFTER_FIX,
                branch + " began on " + began + ", after the fix had come out for its product on " + fixDay
                        + ": its base holds it.",
                null,
                sources());
    }

    private Assessment olderThanListed(String what, String oldest, Rule rule, String product) {
        return new Assessment(
                cve,
                new Verdict.AssumedVulnerable(oldest),
                rule,
                what + " is older than everything that the source lists for " + cve + " (from " + oldest
                        + " on), and nothing says that it does not have the flaw; updates for other flaws prove"
                        + " nothing here.",
                next(product, "Upgrade", "Move", "Mitigate until an update comes"),
                sources());
    }

    private Assessment notListed(String what, Rule rule, String product) {
        return new Assessment(
                cve,
                new Verdict.NotListed(fixes.stream()
                        .map(fix -> fix.branch().toString())
                        .distinct()
                        .toList()),
                rule,
                "The source makes no statement about " + what + " for " + cve + ".",
                next(product, "Ask the vendor, or move", "Ask the vendor, or move", "Ask the vendor"),
                sources());
    }

    /// Where what is fixed is another product, it may not be one step away: the plan knows.
    ///
    /// @param upgrade how to get to a branch of the same product
    /// @param move how to get to another product
    /// @param otherwise what to do where no release with the fix was out
    private String next(String product, String upgrade, String move, String otherwise) {
        var target = upgradeTarget(product);
        if (target.isEmpty()) {
            return otherwise + ": " + nothingOut(product);
        }
        return isClosedIn(product)
                ? upgrade + " to a branch that the source lists as fixed: " + target.get() + "."
                : move + " to a product that the source lists as fixed; `tidemark plan --build "
                        + installation.subject().build()
                        + (view.asOf() == null ? "" : " --as-of " + view.asOf()) + "` says which way there is.";
    }

    /// The newest listed branch, of the same product where there is one, with the release that holds the fix. Empty
    /// where no such release was out.
    private Optional<String> upgradeTarget(String product) {
        return closing()
                .filter(fix -> !isClosedIn(product) || fix.branch().product().equals(product))
                .filter(view::isToBeHad)
                .max(Comparator.comparingInt(fix -> view.ageOf(fix.branch())))
                .map(fix -> fix.branch()
                        + view.holderOf(fix)
                                .map(r -> " with build " + r.build() + kb(r))
                                .orElse(""));
    }

    private Stream<Fix> closing() {
        return fixes.stream().filter(fix -> fix.kind() == Fix.Kind.UPDATE || fix.kind() == Fix.Kind.BASE);
    }

    private boolean isClosedIn(String product) {
        return closing().anyMatch(fix -> fix.branch().product().equals(product));
    }

    private String nothingOut(String product) {
        var whose =
                isClosedIn(product) ? " of " + view.catalogue().product(product).name() : "";
        return "none" + whose + " that holds the fix "
                + (view.asOf() == null ? "is known." : "was out on " + view.asOf() + ".");
    }

    private static String kb(Release release) {
        return release.packages().isEmpty()
                ? " or later"
                : " (" + release.packages().display() + ") or later";
    }

    private List<String> sources() {
        return fixes.stream().map(Fix::source).distinct().limit(4).toList();
    }
}
