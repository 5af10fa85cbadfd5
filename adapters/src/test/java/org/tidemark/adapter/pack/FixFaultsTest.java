// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What can be wrong with `fixes.csv`, `not_affected.csv`, `advisories.csv` and `kev_history.csv`.
class FixFaultsTest {
    private static final TestPack TINY = TestPack.bundled("tiny");

    private static TestPack row(String row) {
        return TINY.adding("fixes.csv", row);
    }

    private static TestPack pack(String before, String after) {
        return TINY.replacing("fixes.csv", before, after);
    }

    @Test
    void a_fix_names_a_branch_and_a_flaw_of_the_pack() {
        assertThat(row("CVE-2020-1002,8,B7,update,9.1.200.1,,2020-03-10,,,LIST").faults())
                .containsExactly("fixes.csv:7 level: The pack has no branch `8 B7`.");
        assertThat(row("CVE-2020-1009,8,B2,update,9.1.200.1,,2020-03-10,,,LIST").faults())
                .containsExactly("fixes.csv:7 cve: The pack has no advisory CVE-2020-1009.");
        assertThat(row("CVE-2020-1002,6,B2,update,9.1.200.1,,2020-03-10,,,LIST").faults())
                .containsExactly("fixes.csv:7 product: The pack has no product `6`.");
    }

    @Test
    void an_update_is_a_release_of_its_branch() {
        assertThat(pack("update,9.1.100.4", "update,9.1.100.2").faults())
                .containsExactly("fixes.csv:2 build: The pack has no release with build 9.1.100.2.");
        assertThat(pack("update,9.1.100.4,KB811", "update,9.1.200.1,KB820").faults())
                .containsExactly(
                        "fixes.csv:2 build: 9.1.200.1 is `8 B2`, and the row is about `8 B1` with kind update.");
        assertThat(pack("update,9.1.100.4", "update,9.1.100.5").faults())
                .containsExactly("fixes.csv:2 build: 9.1.100.5 is another number of 9.1.100.4.");
    }

    @Test
    void a_base_is_the_base_of_its_branch() {
        assertThat(pack("8,B1,update", "8,B1,base").faults())
                .containsExactly(
                        "fixes.csv:2 build: 9.1.100.4 is `8 B1 Feb20`, and the row is about `8 B1` with kind base.");
    }

    @Test
    void a_branch_without_an_update_is_upgraded_to_another_branch() {
        assertThat(pack("below,9.1.200.1,KB820", "below,9.1.100.9,KB812").faults())
                .containsExactly(
                        "fixes.csv:5 build: 9.1.100.9 is `8 B1 Mar20`, and the row is about `8 B1` with kind below.");
        assertThat(pack("below,9.1.200.1,KB820", "none,9.1.500.1,KB910").faults())
                .containsExactly("fixes.csv:5 build: 9.1.500.1 is `9 C1`, and the row is about `8 B1` with kind none.");
    }

    @Test
    void a_component_is_named_and_concerns_the_whole_product() {
        assertThat(pack("helper.dll 3.1 or higher", "").faults())
                .containsExactly("fixes.csv:6 component: The component is missing.");
        assertThat(pack("9,,component,,", "9,C1,component,,").faults())
                .containsExactly("fixes.csv:6 kind: A component concerns the whole product.");
        assertThat(pack("2020-02-11,,,LIST", "2020-02-11,helper.dll,,LIST").faults())
                .containsExactly("fixes.csv:2 component: Only a fix of kind component names one.");
    }

    @Test
    void a_fix_names_packages_of_its_release_only() {
        assertThat(pack("9.1.100.4,KB811", "9.1.100.4,KB812").faults())
                .containsExactly("fixes.csv:2 packages: KB812 is no package of 9.1.100.4 (KB811).");
        assertThat(TestPack.bundled("farm")
                        .replacing("fixes.csv", "16.0.5513.1001,KB102", "16.0.5513.1001,KB104")
                        .faults())
                .containsExactly("fixes.csv:2 packages: KB104 is no package of 16.0.5513.1001 (KB102 + KB103).");
    }

    @Test
    void a_branch_is_not_listed_before_its_flaw_is_published() {
        assertThat(pack("KB811,2020-02-11", "KB811,2020-02-10").faults())
                .containsExactly(
                        "fixes.csv:2 listed: The branch was listed on 2020-02-10, before the flaw was published on 2020-02-11.");
    }

    @Test
    void a_flaw_has_one_row_in_a_branch() {
        assertThat(row("CVE-2020-1001,8,B1,update,9.1.100.9,KB812,2020-03-10,,,LIST")
                        .faults())
                .containsExactly("fixes.csv:7 cve: CVE-2020-1001 has a row for `8 B1` in line 2 too.");
    }

    @Test
    void a_flaw_carried_by_name_has_no_fix() {
        assertThat(row("CVE-2019-0001,8,B1,update,9.1.100.9,KB812,2020-03-10,,,LIST")
                        .faults())
                .containsExactly("fixes.csv:7 cve: CVE-2019-0001 is carried for the record only and has a fix.");
    }

    @Test
    void a_faulty_release_is_not_held_against_the_fixes_that_name_it() {
        var pack = TINY.replacing("releases.csv", "9.1.100.4,2020-02-11,KB811,,", "9.1.100.4,soon,KB811,,")
                .replacing("releases.csv", "8,B2,,CU,", "8,B2,,XX,");

        assertThat(pack.faults())
                .containsExactly(
                        "releases.csv:5 released: `soon` is neither day nor month.",
                        "releases.csv:8 kind: `XX` is unknown here.");
    }

    @Test
    void a_statement_and_a_fix_contradict_each_other() {
        assertThat(TINY.adding("not_affected.csv", "CVE-2020-1001,8,B2,not-affected,2020-03-17,Not this one,somebody")
                        .faults())
                .containsExactly("not_affected.csv:5 cve: fixes.csv has a row for `8 B2` too.");
    }

    @Test
    void a_statement_names_what_the_pack_has_and_who_says_it() {
        assertThat(TINY.adding("not_affected.csv", "CVE-2020-1009,8,B9,perhaps,2020-03-17,,somebody")
                        .faults())
                .containsExactly(
                        "not_affected.csv:5 level: The pack has no branch `8 B9`.",
                        "not_affected.csv:5 statement: `perhaps` is unknown here.",
                        "not_affected.csv:5 words: The value is missing.",
                        "not_affected.csv:5 cve: The pack has no advisory CVE-2020-1009.");
    }

    @Test
    void an_advisory_is_dated_and_stands_once() {
        assertThat(TINY.adding("advisories.csv", "CVE-2020-1003,Third flaw,,,,,,,,,,,,LIST")
                        .faults())
                .containsExactly("advisories.csv:5 published: The day of publication is missing.");
        assertThat(TINY.adding("advisories.csv", "CVE-2020-1002,Again,2020-03-10,,,,,,,,,,,LIST")
                        .faults())
                .containsExactly("advisories.csv:5 cve: The flaw has a row already.");
        assertThat(TINY.adding("advisories.csv", "CVE-2020-1003,Third,2020-04-14,,,2020-05-01,,,,,,,,LIST")
                        .faults())
                .containsExactly(
                        "advisories.csv:5 kev_added: `kev_due` and `ransomware` need the day of the addition.");
        assertThat(TINY.adding("advisories.csv", "CVE-2020-1003,Third,2020-04-14,,,,,maybe,,,,,,LIST")
                        .faults())
                .containsExactly("advisories.csv:5 exploitation: `maybe` is unknown here.");
    }

    @Test
    void a_history_belongs_to_an_entry_of_the_catalogue() {
        assertThat(TINY.adding("kev_history.csv", "CVE-2020-1002,2020-06-01,dueDate,2020-07-01,LIST")
                        .adding("kev_history.csv", "CVE-2020-1009,2020-06-01,colour,red,LIST")
                        .adding("kev_history.csv", "CVE-2020-1009,2020-06-01,added,2020-06-01,LIST")
                        .faults())
                .containsExactly(
                        "kev_history.csv:4 cve: CVE-2020-1002 has a history, and advisories.csv does not say when it was added.",
                        "kev_history.csv:5 field: `colour` is unknown here.",
                        "kev_history.csv:6 cve: The pack has no advisory CVE-2020-1009.");
    }
}
