// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.tidemark.asset.Server;
import tools.jackson.databind.JsonNode;

/// What is selected, and that what nobody knows rules nothing out.
class SelectionListTest {
    @Test
    void a_flaw_that_is_known_in_full_has_one_value_at_every_point_and_one_outcome() {
        var list = list(InventedStore.bundled().server(Server.at("192.0.2.1", 443), "15.1.2176.2"), "CVE-2021-26855");

        assertThat(keys(list, "KEV")).containsExactly("Y");
        assertThat(keys(list, "PE")).containsExactly("Y");
        assertThat(keys(list, "A")).containsExactly("Y");
        assertThat(keys(list, "TI")).containsExactly("T");
        assertThat(keys(list, "E")).containsExactly("A");
        assertThat(keys(list, "BOD2604")).containsExactly("3DF");
    }

    @Test
    void a_server_that_nobody_saw_from_the_internet_may_be_reached_or_not() {
        var list = list(InventedStore.bundled().server(Server.at("10.0.0.1", 443), "15.1.2176.2"), "CVE-2026-42897");

        assertThat(keys(list, "PE")).containsExactly("N", "Y");
        assertThat(keys(list, "EXP")).containsExactly("S", "C", "O");
        assertThat(keys(list, "BOD2604")).containsExactly("14D", "3DF");
    }

    @Test
    void what_no_source_says_of_a_flaw_leaves_every_value_and_the_outcomes_of_each() {
        var list = list(InventedStore.bundled().server(Server.at("192.0.2.1", 443), "15.1.2176.2"), "CVE-2021-26854");

        assertThat(keys(list, "A")).containsExactly("N", "Y");
        assertThat(keys(list, "TI")).containsExactly("P", "T");
        assertThat(keys(list, "HI")).containsExactly("L", "M", "H", "VH");
        assertThat(keys(list, "BOD2604")).containsExactly("60D", "14D", "3D");
    }

    @Test
    void a_flaw_that_no_server_has_open_has_no_list() {
        var store = InventedStore.bundled().server(Server.at("192.0.2.1", 443), "15.1.2176.9");
        assertThat(Exports.ssvc(store.exposed("proxylogon"), store)).isEmpty();
    }

    private static JsonNode list(InventedStore store, String cve) {
        return Exports.ssvc(store.exposed(), store).stream()
                .map(OfficialSchemas::read)
                .filter(list -> list.at("/target_ids/0").asString("").equals(cve))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> keys(JsonNode list, String point) {
        return StreamSupport.stream(list.path("selections").spliterator(), false)
                .filter(selection -> selection.path("key").asString("").equals(point))
                .flatMap(selection ->
                        StreamSupport.stream(selection.path("values").spliterator(), false))
                .map(value -> value.path("key").asString(""))
                .toList();
    }
}
