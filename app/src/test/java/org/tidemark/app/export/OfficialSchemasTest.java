// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.app.export.InventedStore.IMPRINT;
import static org.tidemark.app.export.InventedStore.NOBODY;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.tidemark.adapter.csaf.CsafDocument;
import org.tidemark.advisory.Verdict;
import org.tidemark.export.Exposed;
import tools.jackson.databind.JsonNode;

/// Every kind of document, of servers of every kind, passes its official schema.
class OfficialSchemasTest {
    @Test
    void the_invented_servers_have_verdicts_of_every_kind() {
        assertThat(InventedStore.ofAllKinds().exposed().stream()
                        .flatMap(server -> server.flaws().stream())
                        .map(flaw -> flaw.verdict())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Verdict.Kind.values());
    }

    @Test
    void advisories_on_every_campaign_and_a_flaw_without_a_cve_number() {
        var store = InventedStore.bundled();
        for (var topic : store.topics()) {
            var document = OfficialSchemas.read(Exports.text(CsafDocument.advisory(topic, IMPRINT)));
            assertThat(OfficialSchemas.csaf(document)).as(topic.name()).isEmpty();
        }
        var single = OfficialSchemas.read(Exports.text(CsafDocument.advisory(store.topic("ADV190018"), IMPRINT)));
        assertThat(OfficialSchemas.csaf(single)).isEmpty();
        assertThat(single.at("/vulnerabilities/0/ids/0/text").asString("")).isEqualTo("ADV190018");
    }

    @Test
    void the_status_of_the_builds_in_use() {
        var store = InventedStore.ofAllKinds();
        var servers = store.exposed();
        for (var topic : store.topics()) {
            var document = OfficialSchemas.read(Exports.vex(topic, servers, IMPRINT));
            assertThat(OfficialSchemas.csaf(document)).as(topic.name()).isEmpty();
        }
    }

    @Test
    void bundles() {
        var store = InventedStore.ofAllKinds();
        var servers = store.exposed();
        var topics = store.topics();
        for (var imprint : List.of(IMPRINT, NOBODY)) {
            var bundle = OfficialSchemas.read(Exports.stix(topics, servers, store.background(), imprint));
            assertThat(OfficialSchemas.stix(bundle)).isEmpty();
        }
        var empty = OfficialSchemas.read(Exports.stix(topics, List.of(), store.background(), NOBODY));
        assertThat(OfficialSchemas.stix(empty)).isEmpty();
    }

    @Test
    void findings() {
        var store = InventedStore.ofAllKinds();
        var events = Exports.ocsf(store.exposed(), store.background(), IMPRINT)
                .lines()
                .map(OfficialSchemas::read)
                .toList();

        assertThat(events).hasSizeGreaterThan(100);
        assertThat(events.stream().map(event -> event.path("class_uid").asInt()).distinct())
                .containsExactlyInAnyOrder(2002, 2004);
        for (var event : events) {
            assertThat(OfficialSchemas.ocsf(event)).as(event.toString()).isEmpty();
        }
    }

    @Test
    void abuse_reports() {
        var store = InventedStore.ofAllKinds();
        var reports = Exports.xarf(store.exposed("proxylogon"), store.background(), IMPRINT)
                .lines()
                .map(OfficialSchemas::read)
                .toList();

        assertThat(reports.stream()
                        .map(report -> report.path("type").asString(""))
                        .distinct())
                .containsExactlyInAnyOrder("cve", "compromised_server");
        for (var report : reports) {
            assertThat(OfficialSchemas.xarf(report)).as(report.toString()).isEmpty();
        }
    }

    @Test
    void selection_lists() {
        var store = InventedStore.ofAllKinds();
        var lists = Exports.ssvc(store.exposed(), store).stream()
                .map(OfficialSchemas::read)
                .toList();

        assertThat(lists).hasSizeGreaterThan(10);
        for (var list : lists) {
            assertThat(OfficialSchemas.ssvc(list)).as(list.toString()).isEmpty();
        }
    }

    @Test
    void a_fault_would_be_found() {
        var store = InventedStore.ofAllKinds();
        List<Exposed> servers = store.exposed("proxylogon");
        var csaf = Exports.vex(store.topics("proxylogon").getFirst(), servers, IMPRINT);
        assertThat(OfficialSchemas.csaf(broken(csaf, "\"csaf_version\": \"2.0\"", "\"csaf_version\": \"3\"")))
                .isNotEmpty();
        var stix = Exports.stix(store.topics("proxylogon"), servers, store.background(), IMPRINT);
        assertThat(OfficialSchemas.stix(broken(stix, "\"192.0.2.1\"", "\"192.0.2\"")))
                .isNotEmpty();
        var ocsf = Exports.ocsf(servers, store.background(), IMPRINT)
                .lines()
                .findFirst()
                .orElseThrow();
        assertThat(OfficialSchemas.ocsf(broken(ocsf, "\"severity_id\":5", "\"severity_id\":7")))
                .isNotEmpty();
        var xarf = Exports.xarf(servers, store.background(), IMPRINT)
                .lines()
                .findFirst()
                .orElseThrow();
        assertThat(OfficialSchemas.xarf(broken(xarf, "cert@example.org", "nobody")))
                .isNotEmpty();
        var ssvc = Exports.ssvc(servers, store).getFirst();
        assertThat(OfficialSchemas.ssvc(broken(ssvc, "\"schemaVersion\": \"2.0.0\"", "\"schemaVersion\": \"1\"")))
                .isNotEmpty();
    }

    @Test
    void the_labels_of_a_bundle_are_the_published_objects() throws java.io.IOException {
        var published = OfficialSchemas.read(java.nio.file.Files.readString(
                java.nio.file.Path.of("src/test/resources/schemas/stix/tlp-2.0-marking-definitions.json")));
        var store = InventedStore.bundled();
        for (var tlp : org.tidemark.export.Tlp.values()) {
            var imprint = new org.tidemark.export.Imprint(null, tlp, "1.0");
            var bundle = OfficialSchemas.read(
                    Exports.stix(store.topics("proxylogon"), List.of(), store.background(), imprint));
            assertThat(StreamSupport.stream(published.spliterator(), false).toList())
                    .contains(bundle.at("/objects/0"));
        }
    }

    private static JsonNode broken(String document, String part, String instead) {
        assertThat(document).contains(part);
        return OfficialSchemas.read(document.replace(part, instead));
    }
}
