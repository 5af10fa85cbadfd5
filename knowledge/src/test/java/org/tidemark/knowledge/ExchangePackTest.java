// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.adapter.pack.PackFiles;
import org.tidemark.adapter.pack.PackReader;
import org.tidemark.advisory.Advisory;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.Correction;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Fix;
import org.tidemark.advisory.NotAffected;
import org.tidemark.advisory.PartialDate;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Release;

/// What the Exchange pack holds: how much, and facts that would be noticed if they moved.
class ExchangePackTest {
    private static final Catalogue PACK = PackReader.read(
                    PackFiles.bundled(ExchangePackTest.class.getClassLoader(), "exchange"))
            .orThrow();

    private static Build build(String text) {
        return Build.parse(text).orElseThrow();
    }

    private static PartialDate day(String text) {
        return PartialDate.parse(text).orElseThrow();
    }

    private static Fix fix(String cve, String product, String level) {
        return PACK.fixesOf(new CveId(cve)).stream()
                .filter(fix -> fix.branch().equals(new BranchId(product, level)))
                .findFirst()
                .orElseThrow();
    }

    private static <T, K> Map<K, Long> counted(Stream<T> items, Function<T, K> key) {
        return items.collect(groupingBy(key, counting()));
    }

    @Test
    void it_knows_twelve_products_from_4_0_to_the_cloud() {
        assertThat(PACK.products())
                .extracting(Product::id)
                .containsExactly(
                        "4.0", "5.0", "5.5", "2000", "2003", "2007", "2010", "2013", "2016", "2019", "SE", "Online");
        assertThat(PACK.product("2019").claims(build("15.2.2561.0"))).isTrue();
        assertThat(PACK.product("SE").claims(build("15.2.2562.17"))).isTrue();
        assertThat(PACK.product("SE").claims(build("15.2.1748.39"))).isFalse();
        assertThat(PACK.product("Online").kind()).isEqualTo(Product.Kind.CLOUD);
        assertThat(PACK.product("SE").continues()).isEqualTo(new BranchId("2019", "CU15"));
        assertThat(PACK.product("2016").support().getLast().until()).isEqualTo(day("2026-10"));
    }

    @Test
    void it_has_405_builds_in_71_branches() {
        assertThat(PACK.releases()).hasSize(405);
        assertThat(PACK.branches()).hasSize(71);
        assertThat(counted(PACK.releases().stream(), release -> release.branch().product()))
                .isEqualTo(Map.of("2010", 66L, "2013", 72L, "2016", 129L, "2019", 125L, "SE", 13L));
        assertThat(PACK.releases().stream().filter(Release::isAlias)).hasSize(7);
        assertThat(PACK.releases().stream().filter(release -> release.content() == Release.Content.BASE_ONLY))
                .hasSize(22)
                .allMatch(release -> release.label().equals("Mar21SU"));
    }

    @Test
    void it_has_1010_fix_rows_for_158_flaws() {
        assertThat(PACK.fixes()).hasSize(1010);
        assertThat(counted(PACK.fixes().stream(), Fix::kind))
                .isEqualTo(Map.of(
                        Fix.Kind.UPDATE, 743L,
                        Fix.Kind.BASE, 180L,
                        Fix.Kind.NONE, 40L,
                        Fix.Kind.BELOW, 33L,
                        Fix.Kind.COMPONENT, 14L));
        assertThat(PACK.fixes().stream().map(Fix::cve).distinct()).hasSize(158);
    }

    @Test
    void it_has_213_advisories_of_which_55_are_names_only() {
        assertThat(PACK.advisories()).hasSize(213);
        assertThat(PACK.advisories().stream().filter(Advisory::recordOnly)).hasSize(55);
        assertThat(PACK.advisories().stream().filter(advisory -> advisory.kev() != null))
                .hasSize(21);
        assertThat(PACK.advisories().stream().filter(advisory -> !advisory.recordOnly()))
                .allMatch(advisory -> !PACK.fixesOf(advisory.cve()).isEmpty());
    }

    @Test
    void it_has_77_statements_20_settings_21_mitigations_and_7_campaigns() {
        var statements = PACK.advisories().stream().flatMap(a -> PACK.statementsOn(a.cve()).stream());
        assertThat(counted(statements, NotAffected::strength))
                .isEqualTo(Map.of(
                        NotAffected.Strength.NOT_AFFECTED, 34L,
                        NotAffected.Strength.NOT_BELIEVED, 14L,
                        NotAffected.Strength.PROTECTED, 29L));
        assertThat(PACK.settings()).hasSize(20);
        assertThat(PACK.mitigations()).hasSize(21);
        assertThat(PACK.campaigns())
                .extracting(Campaign::name)
                .containsExactlyInAnyOrder(
                        "proxylogon",
                        "proxyshell",
                        "proxytoken",
                        "proxynotshell",
                        "cve-2024-21410",
                        "cve-2025-53786",
                        "cve-2026-42897");
    }

    /// The tables of the vendor date every update of that month 2 March.
    @ParameterizedTest
    @CsvSource({
        "15.1.2176.9,  2021-03-02, CUMULATIVE",
        "15.1.1979.8,  2021-03-08, BASE_ONLY",
        "15.1.2044.13, 2021-03-10, BASE_ONLY",
        "15.1.1415.8,  2021-03-11, BASE_ONLY",
        "15.1.1415.10, 2021-03-11, BASE_ONLY",
        "15.2.221.18,  2021-03-11, BASE_ONLY",
        "15.0.847.64,  2021-03-16, BASE_ONLY",
        "14.3.513.0,   2021-03-02, CUMULATIVE",
    })
    void the_updates_of_march_2021_have_the_days_on_which_they_really_came_out(
            String build, String released, Release.Content content) {
        var release = PACK.release(build(build)).orElseThrow();

        assertThat(release.released()).isEqualTo(day(released));
        assertThat(release.content()).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource({
        "15.2.858.2,   15.2.858.5",
        "15.1.1415.10, 15.1.1415.8",
        "15.1.1466.16, 15.1.1466.13",
        "15.1.1466.10, 15.1.1466.9",
        "14.3.266.2,   14.3.266.1",
        "14.3.336.0,   14.3.339.0",
        "15.1.225.17,  15.1.225.16",
    })
    void second_numbers_lead_to_their_release(String second, String first) {
        assertThat(PACK.canonical(PACK.release(build(second)).orElseThrow()).build())
                .isEqualTo(build(first));
    }

    @Test
    void a_misprint_is_no_release() {
        assertThat(PACK.release(build("14.3.328.5"))).isEmpty();
        assertThat(PACK.release(build("14.2.328.5")).orElseThrow().name()).isEqualTo("2010 SP2 RU5");
    }

    @Test
    void two_updates_of_late_2018_are_told_apart() {
        assertThat(PACK.release(build("15.1.1531.7")).orElseThrow().name()).isEqualTo("2016 CU10 Oct18SU");
        assertThat(PACK.release(build("15.1.1531.8")).orElseThrow().name()).isEqualTo("2016 CU10 Dec18SU");
        assertThat(fix("CVE-2018-8265", "2016", "CU10").build()).isEqualTo(build("15.1.1531.7"));
        assertThat(fix("CVE-2018-8604", "2016", "CU10").build()).isEqualTo(build("15.1.1531.8"));
    }

    @ParameterizedTest
    @CsvSource({
        "CVE-2021-26855, 2016, CU19, 15.1.2176.9,   2021-03-02",
        "CVE-2021-26855, 2016, CU16, 15.1.1979.8,   2021-03-08",
        "CVE-2021-26855, 2016, CU17, 15.1.2044.13,  2021-03-10",
        "CVE-2021-26855, 2016, CU20, 15.1.2242.4,   2021-03-16",
        "CVE-2021-26855, 2019, RTM,  15.2.221.18,   2021-03-11",
        "CVE-2021-26857, 2013, SP1,  15.0.847.64,   2021-03-16",
        "CVE-2021-26857, 2010, SP3,  14.3.513.0,    2021-03-02",
        "CVE-2021-34473, 2016, CU19, 15.1.2176.12,  2021-07-13",
        "CVE-2022-41040, 2016, CU23, 15.1.2507.16,  2022-09-30",
        "CVE-2024-26198, 2019, CU13, 15.2.1258.32,  2024-03-12",
        "CVE-2024-26198, 2019, CU14, 15.2.1544.9,   2024-03-12",
        "CVE-2024-21410, 2019, CU13, 15.2.1258.12,  2024-02-13",
        "CVE-2021-42321, 2019, CU10, 15.2.922.19,   2021-11-09",
        "CVE-2021-26858, 2019, CU4,  15.2.529.13,   2021-03-08",
        "CVE-2026-42897, SE,   RTM,  15.2.2562.43,  2026-05-14",
        "CVE-2026-45500, 2016, CU23, 15.1.2507.69,  2026-06-09",
    })
    void fixes_have_the_earliest_build_and_the_day_their_branch_was_listed(
            String cve, String product, String level, String build, String listed) {
        var fix = fix(cve, product, level);

        assertThat(fix.build()).isEqualTo(build(build));
        assertThat(fix.listed()).isEqualTo(day(listed));
    }

    @Test
    void a_later_claim_about_a_fix_is_kept_in_words() {
        assertThat(fix("CVE-2023-35368", "2016", "CU23").note())
                .isEqualTo("MSRC names 15.1.2507.32 (KB5030524) since 2023-08-15");
        assertThat(fix("CVE-2026-45500", "2016", "CU23").note())
                .isEqualTo("The CVE record names 15.1.2507.71 (Jul26SU) since 2026-08-14");
    }

    /// The updates for branches out of support hold the four fixes of the chain, whatever a checker says.
    @Test
    void three_flaws_of_march_2021_are_fixed_in_supported_branches_only() {
        for (var cve : List.of("CVE-2021-26412", "CVE-2021-26854", "CVE-2021-27078")) {
            assertThat(PACK.fixesOf(new CveId(cve)))
                    .extracting(fix -> fix.branch().toString())
                    .containsExactly(
                            "2013 CU23", "2016 CU18", "2016 CU19", "2016 CU20", "2019 CU7", "2019 CU8", "2019 CU9");
        }
    }

    @Test
    void a_flaw_cured_by_changed_behaviour_has_branches_without_an_update() {
        assertThat(fix("CVE-2018-8581", "2010", "SP3").kind()).isEqualTo(Fix.Kind.UPDATE);
        assertThat(fix("CVE-2018-8581", "2016", "CU12").kind()).isEqualTo(Fix.Kind.BASE);
        assertThat(fix("CVE-2018-8581", "2016", "CU11").kind()).isEqualTo(Fix.Kind.NONE);
        assertThat(fix("CVE-2018-8581", "2019", "Preview2").build()).isEqualTo(build("15.2.330.5"));
        assertThat(fix("CVE-2021-34470", "2016", "CU20").kind()).isEqualTo(Fix.Kind.BELOW);
        assertThat(fix("CVE-2021-34470", "2019", "CU10").kind()).isEqualTo(Fix.Kind.BASE);
    }

    @Test
    void a_flaw_of_2010_alone_is_stated_for_the_others() {
        assertThat(PACK.statementsOn(new CveId("CVE-2020-17144")))
                .extracting(statement -> statement.branch().product())
                .containsExactly("2013", "2016", "2019", "SE");
    }

    @Test
    void known_exploited_entries_keep_their_history() {
        var kev = PACK.advisory(new CveId("CVE-2021-26855")).orElseThrow().kev();

        assertThat(kev.due()).isEqualTo(day("2022-05-03"));
        assertThat(kev.ransomware()).isEqualTo("known");
        assertThat(kev.history())
                .contains(
                        new Advisory.Kev.Change(day("2021-11-03"), "dueDate", "2021-04-16"),
                        new Advisory.Kev.Change(day("2025-12-17"), "dueDate", "2022-05-03"),
                        new Advisory.Kev.Change(day("2023-10-13"), "ransomware", "known"));
    }

    @Test
    void campaigns_say_where_a_hunt_begins() {
        var proxylogon = PACK.campaign("proxylogon").orElseThrow();

        assertThat(proxylogon.huntFrom()).isEqualTo(day("2021-01-03"));
        assertThat(proxylogon.cves()).hasSize(4).startsWith(new CveId("CVE-2021-26855"));
        assertThat(proxylogon.aliases()).contains("Hafnium");
        assertThat(PACK.campaign("cve-2024-21410").orElseThrow().logsCanShow()).isFalse();
        assertThat(PACK.campaigns())
                .allMatch(campaign -> campaign.cves().stream()
                        .allMatch(cve -> !PACK.fixesOf(cve).isEmpty()));
    }

    @Test
    void nothing_is_newer_than_the_data_say() {
        var newest = PartialDate.of(PACK.pack().dataAsOf());

        assertThat(newest.last()).isEqualTo(LocalDate.of(2026, 10, 13));
        assertThat(PACK.releases())
                .allMatch(release -> release.released() == null
                        || !release.released().first().isAfter(newest.last()));
        assertThat(PACK.fixes()).allMatch(fix -> !fix.listed().first().isAfter(newest.last()));
    }

    @Test
    void open_questions_of_the_sources_stay_open() {
        assertThat(PACK.corrections().stream()
                        .filter(correction -> correction.decision() == Correction.Decision.OPEN)
                        .map(Correction::id))
                .containsExactlyInAnyOrder(
                        "cve-2018-0924-2013-sp1",
                        "cve-2018-0940-2013-sp1",
                        "cve-2018-8581-later-updates",
                        "cve-2019-0586-2013-cu21",
                        "cve-2021-26855-score",
                        "cve-2021-33768-2013-cu23");
    }
}
