// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What can be wrong with `releases.csv`.
class ReleaseFaultsTest {
    private static final TestPack TINY = TestPack.bundled("tiny");

    private static TestPack row(String row) {
        return TINY.adding("releases.csv", row);
    }

    private static TestPack pack(String before, String after) {
        return TINY.replacing("releases.csv", before, after);
    }

    @Test
    void a_product_that_the_pack_has_not_is_told() {
        assertThat(row("10,D1,,CU,10.0.1.1,2021-01-12,,,cumulative,LIST,").faults())
                .containsExactly("releases.csv:10 product: The pack has no product `10`.");
    }

    @Test
    void a_build_stands_once() {
        assertThat(row("8,B2,Apr20,SU,9.1.200.1,2020-04-14,KB821,,cumulative,LIST,")
                        .faults())
                .containsExactly("releases.csv:10 build: The build stands in line 8 too.");
    }

    @Test
    void a_build_lies_in_a_line_of_its_product() {
        assertThat(row("8,B3,,CU,9.2.300.1,2020-06-16,KB830,,cumulative,LIST,").faults())
                .containsExactly("releases.csv:10 build: No line of product 8 takes this build.");
    }

    @Test
    void the_leading_parts_tell_one_branch_only() {
        assertThat(row("8,B3,,CU,9.1.200.9,2020-06-16,KB830,,cumulative,LIST,").faults())
                .containsExactly(
                        "releases.csv:10 build: Builds 9.1.200 are of branch `8 B2`, and this one is of `8 B3`.");
        assertThat(row("8,B2,Jun20,SU,9.1.201.1,2020-06-16,KB830,,cumulative,LIST,")
                        .faults())
                .containsExactly(
                        "releases.csv:10 build: Builds of branch `8 B2` begin with 9.1.200, this one with 9.1.201.");
    }

    @Test
    void branches_are_told_as_the_product_says() {
        assertThat(row("1,A,,RTM,1.0.1.1,2001-01-09,,,cumulative,LIST,").faults())
                .containsExactly(
                        "releases.csv:10 build: The product is only named (branch-parts: 0) and has a release.");
        assertThat(row("8,,,CU,9.1.300.1,2020-06-16,KB830,,cumulative,LIST,").faults())
                .containsExactly("releases.csv:10 build: The level is missing.");
        assertThat(TestPack.bundled("farm")
                        .adding("releases.csv", "19,X,Aug25,PU,16.0.10418.1,2025-08-12,KB3,,cumulative,LIST,")
                        .faults())
                .containsExactly("releases.csv:7 build: The product is one branch and has no levels.");
    }

    @Test
    void an_update_has_a_label_of_its_own() {
        assertThat(row("8,B2,,SU,9.1.200.4,2020-04-14,KB821,,cumulative,LIST,").faults())
                .contains("releases.csv:10 build: An update has no label.");
        assertThat(row("8,B1,Mar20,SU,9.1.100.10,2020-04-14,KB821,,cumulative,LIST,")
                        .faults())
                .containsExactly("releases.csv:10 build: `8 B1 Mar20` stands in line 7 too.");
    }

    @Test
    void an_alias_stands_for_a_release_of_its_branch() {
        assertThat(pack("KB811,9.1.100.4", "KB811,9.1.100.3")
                        .without("corrections.yaml")
                        .faults())
                .containsExactly("releases.csv:6 build: It is an alias of 9.1.100.3, which the pack has not.");
        assertThat(pack("KB811,9.1.100.4", "KB811,9.1.200.1")
                        .without("corrections.yaml")
                        .faults())
                .containsExactly("releases.csv:6 build: It is an alias of 9.1.200.1 in branch `8 B2`.");
        assertThat(pack("KB811,9.1.100.4", "KB811,9.1.100.9")
                        .without("corrections.yaml")
                        .faults())
                .containsExactly("releases.csv:6 build: It is an alias of 9.1.100.9 and has another label.");
        assertThat(row("8,B1,Feb20,SU,9.1.100.6,2020-02-11,KB811,9.1.100.5,cumulative,LIST,")
                        .faults())
                .containsExactly("releases.csv:10 build: It is an alias of 9.1.100.5, which is an alias itself.");
    }

    @Test
    void values_that_are_none_are_told() {
        assertThat(pack("9.1.100.9,", "9.1.100,").faults())
                .containsExactly("releases.csv:7 build: `9.1.100` has 3 parts.");
        assertThat(pack("KB812;KB813", "KB812++KB813").faults())
                .containsExactly("releases.csv:7 packages: `KB812++KB813` does not name packages.");
        assertThat(pack("base-only", "special").faults())
                .containsExactly("releases.csv:7 content: `special` is unknown here.");
        assertThat(pack("2020-03-10", "2020-02-30").faults())
                .containsExactly("releases.csv:7 released: `2020-02-30` is neither day nor month.");
        assertThat(pack("LIST;BLOG", "LIST;PAPER").faults())
                .containsExactly("releases.csv:8 sources: `PAPER` is no source of this pack.");
        assertThat(pack("LIST;BLOG", "").faults()).containsExactly("releases.csv:8 sources: Nobody is named.");
    }

    @Test
    void a_higher_build_is_not_dated_earlier() {
        assertThat(pack("9.1.100.9,2020-03-10", "9.1.100.9,2020-02-04").faults())
                .containsExactly(
                        "releases.csv:7 build: It is dated 2020-02-04, and the lower build 9.1.100.4 (line 5) 2020-02-11.");
    }

    @Test
    void months_and_aliases_date_nothing() {
        assertThat(pack("9.1.100.9,2020-03-10", "9.1.100.9,2020-01").faults()).isEmpty();
        assertThat(pack("9.1.100.5,2020-02,", "9.1.100.5,2020-01-01,").faults()).isEmpty();
    }

    @Test
    void a_correction_about_the_day_explains_builds_and_dates_that_cross() {
        var crossed = pack("9.1.100.9,2020-03-10", "9.1.100.9,2020-02-04");
        var correction = """
                - id: b1-mar20-date
                  subject: "9.1.100.9"
                  field: released
                  claims: [{by: LIST, value: "2020-02-04"}]
                  decision: open
                  value: ""
                  reason: The vendor really dates it so.
                  source: LIST""";

        assertThat(crossed.adding("corrections.yaml", correction).faults()).isEmpty();
    }
}
