// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Branch;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.Release;

/// Puts steps into words: what is to be done, with everything that the pack has to say about it.
final class StepWriter {
    private final Catalogue catalogue;
    private final UpgradeFacts facts;
    private final Offer offer;

    StepWriter(Offer offer, UpgradeFacts facts) {
        this.catalogue = offer.catalogue();
        this.facts = facts;
        this.offer = offer;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    UpgradeFacts facts() {
        return facts;
    }

    Offer offer() {
        return offer;
    }

    // Checks before anything else

    Step unknownBuild(Build build) {
        return Step.of(
                        Action.CHECK,
                        "The pack does not know " + build + ". Make sure of the number; if it is right, a newer pack"
                                + " can say what this build holds.")
                .look(catalogue.howTo().build())
                .done();
    }

    Step confirmInstalled(Build stated, Release proven) {
        return Step.of(
                        Action.CHECK,
                        proven.packages().display() + " is installed, which brings the build to " + proven.build()
                                + ", and the stated build is " + stated
                                + ". Confirm that the installation finished; this plan takes it that it did.")
                .look(catalogue.howTo().build())
                .sources(proven.sources())
                .done();
    }

    Step readWholeBuild(Build known, List<Release> candidates) {
        var lowest = candidates.getFirst();
        return Step.of(
                        Action.CHECK,
                        known + " can be any of " + candidates.size() + " releases, " + lowest.name() + " to "
                                + candidates.getLast().name() + ". Read the whole build; this plan is for the lowest, "
                                + lowest.build() + ", and may ask for more than is needed.")
                .look(catalogue.howTo().build())
                .done();
    }

    // Releases

    /// A step that installs a release: an update, or the base of a branch.
    Step.Draft install(Action action, Release release, String why) {
        var kb = release.packages().display();
        var unnamed = kb.isEmpty() ? " No number of it is published: go by the build." : "";
        var draft = Step.of(action, why + unnamed)
                .installs(kb.isEmpty() ? null : kb, release.build(), release.released())
                .sources(release.sources());
        facts.entitlement(release).ifPresent(entitlement -> {
            draft.entitled(entitlement.words()).source(entitlement.source());
            freeInstead(release).ifPresent(draft::pitfall);
        });
        if (!release.note().isEmpty()) {
            draft.pitfall(sentence(release.note()));
        }
        return draft;
    }

    /// Where not everybody may have an update, the last one that everybody had.
    private Optional<String> freeInstead(Release release) {
        var branch = catalogue.branch(release.branch()).orElseThrow();
        return offer.updates(branch)
                .filter(r -> facts.entitlement(r).isEmpty())
                .max(Comparator.comparing(Release::build))
                .map(free -> "Without that right the last update for everybody is "
                        + (free.packages().isEmpty()
                                ? free.name()
                                : free.packages().display()) + " (" + free.build() + ").");
    }

    /// Adds what the pack says about steps of this kind.
    ///
    /// @param target the branch that the step leads to, or on which it happens
    /// @param bridge whether the branch is passed through
    Step dressed(Step.Draft draft, Action action, @Nullable BranchId target, boolean bridge) {
        for (var note : facts.notes()) {
            if (note.action() == action && (!note.bridgeOnly() || bridge) && concerns(note, target)) {
                (note.requires() ? draft.requires(note.words()) : draft.pitfall(note.words())).source(note.source());
            }
        }
        return draft.restart(facts.restarts().contains(action)).done();
    }

    private boolean concerns(UpgradeFacts.Note note, @Nullable BranchId target) {
        if (target == null) {
            return note.products().isEmpty() && note.first() == null && note.last() == null;
        }
        boolean product = note.products().isEmpty() || note.products().contains(target.product());
        var first = note.first();
        var last = note.last();
        boolean since = first == null || (sameProduct(first, target) && age(target) >= age(first));
        boolean till = last == null || (sameProduct(last, target) && age(target) <= age(last));
        return product && since && till;
    }

    /// Whether a mitigation can be applied on a branch.
    boolean fits(String mitigation, @Nullable BranchId branch) {
        var from = facts.mitigationsFrom().get(mitigation);
        return from == null
                || (branch != null
                        && from.stream().anyMatch(first -> sameProduct(first, branch) && age(branch) >= age(first)));
    }

    private static boolean sameProduct(BranchId left, BranchId right) {
        return left.product().equals(right.product());
    }

    private int age(BranchId id) {
        return catalogue.branches().stream().map(Branch::id).toList().indexOf(id);
    }

    static String sentence(String words) {
        return words.isEmpty() || words.endsWith(".") ? words : words + ".";
    }
}
