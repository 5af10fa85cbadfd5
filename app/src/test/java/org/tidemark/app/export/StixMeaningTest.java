// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.app.export.InventedStore.IMPRINT;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the schemas of STIX cannot say: references, times, identifiers.
class StixMeaningTest {
    private final Map<String, JsonNode> objects = new HashMap<>();
    private JsonNode bundle = OfficialSchemas.read("{}");

    @BeforeEach
    void a_bundle() {
        var store = InventedStore.ofAllKinds();
        bundle = OfficialSchemas.read(
                Exports.stix(store.topics("proxylogon"), store.exposed("proxylogon"), store.background(), IMPRINT));
        for (var object : bundle.path("objects")) {
            assertThat(objects.put(object.path("id").asString(""), object))
                    .as("written twice: " + object)
                    .isNull();
        }
    }

    @Test
    void a_bundle_has_no_version_and_every_object_has_one() {
        assertThat(bundle.has("spec_version")).isFalse();
        assertThat(objects.values())
                .allMatch(object -> object.path("spec_version").asString("").equals("2.1"));
    }

    @Test
    void every_reference_leads_to_an_object_of_the_bundle() {
        for (var object : objects.values()) {
            for (var property : object.properties()) {
                if (property.getKey().endsWith("_ref")) {
                    assertThat(objects).containsKey(property.getValue().asString(""));
                }
                if (property.getKey().endsWith("_refs")) {
                    property.getValue().forEach(ref -> assertThat(objects).containsKey(ref.asString("")));
                }
            }
        }
    }

    @Test
    void identifiers_begin_with_the_type_and_times_are_in_order() {
        for (var object : objects.values()) {
            assertThat(object.path("id").asString(""))
                    .startsWith(object.path("type").asString("") + "--");
            for (var pair : Map.of("created", "modified", "first_seen", "last_seen", "first_observed", "last_observed")
                    .entrySet()) {
                if (object.has(pair.getKey()) && object.has(pair.getValue())) {
                    assertThat(Instant.parse(object.path(pair.getKey()).asString("")))
                            .isBeforeOrEqualTo(
                                    Instant.parse(object.path(pair.getValue()).asString("")));
                }
            }
        }
    }

    /// Made with another program (Python's `uuid.uuid5` over the canonical JSON of the value).
    @Test
    void observables_have_the_identifiers_that_every_program_gives_them() {
        assertThat(of("ipv4-addr")
                        .filter(object -> object.path("value").asString("").equals("192.0.2.1")))
                .singleElement()
                .matches(object ->
                        object.path("id").asString("").equals("ipv4-addr--8dded90c-40c0-545a-8027-5b212bb37e8e"));
        assertThat(objects).containsKey("domain-name--df95c619-dfb7-57d2-b839-3e3e16c8265d");
        assertThat(of("software")
                        .filter(object -> object.path("version").asString("").equals("15.1.2176.2"))
                        .map(object -> object.path("id").asString("")))
                .containsExactly("software--9604c8ee-c357-5fba-be45-a05811b34627");
    }

    @Test
    void a_server_has_each_open_flaw_and_each_update_remedies_one() {
        var has = new HashSet<String>();
        relationships("has").forEach(object -> has.add(object.path("target_ref").asString("")));
        assertThat(has).hasSize(4).allMatch(id -> id.startsWith("vulnerability--"));
        assertThat(relationships("has").count())
                .isEqualTo(of("sighting")
                        .filter(object ->
                                object.path("sighting_of_ref").asString("").startsWith("vulnerability--"))
                        .count());
        assertThat(relationships("remediates"))
                .isNotEmpty()
                .allMatch(object -> object.path("source_ref").asString("").startsWith("course-of-action--"));
    }

    @Test
    void an_intruder_is_a_sighting_of_the_campaign_or_of_nobody_known() {
        assertThat(of("sighting")
                        .map(object ->
                                object.path("sighting_of_ref").asString("").split("--", 2)[0])
                        .distinct())
                .containsExactlyInAnyOrder("vulnerability", "campaign", "intrusion-set");
    }

    private Stream<JsonNode> relationships(String type) {
        return of("relationship")
                .filter(object -> object.path("relationship_type").asString("").equals(type));
    }

    private Stream<JsonNode> of(String type) {
        return StreamSupport.stream(bundle.path("objects").spliterator(), false)
                .filter(object -> object.path("type").asString("").equals(type));
    }
}
