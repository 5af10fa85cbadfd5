// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The catalogue as it was known on a day, or as it is.
///
/// A fix counts from the day its source listed the branch; the update that holds it counts from the day it came out.
/// The two differ: a flaw can be published before its update, and an update can hold a fix nobody spoke of.
final class CatalogueView {
    private final Catalogue catalogue;
    private final @Nullable LocalDate asOf;

    CatalogueView(Catalogue catalogue, @Nullable LocalDate asOf) {
        this.catalogue = catalogue;
        this.asOf = asOf;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    @Nullable
    LocalDate asOf() {
        return asOf;
    }

    List<Fix> fixesOf(CveId cve) {
        if (asOf == null) {
            return catalogue.fixesOf(cve);
        }
        return catalogue.fixesOf(cve).stream()
                .filter(fix -> knownBy(fix.listed()))
                .toList();
    }

    List<NotAffected> statementsOn(CveId cve) {
        return catalogue.statementsOn(cve).stream()
                .filter(statement -> knownBy(statement.said()))
                .toList();
    }

    boolean knownBy(PartialDate day) {
        return asOf == null || day.by(asOf);
    }

    /// Whether a release was out; one without a date counts as out.
    boolean out(Release release) {
        return asOf == null || release.outBy(asOf);
    }

    /// Whether the update that holds a fix could be had; one of which no build is known could.
    boolean isToBeHad(Fix fix) {
        return holderOf(fix).map(this::out).orElse(true);
    }

    Verdict.FixedIn fixedIn(Release holder) {
        return new Verdict.FixedIn(
                holder.packages().display(), holder.build(), catalogue.numbersOf(holder), holder.released());
    }

    /// The release that first holds a fix, under its own number.
    Optional<Release> holderOf(Fix fix) {
        var build = fix.build();
        return build == null ? Optional.empty() : catalogue.release(build).map(catalogue::canonical);
    }

    /// The day a fix was first to be had in a product: the earliest of its releases there that were out.
    Optional<PartialDate> firstFixDay(List<Fix> fixes, String product) {
        return fixes.stream()
                .filter(fix -> fix.branch().product().equals(product))
                .filter(fix -> fix.kind() == Fix.Kind.UPDATE || fix.kind() == Fix.Kind.BASE)
                .flatMap(fix -> holderOf(fix).stream())
                .filter(this::out)
                .flatMap(release -> Optional.ofNullable(release.released()).stream())
                .min(Comparator.comparing(PartialDate::last));
    }

    /// The place of a branch among those of its product, oldest first.
    int ageOf(BranchId id) {
        return catalogue.ageOf(id);
    }
}
