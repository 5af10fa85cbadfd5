// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Build;
import org.tidemark.plan.Action;

/// What can be wrong with `requirements.csv`, `coexistence.csv` and `upgrades.yaml`, and what they say when all
/// is well.
class UpgradeFaultsTest {
    private static final String REQUIREMENTS = "product,level,dotnet,windows,schema,organisation,domain,sources\n";
    private static final String PAIRS = "from,to,together,minimum_from,minimum_to,maximum_to,in_place,forest_level,"
            + "domain_controllers,refuses,note,sources\n";
    private static final TestPack TINY = TestPack.bundled("tiny");

    private static TestPack requirement(String row) {
        return TINY.with("requirements.csv", REQUIREMENTS + row + "\n");
    }

    private static TestPack pair(String row) {
        return TINY.with("coexistence.csv", PAIRS + row + "\n");
    }

    private static TestPack sheet(String text) {
        return TINY.with("upgrades.yaml", text);
    }

    @Test
    void a_pack_without_these_files_knows_nothing_of_upgrades() {
        var facts = PackReader.read(TINY).usableOrThrow().upgrades();

        assertThat(facts.requirements()).isEmpty();
        assertThat(facts.pairs()).isEmpty();
        assertThat(facts.restarts()).isEmpty();
    }

    @Test
    void what_a_branch_runs_on_is_read_in_order() {
        var facts = PackReader.read(requirement("8,B1,4.10;4.8.1,WS2012 R2;2016,3,2,1,LIST"))
                .usableOrThrow()
                .upgrades();

        var requirement = facts.requirement(new BranchId("8", "B1")).orElseThrow();
        assertThat(requirement.frameworks()).extracting(Object::toString).containsExactly("4.8.1", "4.10");
        assertThat(requirement.platforms()).extracting(Object::toString).containsExactly("2012R2", "2016");
        assertThat(requirement.levels()).hasToString("schema 3, organisation 2, domain 1");
    }

    @Test
    void a_requirement_names_a_branch_once_with_versions_and_all_levels_or_none() {
        assertThat(requirement("8,B9,4.8,2016,,,,LIST").faults())
                .containsExactly("requirements.csv:2 level: The pack has no branch `8 B9`.");
        assertThat(requirement("8,B1,4.8,2016,,,,LIST\n8,B1,4.8,2016,,,,LIST").faults())
                .containsExactly("requirements.csv:3 level: `8 B1` has a row in line 2 too.");
        assertThat(requirement("8,B1,four,NT 4,,,,LIST").faults())
                .containsExactly(
                        "requirements.csv:2 dotnet: `four` is no version of the framework.",
                        "requirements.csv:2 windows: `NT 4` is no version of Windows Server.");
        assertThat(requirement("8,B1,4.8,2016,3,,,LIST").faults())
                .containsExactly(
                        "requirements.csv:2 organisation: The value is missing.",
                        "requirements.csv:2 domain: The value is missing.");
        assertThat(requirement("8,B1,4.8,2016,,,,RUMOUR").faults())
                .containsExactly("requirements.csv:2 sources: `RUMOUR` is no source of this pack.");
    }

    @Test
    void a_least_level_is_a_release_of_the_pack_or_words_where_there_are_none() {
        var facts = PackReader.read(pair("8,9,yes,B1 Feb20,C1,,no,F,D,,,LIST\n1,7,yes,SP2,,R1,no,,,,,LIST"))
                .usableOrThrow()
                .upgrades();

        assertThat(facts.pairs().getFirst().leastFrom().build()).isEqualTo(Build.of(9, 1, 100, 4));
        assertThat(facts.pairs().getLast().leastFrom().build()).isNull();
        assertThat(facts.pairs().getLast().mostTo()).isEqualTo(new BranchId("7", "R1"));
        assertThat(pair("8,9,yes,B1 Feb21,,,no,,,,,LIST").faults())
                .containsExactly("coexistence.csv:2 minimum_from: The pack has no release `8 B1 Feb21`.");
    }

    @Test
    void a_pair_leads_to_a_newer_product_once_and_says_what_is_refused() {
        assertThat(pair("9,8,yes,,,,no,,,,,LIST").faults())
                .containsExactly("coexistence.csv:2 to: A road leads to a newer product only.");
        assertThat(pair("8,9,yes,,,,yes,,,,,LIST\n8,9,yes,,,,no,,,,,LIST").faults())
                .isEmpty();
        assertThat(pair("8,9,yes,,,,no,,,,,LIST\n8,9,no,,,,,,,Setup refuses.,,LIST")
                        .faults())
                .containsExactly("coexistence.csv:3 to: The pair has a row already.");
        assertThat(pair("8,9,no,B1,,,,,,,,LIST").faults())
                .containsExactly(
                        "coexistence.csv:2 together: Products that cannot live together have neither a least level nor"
                                + " an upgrade in place.",
                        "coexistence.csv:2 refuses: Why the two cannot live together is missing.");
    }

    @Test
    void the_sheet_tells_its_faults_with_their_lines() {
        assertThat(sheet("""
                        restart: [reboot]
                        notes:
                          - {action: upgrade, says: rumour, words: W, source: LIST}
                          - {action: upgrade, says: pitfall, words: W, first: 8 B1, last: 9 C1, source: NO}
                        """).faults())
                .containsExactly(
                        "upgrades.yaml:1 restart: `reboot` is unknown here.",
                        "upgrades.yaml:3 says: `rumour` is unknown here.",
                        "upgrades.yaml:4 source: `NO` is no source of this pack.",
                        "upgrades.yaml:4 last: It is of another product than `first`.");
        assertThat(sheet("entitlements:\n  - {product: \"8\", levels: [B7], from: 2025-02-01, until: 2025-01-01,"
                                + " words: W, source: LIST}\n")
                        .faults())
                .containsExactly(
                        "upgrades.yaml:2 levels: The pack has no branch `8 B7`.",
                        "upgrades.yaml:2 until: It ends before it begins.");
        assertThat(sheet("mitigations:\n  - {name: Back end off, from: [8 B1]}\n")
                        .faults())
                .containsExactly("upgrades.yaml:2 name: mitigations.yaml has no `Back end off`.");
        assertThat(sheet("roads: []\n").faults()).containsExactly("upgrades.yaml:1 The key `roads` is unknown.");
    }

    @Test
    void the_sheet_is_read() {
        var facts = PackReader.read(sheet("""
                        restart: [upgrade]
                        frameworks:
                          - {version: 4.6.1, avoid: yes, not-on: [WS2019], words: W, source: LIST}
                        after-update:
                          - {action: check, cves: [CVE-2020-1001], words: W, source: LIST}
                        """)).usableOrThrow().upgrades();

        assertThat(facts.restarts()).containsExactly(Action.UPGRADE);
        assertThat(facts.frameworks().getFirst().avoid()).isTrue();
        assertThat(facts.frameworks().getFirst().notOn())
                .extracting(Object::toString)
                .containsExactly("2019");
        assertThat(facts.afterUpdates().getFirst().cves())
                .extracting(Object::toString)
                .containsExactly("CVE-2020-1001");
    }
}
