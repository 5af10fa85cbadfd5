// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What can be wrong with `pack.yaml`.
class ProductFaultsTest {
    private static final TestPack TINY = TestPack.bundled("tiny");

    private static TestPack pack(String before, String after) {
        return TINY.replacing("pack.yaml", before, after);
    }

    @Test
    void another_schema_is_refused() {
        assertThat(pack("schema: 1", "schema: 2").faults())
                .containsExactly("pack.yaml:1 schema: This program reads packs of schema 1, not 2.");
    }

    @Test
    void the_head_must_be_whole() {
        assertThat(pack("id: tiny", "id: Tiny Pack").faults()).containsExactly("pack.yaml:2 id: `Tiny Pack` is no id.");
        assertThat(pack("title: Invented mail server", "title:").faults())
                .containsExactly("pack.yaml:3 title: The value is missing.");
        assertThat(pack("data-as-of: 2021-02-09", "data-as-of: 2021-02").faults())
                .containsExactly("pack.yaml:5 data-as-of: A month is not enough.");
        assertThat(pack("  packages: the list of installed updates\n", "").faults())
                .containsExactly("pack.yaml:7 The key `packages` is missing.");
    }

    @Test
    void two_products_never_share_an_id_a_spelling_or_a_place() {
        assertThat(pack("id: \"1\"", "id: \"7\"").faults()).contains("pack.yaml:18 id: Two products have this id.");
        assertThat(pack("spellings: [Mailer 8]", "spellings: [MAIL 7]").faults())
                .containsExactly("pack.yaml:27 id: The spelling `mail 7` is also one of 7.");
        assertThat(pack("order: 4", "order: 3").faults())
                .containsExactly("pack.yaml:38 id: It has the same order as 8.");
    }

    @Test
    void two_products_never_claim_one_build() {
        assertThat(pack("from: 500", "from: 499").faults())
                .containsExactly("pack.yaml:38 id: A build can be one of 9 and of 8.");
        assertThat(pack("{prefix: \"1.0\"}", "{prefix: \"9.1.100\"}").faults())
                .containsExactly("pack.yaml:27 id: A build can be one of 8 and of 1.");
    }

    @Test
    void lines_must_be_possible() {
        assertThat(pack("{prefix: \"9.20\"}", "").faults())
                .containsExactly("pack.yaml:48 id: The product has no lines.");
        assertThat(pack("below: 500", "from: 500, below: 500").faults())
                .contains("pack.yaml:31 lines: No number lies from 500 to below 500.");
        assertThat(pack("prefix: \"9.20\"", "prefix: nine").faults())
                .contains("pack.yaml:52 prefix: `nine` is no build.");
    }

    @Test
    void values_out_of_their_list_are_told() {
        assertThat(pack("kind: cloud", "kind: service").faults())
                .contains("pack.yaml:51 kind: `service` is unknown here.");
        assertThat(pack("branch-parts: 2", "branch-parts: 4").faults())
                .contains("pack.yaml:23 branch-parts: `4` is no way to tell branches.");
        assertThat(pack("state: extended", "state: paid").faults())
                .containsExactly("pack.yaml:37 state: `paid` is unknown here.");
        assertThat(pack("order: 5", "order: last").faults()).contains("pack.yaml:54 order: `last` is no whole number.");
    }

    @Test
    void what_products_say_of_branches_must_be_in_the_releases() {
        assertThat(pack("continues: 8 B2", "continues: 8 B3").faults())
                .containsExactly("pack.yaml:38 id: It continues `8 B3`, and the pack has no such branch.");
        assertThat(pack("branches: [B2]", "branches: [B7]").faults())
                .containsExactly("pack.yaml:27 id: Its support names `B7`, and the pack has no such branch of it.");
    }

    @Test
    void sources_have_a_title_and_a_licence() {
        assertThat(pack("{title: A blog, licence: CC0-1.0}", "{title: A blog}").faults())
                .containsExactly("pack.yaml:58 The key `licence` is missing.");
    }
}
