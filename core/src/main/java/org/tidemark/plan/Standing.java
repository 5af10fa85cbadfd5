// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Branch;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.Subject;

/// Where a plan begins.
sealed interface Standing {

    /// A build of a branch that the pack knows.
    ///
    /// @param release the release; null where the pack does not know this build
    /// @param checks what must be found out first
    record InBranch(
            Product product,
            Branch branch,
            Build build,
            @Nullable Release release,
            Installation installation,
            List<Step> checks)
            implements Standing {
        public InBranch {
            checks = List.copyOf(checks);
        }

        boolean special() {
            return release != null && release.content() == Release.Content.BASE_ONLY;
        }

        /// The same server with an update more. What the build proved before is kept as an installed package:
        /// the
        /// build of a special update no longer shows it.
        InBranch with(Release update) {
            var packages = new HashSet<>(installation.packages());
            if (release != null && !release.isBase()) {
                packages.addAll(packagesOf(release));
            }
            packages.addAll(packagesOf(update));
            var subject = new Subject.OneBuild(product, branch, update.build(), update);
            return new InBranch(
                    product,
                    branch,
                    update.build(),
                    update,
                    new Installation(subject, packages, installation.settings()),
                    checks);
        }
    }

    private static Set<String> packagesOf(Release release) {
        return release.packages().isEmpty()
                ? Set.of()
                : release.packages().alternatives().getFirst();
    }

    /// A build of a product of which the pack knows no releases, or not this branch.
    record OutsideBranches(Product product, Build build, Installation installation, List<Step> checks)
            implements Standing {
        public OutsideBranches {
            checks = List.copyOf(checks);
        }
    }

    /// Nothing that its owner could update.
    record RunByVendor(Product product, Build build) implements Standing {}

    /// What is known to stand there. Of several builds it can be, the lowest.
    static Standing of(StepWriter writer, Question question) {
        return switch (question.installation().subject()) {
            case Subject.Cloud cloud -> new RunByVendor(cloud.product(), cloud.build());
            case Subject.NoBranch none -> outside(writer, question, none);
            case Subject.OneBuild one -> one(writer, question, one);
            case Subject.OneOf some -> lowest(writer, question, some);
        };
    }

    private static Standing outside(StepWriter writer, Question question, Subject.NoBranch none) {
        var checks = none.product().hasBranches() ? List.of(writer.unknownBuild(none.build())) : List.<Step>of();
        return new OutsideBranches(none.product(), none.build(), question.installation(), checks);
    }

    private static Standing one(StepWriter writer, Question question, Subject.OneBuild one) {
        var catalogue = writer.catalogue();
        var release = one.release() == null ? null : catalogue.canonical(one.release());
        var build = release == null ? one.build() : release.build();
        var installation = question.installation();
        var checks = new ArrayList<Step>();
        if (release == null) {
            checks.add(writer.unknownBuild(build));
        }
        var proven = one.branch().releases().stream()
                .filter(r -> !r.packages().isEmpty() && r.packages().provenBy(installation.packages()))
                .map(catalogue::canonical)
                .reduce((_, later) -> later)
                .orElse(null);
        if (proven == null || proven.build().compareTo(build) <= 0) {
            return new InBranch(one.product(), one.branch(), build, release, installation, checks);
        }
        checks.add(writer.confirmInstalled(build, proven));
        return new InBranch(one.product(), one.branch(), proven.build(), proven, installation, checks).with(proven);
    }

    private static Standing lowest(StepWriter writer, Question question, Subject.OneOf some) {
        var catalogue = writer.catalogue();
        var candidates = candidates(some, question);
        var lowest = candidates.getFirst();
        var product = catalogue.product(lowest.branch().product());
        var branch = catalogue.branch(lowest.branch()).orElseThrow();
        var installation = new Installation(
                new Subject.OneBuild(product, branch, lowest.build(), lowest),
                question.installation().packages(),
                question.installation().settings());
        var checks =
                candidates.size() == 1 ? List.<Step>of() : List.of(writer.readWholeBuild(some.build(), candidates));
        return new InBranch(product, branch, lowest.build(), lowest, installation, checks);
    }

    /// Those that were out and that no installed update rules out; evidence that rules out all rules out none.
    private static List<Release> candidates(Subject.OneOf some, Question question) {
        var packages = question.installation().packages();
        var out = some.candidates().stream()
                .filter(r -> r.kind() != Release.Kind.PREVIEW && r.outBy(question.day()))
                .toList();
        var left = out.isEmpty() ? some.candidates() : out;
        var proven = left.stream()
                .filter(r -> !r.packages().isEmpty() && r.packages().provenBy(packages))
                .toList();
        var narrowed = left.stream()
                .filter(r -> proven.stream()
                        .anyMatch(
                                p -> p.branch().equals(r.branch()) && r.build().compareTo(p.build()) >= 0))
                .toList();
        return narrowed.isEmpty() ? left : narrowed;
    }
}
