// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.advisory.Advisory;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.Verdict;
import org.tidemark.plan.Action;
import org.tidemark.plan.Plan;
import org.tidemark.plan.Step;

/// What holds for the plan of every release, on some days that differ.
class PlanPropertiesTest {
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2021, 3, 9), LocalDate.of(2021, 3, 16), LocalDate.of(2026, 10, 20));

    static Stream<Release> releases() {
        return PlanCases.EXCHANGE.catalogue().releases().stream().filter(r -> !r.isAlias());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void a_plan_keeps_its_promises(Release release) {
        for (var day : DAYS) {
            if (release.outBy(day)) {
                var before = PlanCases.installation(release.build().toString(), Set.of(), Map.of());
                var plan = PlanCases.plan(before, "", "", day);
                var after = followed(before, release, plan);
                nothingGetsWorse(before, after, plan, release.name() + " on " + day);
                nothingIsLeft(after, day, release.name() + " on " + day);
                nothingCameOutLater(plan, release.name() + " on " + day);
            }
        }
    }

    /// A flaw that only waits for a setting is better than one that is open, and no worse than one that was
    /// fixed by a
    /// setting that nobody has looked at.
    private static void nothingGetsWorse(Installation before, Installation after, Plan plan, String where) {
        var promised = promised(plan);
        for (var cve : flaws(plan.day())) {
            var was = kind(before, cve, plan.day());
            var is = kind(after, cve, plan.day());
            boolean better = is.compareTo(was) >= 0 || is == Verdict.Kind.DEPENDS_ON_SETTING || is.isSettledSafe();
            assertThat(better)
                    .as("%s: %s was %s and is %s", where, cve, was, is)
                    .isTrue();
            boolean kept = !promised.contains(cve) || is == Verdict.Kind.DEPENDS_ON_SETTING || is.isSettledSafe();
            assertThat(kept).as("%s: %s is promised and is %s", where, cve, is).isTrue();
        }
    }

    private static void nothingIsLeft(Installation after, LocalDate day, String where) {
        assertThat(updates(PlanCases.plan(after, "", "", day))).as(where).isEmpty();
    }

    private static void nothingCameOutLater(Plan plan, String where) {
        Stream.concat(plan.now().stream(), plan.road().stream())
                .map(Step::released)
                .filter(Objects::nonNull)
                .forEach(released ->
                        assertThat(released.by(plan.day())).as(where).isTrue());
    }

    private static Set<CveId> promised(Plan plan) {
        var promised = new HashSet<CveId>();
        updates(plan).forEach(step -> promised.addAll(step.closes()));
        return promised;
    }

    private static List<Step> updates(Plan plan) {
        return plan.now().stream()
                .filter(step -> step.action() == Action.INSTALL_UPDATE)
                .toList();
    }

    /// What stands there when the updates are in. The administrator remembers which update was there before.
    private static Installation followed(Installation before, Release release, Plan plan) {
        var packages = new HashSet<String>();
        if (!release.isBase()) {
            release.packages().alternatives().forEach(packages::addAll);
        }
        var subject = before.subject();
        for (var step : updates(plan)) {
            if (step.kb() != null) {
                packages.addAll(List.of(step.kb().split(" \\+ ", -1)));
            }
            subject = PlanCases.SUBJECTS.read(String.valueOf(step.toBuild())).orElseThrow();
        }
        return new Installation(subject, packages, before.settings());
    }

    private static List<CveId> flaws(LocalDate day) {
        return PlanCases.EXCHANGE.catalogue().advisories().stream()
                .filter(advisory -> !advisory.recordOnly()
                        && (advisory.published() == null || advisory.published().by(day)))
                .map(Advisory::cve)
                .toList();
    }

    private static Verdict.Kind kind(Installation installation, CveId cve, LocalDate day) {
        return PlanCases.ASSESSOR.assess(installation, cve, day).kind();
    }
}
