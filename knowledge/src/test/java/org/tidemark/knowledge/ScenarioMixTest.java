// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.adapter.pack.PackFiles;
import org.tidemark.adapter.pack.PackReader;
import org.tidemark.advisory.Assessor;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.SubjectReader;
import org.tidemark.advisory.Verdict;
import org.tidemark.simulate.Scenario;

/// What the scenario takes for vulnerable and for patched is what the pack says.
class ScenarioMixTest {
    private static final LocalDate END = LocalDate.of(2021, 3, 31);
    private static final Catalogue CATALOGUE = PackReader.read(
                    PackFiles.bundled(ScenarioMixTest.class.getClassLoader(), "exchange"))
            .orThrow();
    private static final SubjectReader SUBJECTS = new SubjectReader(CATALOGUE);
    private static final Assessor ASSESSOR = new Assessor(CATALOGUE);
    private static final Scenario SCENARIO = March2021.READ.scenario();

    @TestFactory
    Stream<DynamicTest> every_build_of_the_mix_is_one_of_its_branch_and_was_out_and_is_vulnerable() {
        return SCENARIO.starts().stream()
                .map(start -> DynamicTest.dynamicTest(start.build(), () -> {
                    var release = release(start.build());
                    assertThat(release.branch()).isEqualTo(new BranchId(start.product(), start.level()));
                    assertThat(release.outBy(SCENARIO.begins())).isTrue();
                    assertThat(verdict(start.build()).isOpen()).isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_update_of_the_mix_closes_the_campaign_on_its_branch_from_its_day_on() {
        return SCENARIO.starts().stream()
                .filter(start -> !start.update().isEmpty())
                .map(start -> DynamicTest.dynamicTest(start.build() + " to " + start.update(), () -> {
                    var update = release(start.update());
                    assertThat(update.branch()).isEqualTo(release(start.build()).branch());
                    assertThat(update.outBy(start.released())).isTrue();
                    assertThat(update.outBy(start.released().minusDays(1))).isFalse();
                    assertThat(verdict(start.update()).isSettledSafe()).isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_branch_without_an_update_in_the_mix_got_none_in_march() {
        return SCENARIO.starts().stream()
                .filter(start -> start.update().isEmpty())
                .map(start -> DynamicTest.dynamicTest(
                        start.build(),
                        () -> assertThat(CATALOGUE.releases())
                                .filteredOn(release -> release.branch()
                                        .equals(release(start.build()).branch()))
                                .filteredOn(release -> release.outBy(END))
                                .noneMatch(release ->
                                        verdict(release.build().toString()).isSettledSafe())));
    }

    @TestFactory
    Stream<DynamicTest> an_upgrade_leads_to_the_newest_base_that_is_out() {
        return SCENARIO.upgrades().stream()
                .map(upgrade -> DynamicTest.dynamicTest(upgrade.build(), () -> {
                    var base = release(upgrade.build());
                    assertThat(base.isBase()).isTrue();
                    assertThat(base.branch().product()).isEqualTo(upgrade.product());
                    assertThat(base.outBy(upgrade.from())).isTrue();
                    assertThat(verdict(upgrade.build()).isSettledSafe()).isEqualTo(upgrade.safe());
                    // One that is vulnerable has its update in the mix: else nobody could ever patch it.
                    assertThat(upgrade.safe()
                                    || SCENARIO.starts().stream()
                                            .anyMatch(start -> start.build().equals(upgrade.build())
                                                    && !start.update().isEmpty()))
                            .isTrue();
                }));
    }

    @Test
    void every_branch_that_was_out_stands_in_the_mix() {
        assertThat(CATALOGUE.releases())
                .filteredOn(release -> SCENARIO.products().stream()
                        .anyMatch(
                                product -> product.id().equals(release.branch().product())))
                .filteredOn(release -> release.isBase() && release.kind() != Release.Kind.PREVIEW)
                .filteredOn(release -> release.outBy(SCENARIO.begins()))
                .extracting(release -> release.branch().toString())
                // Support of 2010 RTM ended in 2011: left out of the mix.
                .filteredOn(branch -> !branch.equals("2010 RTM"))
                .isSubsetOf(SCENARIO.starts().stream()
                        .map(start -> new BranchId(start.product(), start.level()).toString())
                        .toList());
    }

    @Test
    void the_campaign_is_one_of_the_pack() {
        assertThat(CATALOGUE.campaign(March2021.READ.campaign())).isPresent();
    }

    private static Release release(String build) {
        return CATALOGUE.release(Build.parse(build).orElseThrow()).orElseThrow();
    }

    private static Verdict.Kind verdict(String build) {
        var installation = Installation.of(SUBJECTS.read(build).orElseThrow());
        var campaign = CATALOGUE.campaign(March2021.READ.campaign()).orElseThrow();
        return campaign.cves().stream()
                .map(cve -> ASSESSOR.assess(installation, cve, null).kind())
                .reduce(Verdict.Kind::worst)
                .orElseThrow();
    }
}
