// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one build of a known branch says about a flaw: match the branch first, then compare inside it.
final class BranchRules {
    private final CatalogueView view;
    private final CveId cve;
    private final Installation installation;
    private final List<Fix> fixes;
    private final Product product;
    private final Branch branch;
    private final SettingRules settings;
    private final BaseRules bases;
    private final UpgradeRules upgrades;

    BranchRules(
            CatalogueView view, CveId cve, Installation installation, List<Fix> fixes, Product product, Branch branch) {
        this.view = view;
        this.cve = cve;
        this.installation = installation;
        this.fixes = fixes;
        this.product = product;
        this.branch = branch;
        this.settings = new SettingRules(view.catalogue(), cve, installation, branch);
        this.bases = new BaseRules(view, cve, installation, fixes, product, branch);
        this.upgrades = new UpgradeRules(view, branch);
    }

    Assessment assess(Build build) {
        var release = view.catalogue().release(build).map(view.catalogue()::canonical);
        if (release.isPresent() && !view.out(release.get())) {
            return newerThanAsked(release.get());
        }
        return rowOfBranch()
                .map(fix -> byRow(fix, build, release.orElse(null)))
                .or(() -> bases.inherited().map(settings::withUpdate))
                .orElseGet(this::unlisted);
    }

    /// The row that names this very branch; the earliest build where sources name several.
    private Optional<Fix> rowOfBranch() {
        return fixes.stream()
                .filter(fix -> fix.branch().equals(branch.id()))
                .min(Comparator.comparing(BranchRules::buildOf));
    }

    private static Build buildOf(Fix fix) {
        var build = fix.build();
        return build == null ? Build.of(0, 0) : build;
    }

    private Assessment byRow(Fix fix, Build build, @Nullable Release release) {
        return switch (fix.kind()) {
            case UPDATE -> byUpdate(fix, build, release);
            case BASE -> settings.withUpdate(bases.fixed(fix));
            case NONE -> upgrades.withoutUpdate(fix, release);
            case BELOW -> upgrades.needed(fix);
            case COMPONENT -> throw new IllegalStateException("a component is judged before the build: " + fix);
        };
    }

    // An update of this branch holds the fix

    private Assessment byUpdate(Fix fix, Build build, @Nullable Release release) {
        var holder = view.holderOf(fix).orElseThrow();
        if (!view.out(holder)) {
            return listedWithoutFix(fix);
        }
        var proven = provenByPackage(holder);
        if (proven.isPresent()) {
            return proven.get();
        }
        var own = release == null ? build : release.build();
        if (own.compareTo(holder.build()) < 0) {
            // An installed update that is newer than the stated build shows that the number is stale.
            var newer = newestByPackage().filter(r -> r.build().compareTo(own) > 0);
            return newer.isPresent()
                    ? byUpdate(fix, newer.get().build(), newer.get())
                    : belowFirstFixed(fix, holder, own, build);
        }
        if (release == null) {
            return buildNotInPack(build, holder);
        }
        if (!holds(release, holder)) {
            return specialUpdate(release, holder, fix);
        }
        return packagesMissing(fix).orElseGet(() -> settings.withUpdate(holdsFix(release, holder, fix)));
    }

    /// Whether a release holds what first came with another of its branch. A higher build alone does not say so.
    private boolean holds(Release release, Release holder) {
        return release.content() == Release.Content.CUMULATIVE
                || release.build().equals(holder.build())
                || branch.base()
                        .map(base -> holder.build().compareTo(base.build()) <= 0)
                        .orElse(false);
    }

    private Optional<Assessment> provenByPackage(Release holder) {
        return branch.releases().stream()
                .filter(r -> !r.packages().isEmpty() && r.packages().provenBy(installation.packages()))
                .map(view.catalogue()::canonical)
                .filter(r -> view.out(r) && r.build().compareTo(holder.build()) >= 0 && holds(r, holder))
                .findFirst()
                .map(r -> settings.withUpdate(new Assessment(
                        cve,
                        new Verdict.Fixed(r.packages().display()),
                        Rule.INSTALLED_PACKAGE,
                        r.packages().display() + " (" + r.name() + ") is installed, and it holds the fix.",
                        confirmBuild(r),
                        sourcesOf(r.sources()))));
    }

    private Optional<Release> newestByPackage() {
        return branch.releases().stream()
                .filter(r -> !r.packages().isEmpty() && r.packages().provenBy(installation.packages()))
                .map(view.catalogue()::canonical)
                .filter(view::out)
                .max(Comparator.comparing(Release::build));
    }

    /// Where the stated build is lower than what the installed update brings, one of the two is wrong.
    private @Nullable String confirmBuild(Release proven) {
        boolean contradicts = installation.subject() instanceof Subject.OneBuild one
                && one.build().compareTo(proven.build()) < 0;
        return contradicts
                ? "The stated build is below " + proven.build() + ", which this update installs. Confirm that the"
                        + " installation finished: "
                        + view.catalogue().howTo().build() + "."
                : null;
    }

    private Optional<Assessment> packagesMissing(Fix fix) {
        boolean several = !fix.packages().isEmpty()
                && fix.packages().alternatives().stream().allMatch(set -> set.size() > 1);
        if (!several || fix.packages().provenBy(installation.packages())) {
            return Optional.empty();
        }
        return Optional.of(new Assessment(
                cve,
                new Verdict.Unknown("Whether all packages of the update are installed: "
                        + fix.packages().display() + " ("
                        + view.catalogue().howTo().packages() + ")."),
                Rule.PACKAGES_INCOMPLETE,
                "The update is made of several packages and each is needed; the build shows one of them.",
                "Install what is missing of " + fix.packages().display() + ".",
                sources(fix)));
    }

    /// @param own the number under which the pack has the release
    /// @param stated the number that was given, which can be another of the same release
    private Assessment belowFirstFixed(Fix fix, Release holder, Build own, Build stated) {
        var kb = holder.packages().display();
        return new Assessment(
                cve,
                new Verdict.Vulnerable(view.fixedIn(holder)),
                Rule.BELOW_FIRST_FIXED_BUILD,
                (stated.equals(own) ? own : stated + " is another number of the same release as " + own + ", which")
                        + " is below " + holder.build() + ", the first build of " + branch.id()
                        + " that holds the fix.",
                "Install " + (kb.isEmpty() ? holder.name() + " (no number published)" : kb) + " for " + branch.id()
                        + ", or a later update; it brings the build to " + holder.build() + " or higher.",
                sources(fix));
    }

    private Assessment holdsFix(Release release, Release holder, Fix fix) {
        boolean first = release.build().equals(holder.build());
        return new Assessment(
                cve,
                new Verdict.Fixed(holder.name()),
                holder.isBase() ? Rule.FIXED_IN_BASE : Rule.HOLDS_FIRST_FIXED_BUILD,
                release.name() + (first ? " is" : " is later than") + " the first release of " + branch.id()
                        + " that holds the fix" + (first ? "." : ", " + holder.build() + ", and holds all before it."),
                null,
                sources(fix));
    }

    private Assessment specialUpdate(Release release, Release holder, Fix fix) {
        var kb = holder.packages().display();
        var name = kb.isEmpty() ? holder.name() : kb;
        return new Assessment(
                cve,
                new Verdict.Unknown("Whether " + name + " was installed before (" + holder.name() + ", build "
                        + holder.build() + "): " + view.catalogue().howTo().packages()
                        + ". Give it as --kb " + name + "."),
                Rule.SPECIAL_UPDATE_NOT_CUMULATIVE,
                release.name() + " is a special update that holds its own fixes and none of the updates before it;"
                        + " its build says nothing about " + cve + ".",
                "Look for " + name + " among the installed updates; without it the flaw is open, and an upgrade"
                        + " closes it.",
                sources(fix));
    }

    private Assessment buildNotInPack(Build build, Release holder) {
        return new Assessment(
                cve,
                new Verdict.Unknown("What the update with build " + build + " holds: the vendor's notes of it, or a"
                        + " newer knowledge pack."),
                Rule.BUILD_NOT_IN_PACK,
                "The pack does not know " + build + ". It is not below " + holder.build()
                        + ", the first fixed build of " + branch.id()
                        + ", but a higher number alone does not prove the fix.",
                "Check the number; if it is right, load a newer pack.",
                sourcesOf(holder.sources()));
    }

    private Assessment newerThanAsked(Release release) {
        return new Assessment(
                cve,
                new Verdict.Unknown("An answer as of " + release.released() + " or later."),
                Rule.BUILD_NOT_IN_PACK,
                release.name() + " came out on " + release.released() + ", after the day asked about (" + view.asOf()
                        + "): on that day nobody knew this build.",
                null,
                release.sources());
    }

    private Assessment listedWithoutFix(Fix fix) {
        return new Assessment(
                cve,
                new Verdict.Vulnerable(null),
                Rule.LISTED_WITHOUT_FIX,
                "The source lists " + branch.id() + " for " + cve + " (since " + fix.listed() + "), and on "
                        + view.asOf() + " no update for it had come out.",
                "Mitigate until the update comes: no update was out on that day.",
                sources(fix));
    }

    // The branch is not listed

    private Assessment unlisted() {
        boolean listedHere =
                fixes.stream().anyMatch(fix -> fix.branch().product().equals(product.id()));
        if (!listedHere) {
            var continued = bases.continued();
            if (continued.isPresent()) {
                return settings.withUpdate(continued.get());
            }
        }
        var answer = new UnlistedRules(view, cve, fixes, installation).branch(product, branch.id(), branch.began());
        return answer.verdict() instanceof Verdict.Fixed ? settings.withUpdate(answer) : answer;
    }

    private static List<String> sources(Fix fix) {
        return List.of(fix.source());
    }

    private static List<String> sourcesOf(List<String> sources) {
        return List.copyOf(sources);
    }
}
