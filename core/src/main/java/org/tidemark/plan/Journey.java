// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Branch;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Release;

/// A server under way: where it stands, and the steps taken so far.
final class Journey {
    private static final String FRAMEWORK_LOOK =
            "the value Release under HKLM\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full";

    private final StepWriter writer;
    private final UpgradeFacts facts;
    private final List<Step> steps = new ArrayList<>();
    private Product product;
    private @Nullable Branch branch;
    private @Nullable Build build;
    private @Nullable FrameworkVersion framework;
    private @Nullable Platform platform;
    private Requirement.@Nullable Levels levels;

    Journey(
            StepWriter writer,
            Product product,
            @Nullable Branch branch,
            @Nullable Build build,
            @Nullable FrameworkVersion framework,
            @Nullable Platform platform) {
        this.writer = writer;
        this.facts = writer.facts();
        this.product = product;
        this.branch = branch;
        this.build = build;
        this.framework = framework;
        this.platform = platform;
        this.levels = branch == null
                ? null
                : facts.requirement(branch.id()).map(Requirement::levels).orElse(null);
    }

    List<Step> steps() {
        return steps;
    }

    Product product() {
        return product;
    }

    @Nullable
    Branch branch() {
        return branch;
    }

    @Nullable
    FrameworkVersion framework() {
        return framework;
    }

    @Nullable
    Platform platform() {
        return platform;
    }

    ProductRoad.Place place() {
        return new ProductRoad.Place(product.id(), build, platform);
    }

    /// Where nobody has looked at the framework: the lowest that the branch supports, to be confirmed.
    void assumeFramework() {
        var lowest = branch == null
                ? null
                : facts.requirement(branch.id()).map(Requirement::frameworks).orElse(List.of()).stream()
                        .findFirst()
                        .orElse(null);
        if (framework != null || lowest == null || branch == null) {
            return;
        }
        framework = lowest;
        steps.add(Step.of(
                        Action.CHECK,
                        "Find out which version of the .NET Framework is installed. This road assumes " + lowest
                                + ", the lowest that " + branch.id()
                                + " supports; a higher one can make it shorter (give it with --dotnet).")
                .look(FRAMEWORK_LOOK)
                .done());
    }

    void changeFramework(FrameworkVersion version, BranchId on, String needs) {
        var draft = Step.of(
                        Action.INSTALL_FRAMEWORK, needs + " needs " + version.named() + ", and " + on + " supports it.")
                .to(version.toString());
        facts.frameworkNote(version)
                .ifPresent(note -> draft.pitfall(note.words()).source(note.source()));
        facts.requirement(on).ifPresent(r -> draft.sources(r.sources()));
        steps.add(writer.dressed(draft, Action.INSTALL_FRAMEWORK, on, false));
        framework = version;
    }

    /// Installs a later branch of the same product.
    ///
    /// @param bridge whether it is only passed through
    void upgrade(Branch next, boolean bridge) {
        prepareDirectory(next.id());
        var base = Offer.base(next).orElseThrow();
        var why = bridge
                ? next.id() + " is a bridge: it runs on the framework that is installed now and on the next one."
                : next.id() + " was the newest level of " + product.name() + " on "
                        + writer.offer().day() + "; it replaces the present one with all its updates.";
        var draft = writer.install(Action.UPGRADE, base, why).toBranch(next.id());
        require(draft, next.id());
        steps.add(writer.dressed(draft, Action.UPGRADE, next.id(), bridge));
        arrive(product, next, base.build());
    }

    /// Installs what came out for the present branch since its base.
    void update() {
        if (branch == null) {
            return;
        }
        var id = branch.id();
        writer.offer()
                .latestUpdate(branch)
                .filter(update -> build == null || update.build().compareTo(build) > 0)
                .ifPresent(update -> {
                    var draft = writer.install(
                            Action.INSTALL_UPDATE,
                            update,
                            update.name() + " was the latest update of " + id + " on "
                                    + writer.offer().day() + ".");
                    steps.add(writer.dressed(draft, Action.INSTALL_UPDATE, id, false));
                    build = update.build();
                });
    }

    /// Goes to another product: over the old one, or to a new server.
    void hop(ProductRoad.Hop hop) {
        var pair = hop.pair();
        var next = writer.offer().catalogue().product(pair.to());
        var id = hop.to().id();
        prepareDirectory(id);
        var action = pair.inPlace() ? Action.UPGRADE : Action.MIGRATE;
        var base = Offer.base(hop.to()).orElseThrow();
        var draft = writer.install(action, base, hopWhy(pair, next)).toBranch(id);
        if (!pair.leastFrom().words().isEmpty()) {
            draft.requires("Every server of " + product.name() + " is on "
                    + pair.leastFrom().words() + " or later.");
        }
        require(draft, id);
        if (!pair.forestLevel().isEmpty()) {
            draft.requires("Least forest level: " + StepWriter.sentence(pair.forestLevel()));
        }
        if (!pair.domainControllers().isEmpty()) {
            draft.requires("Domain controllers: " + StepWriter.sentence(pair.domainControllers()));
        }
        draft.pitfall(StepWriter.sentence(pair.refuses()))
                .pitfall(StepWriter.sentence(pair.note()))
                .sources(pair.sources());
        steps.add(writer.dressed(draft, action, id, false));
        if (!pair.inPlace()) {
            platform = null;
            framework = null;
        }
        arrive(next, hop.to(), base.build());
    }

    private String hopWhy(Coexistence pair, Product next) {
        return product.name() + " is out of support"
                + (pair.inPlace()
                        ? "; " + next.name() + " is installed over it, on the same server."
                        : "; " + next.name() + " cannot be installed over it, so everything moves to a new server.");
    }

    /// The old servers go before anything newer comes.
    ///
    /// @param next the product that comes then; null where none does
    void removeOld(Product old, @Nullable Product next) {
        var refusal = next == null
                ? null
                : facts.pairs().stream()
                        .filter(p -> !p.together() && p.from().equals(old.id()) && p.to().equals(next.id()))
                        .findFirst()
                        .orElse(null);
        var draft = Step.of(
                Action.CHECK,
                "Remove every server of " + old.name() + " when nothing uses it any more: it gets no updates."
                        + (refusal == null ? "" : " The next step needs it gone."));
        if (refusal != null) {
            draft.pitfall(StepWriter.sentence(refusal.refuses())).sources(refusal.sources());
        }
        steps.add(draft.done());
    }

    private void prepareDirectory(BranchId id) {
        var wanted = facts.requirement(id).map(Requirement::levels).orElse(null);
        if (wanted == null || (levels != null && !wanted.above(levels))) {
            return;
        }
        var why = "Setup of " + id + " raises the directory to " + wanted
                + (levels == null ? "." : "; the present level brought " + levels + ".");
        var draft = Step.of(Action.PREPARE_DIRECTORY, why).to(wanted.toString());
        facts.requirement(id).ifPresent(r -> draft.sources(r.sources()));
        steps.add(writer.dressed(draft, Action.PREPARE_DIRECTORY, id, false));
        levels = wanted;
    }

    private void require(Step.Draft draft, BranchId id) {
        facts.requirement(id).ifPresent(r -> {
            var systems = r.platforms().stream().map(Platform::version).toList();
            var frameworks =
                    r.frameworks().stream().map(FrameworkVersion::toString).toList();
            draft.requires(systems.isEmpty() ? "" : "Windows Server " + alternatives(systems) + ".")
                    .requires(frameworks.isEmpty() ? "" : ".NET Framework " + alternatives(frameworks) + ".")
                    .sources(r.sources());
        });
    }

    /// `a`, `a or b`, `a, b or c`.
    private static String alternatives(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.getFirst() : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private void arrive(Product there, Branch on, Build at) {
        product = there;
        branch = on;
        build = at;
    }

    /// The release that a branch begins with, for those who compare.
    static Build baseBuild(Branch branch) {
        return Offer.base(branch).map(Release::build).orElse(branch.lowestBuild());
    }
}
