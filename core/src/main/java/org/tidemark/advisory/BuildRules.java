// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the build, or the set of builds, says about a flaw.
final class BuildRules {
    private final CatalogueView view;
    private final CveId cve;
    private final Installation installation;
    private final List<Fix> fixes;

    BuildRules(CatalogueView view, CveId cve, Installation installation) {
        this.view = view;
        this.cve = cve;
        this.installation = installation;
        this.fixes = view.fixesOf(cve);
    }

    Assessment assess() {
        return switch (installation.subject()) {
            case Subject.OneBuild one -> inBranch(one.product(), one.branch()).assess(one.build());
            case Subject.OneOf some -> together(some);
            case Subject.NoBranch none -> withoutBranch(none);
            case Subject.Cloud _ -> throw new IllegalStateException("a cloud service is judged before its build");
        };
    }

    private BranchRules inBranch(Product product, Branch branch) {
        return new BranchRules(view, cve, installation, fixes, product, branch);
    }

    private Assessment withoutBranch(Subject.NoBranch none) {
        var product = none.product();
        boolean listed = fixes.stream().anyMatch(fix -> fix.branch().product().equals(product.id()));
        var unlisted = new UnlistedRules(view, cve, fixes, installation);
        if (!product.hasBranches() || !listed) {
            return unlisted.product(product);
        }
        var older = view.catalogue().branches().stream()
                .filter(b -> b.id().product().equals(product.id()))
                .filter(b -> b.lowestBuild().compareTo(none.build()) < 0)
                .reduce((_, last) -> last);
        boolean belowAll = fixes.stream()
                .filter(fix -> fix.branch().product().equals(product.id()))
                .allMatch(fix -> older.map(b -> view.ageOf(b.id())).orElse(-1) < view.ageOf(fix.branch()));
        if (belowAll) {
            return unlisted.branch(
                    product, older.map(Branch::id).orElse(new BranchId(product.id(), "")), Optional.empty());
        }
        return new Assessment(
                cve,
                new Verdict.Unknown("The branch that " + none.build() + " belongs to: "
                        + view.catalogue().howTo().build() + ", or a newer knowledge pack."),
                Rule.BRANCH_NOT_IN_PACK,
                "No source lists the branch of " + none.build() + "; nothing can be concluded from its number.",
                "Check the number; if it is right, load a newer pack.",
                fixes.stream().map(Fix::source).distinct().limit(4).toList());
    }

    /// One verdict over a set: only where all members agree.
    private Assessment together(Subject.OneOf some) {
        var candidates = Candidates.narrowed(view, some, installation.packages());
        var answers = new ArrayList<Assessment>();
        for (var release : candidates) {
            var product = view.catalogue().product(release.branch().product());
            var branch = view.catalogue().branch(release.branch()).orElseThrow();
            answers.add(stated(product, branch)
                    .orElseGet(() -> inBranch(product, branch).assess(release.build())));
        }
        var kinds = EnumSet.noneOf(Verdict.Kind.class);
        answers.forEach(answer -> kinds.add(answer.kind()));
        var open = EnumSet.of(Verdict.Kind.VULNERABLE, Verdict.Kind.ASSUMED_VULNERABLE);
        var safe = EnumSet.of(Verdict.Kind.FIXED, Verdict.Kind.NOT_APPLICABLE);
        if (kinds.size() == 1 || open.containsAll(kinds) || safe.containsAll(kinds)) {
            return agreed(pick(answers), candidates, some);
        }
        kinds.removeAll(safe);
        if (kinds.equals(EnumSet.of(Verdict.Kind.DEPENDS_ON_SETTING))) {
            return agreed(first(answers, Verdict.Kind.DEPENDS_ON_SETTING), candidates, some);
        }
        return ambiguous(some, candidates, answers);
    }

    /// Statements about products are looked at again, since a set can span several.
    private Optional<Assessment> stated(Product product, Branch branch) {
        return view.statementsOn(cve).stream()
                .filter(s -> s.branch().product().equals(product.id()))
                .filter(s -> s.branch().level().isEmpty() || s.branch().equals(branch.id()))
                .findFirst()
                .map(s -> new Assessment(
                        cve,
                        new Verdict.NotApplicable(s.by()),
                        Rule.NOT_AFFECTED_STATEMENT,
                        s.words() + ".",
                        null,
                        List.of(s.by())));
    }

    /// The weakest of several answers that mean the same: assumed before proven, fixed before not applicable.
    private static Assessment pick(List<Assessment> answers) {
        for (var kind : List.of(Verdict.Kind.ASSUMED_VULNERABLE, Verdict.Kind.FIXED)) {
            for (var answer : answers) {
                if (answer.kind() == kind) {
                    return answer;
                }
            }
        }
        return answers.getFirst();
    }

    private static Assessment first(List<Assessment> answers, Verdict.Kind kind) {
        return answers.stream().filter(a -> a.kind() == kind).findFirst().orElseThrow();
    }

    private static Assessment agreed(Assessment answer, List<Release> candidates, Subject.OneOf some) {
        if (candidates.size() == 1) {
            return answer;
        }
        return answer.withReason("All " + candidates.size() + " releases that " + some.build()
                + " can be give the same verdict. " + answer.reason());
    }

    private Assessment ambiguous(Subject.OneOf some, List<Release> candidates, List<Assessment> answers) {
        var open = new LinkedHashSet<String>();
        var safe = new LinkedHashSet<String>();
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            var name = candidates.get(i).build().toString();
            if (answer.kind().isOpen()) {
                open.add(name);
            } else if (answer.kind().isSettledSafe()) {
                safe.add(name);
            }
        }
        var howTo = view.catalogue().howTo();
        return new Assessment(
                cve,
                new Verdict.Unknown("The whole build number: " + howTo.build() + "; or the installed updates ("
                        + howTo.packages() + ")" + settlingPackages(some) + "."),
                Rule.AMBIGUOUS_BUILD,
                some.build() + " can be any of " + candidates.size() + " releases: " + clause(open, "open to " + cve)
                        + (open.isEmpty() || safe.isEmpty() ? "" : ", ") + clause(safe, "not")
                        + (open.size() + safe.size() < candidates.size() ? ", others undecided" : "") + ".",
                "Read the whole build number on the server.",
                fixes.stream().map(Fix::source).distinct().limit(4).toList());
    }

    private static String clause(Set<String> builds, String what) {
        if (builds.isEmpty()) {
            return "";
        }
        var list = List.copyOf(builds);
        var named = list.size() <= 3 ? String.join(", ", list) : list.getFirst() + " to " + list.getLast();
        return named + " " + (list.size() == 1 ? "is " : "are ") + what;
    }

    private String settlingPackages(Subject.OneOf some) {
        var names = fixes.stream()
                .filter(fix -> fix.kind() == Fix.Kind.UPDATE)
                .filter(fix -> some.candidates().stream()
                        .anyMatch(release -> release.branch().equals(fix.branch())))
                .map(fix -> fix.packages().display())
                .filter(kb -> !kb.isEmpty())
                .distinct()
                .limit(4)
                .toList();
        return names.isEmpty() ? "" : "; " + String.join(" or ", names) + " installed would settle it";
    }
}
