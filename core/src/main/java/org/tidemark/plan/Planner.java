// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Assessor;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.Product;

/// What exactly must be installed, in which order.
///
/// 1. What stands there? Of several builds that it can be, the lowest.
/// 2. Which updates of its branch are missing on that day ([BranchUpdates]), and what do they close?
/// 3. What is left to do then: switches, mitigations, a look whether somebody was there ([FollowUps])?
/// 4. How does it get to the newest branch and to a supported product ([RoadPlanner])?
///
/// Pure and immutable; asking twice gives the same answer.
public final class Planner {
    private final Catalogue catalogue;
    private final Assessor assessor;
    private final UpgradeFacts facts;

    public Planner(Catalogue catalogue, Assessor assessor, UpgradeFacts facts) {
        this.catalogue = catalogue;
        this.assessor = assessor;
        this.facts = facts;
    }

    public UpgradeFacts facts() {
        return facts;
    }

    public Plan plan(Question question) {
        var writer = new StepWriter(new Offer(catalogue, question.day()), facts);
        return switch (Standing.of(writer, question)) {
            case Standing.InBranch in -> inBranch(writer, question, in);
            case Standing.OutsideBranches outside -> outside(writer, question, outside);
            case Standing.RunByVendor cloud -> nothing(question, cloud);
        };
    }

    private Plan inBranch(StepWriter writer, Question question, Standing.InBranch start) {
        var branchUpdates = new BranchUpdates(writer, assessor, question);
        var updates = branchUpdates.of(start);
        var then = updates.standing().installation();
        var follow = new FollowUps(writer, question);
        var settings = follow.settings(updates.after(), then);
        var end = settings.isEmpty()
                ? updates.after()
                : Ledger.of(catalogue, assessor, question, FollowUps.enabled(then, settings));
        var now = new ArrayList<>(start.checks());
        now.addAll(updates.steps());
        follow.mitigations(end.open(), start.branch().id()).forEach(now::add);
        now.addAll(FollowUps.enable(settings));
        if (!updates.steps().isEmpty()) {
            follow.afterUpdate(start.product().id(), updates.before().closedBy(updates.after()))
                    .forEach(now::add);
        }
        follow.compromise(updates.before()).forEach(now::add);
        var road = new RoadPlanner(writer, question).from(updates.standing());
        var said = branchUpdates.said(
                start, updates, !end.open().isEmpty(), !road.steps().isEmpty());
        return plan(question, start, now, end, road, RoadPlanner.joined(said, road.said()));
    }

    private Plan plan(
            Question question,
            Standing.InBranch start,
            List<Step> now,
            Ledger end,
            Road road,
            @Nullable String reason) {
        var unsupported = unsupported(question, road.end(), road.branch());
        return new Plan(
                start.product(),
                start.branch().id(),
                start.build(),
                question.day(),
                inFull(now),
                inFull(road.steps()),
                end.open(),
                end.undecided(),
                unsupported == null,
                unsupported,
                reason);
    }

    private Plan outside(StepWriter writer, Question question, Standing.OutsideBranches start) {
        var ledger = Ledger.of(catalogue, assessor, question, start.installation());
        var follow = new FollowUps(writer, question);
        var now = new ArrayList<>(start.checks());
        follow.mitigations(ledger.open(), null).forEach(now::add);
        follow.compromise(ledger).forEach(now::add);
        var road = new RoadPlanner(writer, question).from(start);
        var said = start.product().hasBranches()
                ? "The pack does not know the level that " + start.build() + " belongs to, and so none of its updates."
                : "The pack names " + start.product().name() + " and knows no updates of it.";
        var unsupported = unsupported(question, road.end(), road.branch());
        return new Plan(
                start.product(),
                null,
                start.build(),
                question.day(),
                inFull(now),
                inFull(road.steps()),
                ledger.open(),
                ledger.undecided(),
                unsupported == null,
                unsupported,
                RoadPlanner.joined(said, road.said()));
    }

    private List<Step> inFull(List<Step> steps) {
        return steps.stream()
                .map(step -> step.withSources(catalogue.spelled(step.sources())))
                .toList();
    }

    private static Plan nothing(Question question, Standing.RunByVendor cloud) {
        return new Plan(
                cloud.product(),
                null,
                cloud.build(),
                question.day(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                null,
                cloud.build() + " is a build of " + cloud.product().name()
                        + ", which the vendor runs and updates: there is nothing to install.");
    }

    private @Nullable String unsupported(Question question, Product product, @Nullable BranchId branch) {
        var day = question.day();
        return switch (catalogue.supportOf(product, branch == null ? "" : branch.level(), day)) {
            case SUPPORTED -> null;
            case EXTENDED -> product.name() + " got paid extended updates only on " + day + ".";
            case OUT_OF_SUPPORT -> product.name() + " was out of support on " + day + ".";
        };
    }
}
