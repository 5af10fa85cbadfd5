// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.app.export.InventedStore.IMPRINT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.adapter.csaf.CsafDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every CSAF document passes the mandatory tests, and each of these finds the fault that it is there for.
class CsafMandatoryTest {
    @TestFactory
    Stream<DynamicTest> every_advisory_passes() {
        var store = InventedStore.bundled();
        return Stream.concat(
                        store.topics().stream(),
                        Stream.of("CVE-2020-0688", "CVE-2010-3190", "ADV190018", "CVE-2010-0024")
                                .map(store::topic))
                .map(topic -> DynamicTest.dynamicTest(
                        topic.name(), () -> check(Exports.text(CsafDocument.advisory(topic, IMPRINT)))));
    }

    @TestFactory
    Stream<DynamicTest> every_status_of_the_builds_in_use_passes() {
        var store = InventedStore.ofAllKinds();
        var servers = store.exposed();
        return Stream.concat(
                        store.topics().stream(),
                        Stream.of("CVE-2020-0688", "ADV190018").map(store::topic))
                .map(topic -> DynamicTest.dynamicTest(topic.name(), () -> check(Exports.vex(topic, servers, IMPRINT))));
    }

    private static void check(String text) {
        var document = OfficialSchemas.read(text);
        assertThat(CsafChecks.faults(document)).isEmpty();
        assertThat(OfficialSchemas.csaf(document)).isEmpty();
    }

    @Test
    void every_mandatory_test_of_the_standard_has_its_check() {
        var wanted = Stream.concat(
                        Stream.iterate(1, i -> i <= 33, i -> i + 1)
                                .filter(i -> i != 27)
                                .map(i -> "6.1." + i),
                        Stream.iterate(1, i -> i <= 11, i -> i + 1).map(i -> "6.1.27." + i))
                .toList();
        assertThat(CsafChecks.ALL.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @TestFactory
    Stream<DynamicTest> each_check_finds_its_fault() {
        var store = InventedStore.ofAllKinds();
        var text = Exports.vex(store.topics("proxylogon").getFirst(), store.exposed("proxylogon"), IMPRINT);
        return breaks().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    var document = OfficialSchemas.read(text);
                    var check = CsafChecks.ALL.get(entry.getKey());
                    assertThat(check.apply(document))
                            .as("the document as it is")
                            .isEmpty();
                    entry.getValue().accept(document);
                    assertThat(check.apply(document)).as("the broken document").isNotEmpty();
                }));
    }

    private static Map<String, Consumer<JsonNode>> breaks() {
        var breaks = new LinkedHashMap<String, Consumer<JsonNode>>();
        breaks.put("6.1.1", document -> status(document, "fixed").add("nobody"));
        breaks.put("6.1.2", CsafMandatoryTest::secondDefinition);
        breaks.put("6.1.3", document -> object(document, "/product_tree").putArray("relationships"));
        breaks.put("6.1.4", document -> remediation(document).putArray("group_ids"));
        breaks.put("6.1.5", document -> object(document, "/product_tree").putArray("product_groups"));
        breaks.put(
                "6.1.6",
                document -> status(document, "fixed")
                        .add(status(document, "known_affected").get(0).asString("")));
        for (var number : List.of("6.1.7", "6.1.8", "6.1.9", "6.1.10")) {
            breaks.put(
                    number, document -> object(document, "/vulnerabilities/0").putArray("scores"));
        }
        breaks.put("6.1.11", document -> object(document, "/vulnerabilities/0").putObject("cwe"));
        breaks.put("6.1.12", document -> object(document, "/document").put("lang", "xy"));
        breaks.put("6.1.13", document -> object(document, "/product_tree").put("purl", "pkg:x/y"));
        breaks.put("6.1.14", document -> revision(document, "2020-01-01T00:00:00Z", "2.0.0"));
        breaks.put("6.1.15", document -> object(document, "/document/publisher").put("category", "translator"));
        breaks.put("6.1.16", document -> tracking(document).put("version", "1.4.0"));
        breaks.put("6.1.17", document -> tracking(document).put("version", "0.9.0"));
        breaks.put("6.1.18", document -> revision(document, "2020-01-01T00:00:00Z", "0.1.0"));
        breaks.put("6.1.19", document -> revision(document, "2020-01-01T00:00:00Z", "1.0.0-rc"));
        breaks.put("6.1.20", document -> tracking(document).put("version", "1.0.0-rc"));
        breaks.put("6.1.21", document -> revision(document, "2040-01-01T00:00:00Z", "3.0.0"));
        breaks.put("6.1.22", document -> revision(document, "2020-01-01T00:00:00Z", version(document)));
        breaks.put(
                "6.1.23",
                document -> object(document, "/vulnerabilities/1")
                        .put("cve", document.at("/vulnerabilities/0/cve").asString("")));
        breaks.put("6.1.24", document -> object(document, "/vulnerabilities/0").putArray("involvements"));
        breaks.put("6.1.25", document -> object(document, "/product_tree").putArray("hashes"));
        breaks.put("6.1.26", document -> object(document, "/document").put("category", "Security Advisory"));
        profiles(breaks);
        breaks.put("6.1.28", document -> object(document, "/document").put("source_lang", "en"));
        breaks.put("6.1.29", document -> remediation(document).remove("product_ids"));
        breaks.put("6.1.30", document -> revision(document, "2020-01-01T00:00:00Z", "1"));
        breaks.put("6.1.31", CsafMandatoryTest::rangeAsVersion);
        breaks.put("6.1.32", document -> flag(document).remove("product_ids"));
        breaks.put(
                "6.1.33",
                document -> ((ArrayNode) document.at("/vulnerabilities/0/flags"))
                        .add(flag(document).deepCopy().put("label", "component_not_present")));
        return breaks;
    }

    private static void profiles(Map<String, Consumer<JsonNode>> breaks) {
        breaks.put(
                "6.1.27.1",
                document -> object(document, "/document")
                        .put("category", "csaf_informational_advisory")
                        .putArray("notes"));
        breaks.put("6.1.27.2", document -> category(document, "csaf_security_incident_response"));
        breaks.put("6.1.27.3", document -> category(document, "csaf_informational_advisory"));
        breaks.put("6.1.27.4", document -> ((ObjectNode) document).remove("product_tree"));
        breaks.put(
                "6.1.27.5", document -> object(document, "/vulnerabilities/0").remove("notes"));
        breaks.put("6.1.27.6", document -> {
            category(document, "csaf_security_advisory");
            object(document, "/vulnerabilities/0").remove("product_status");
        });
        breaks.put(
                "6.1.27.7",
                document -> object(document, "/vulnerabilities/0")
                        .putObject("product_status")
                        .putArray("recommended"));
        breaks.put(
                "6.1.27.8", document -> object(document, "/vulnerabilities/0").remove("cve"));
        breaks.put("6.1.27.9", document -> {
            object(document, "/vulnerabilities/0").remove("flags");
            object(document, "/vulnerabilities/0").remove("threats");
        });
        breaks.put(
                "6.1.27.10", document -> object(document, "/vulnerabilities/0").remove("remediations"));
        breaks.put("6.1.27.11", document -> ((ObjectNode) document).remove("vulnerabilities"));
    }

    private static ObjectNode object(JsonNode document, String path) {
        return (ObjectNode) document.at(path);
    }

    private static void category(JsonNode document, String category) {
        object(document, "/document").put("category", category);
    }

    private static ObjectNode tracking(JsonNode document) {
        return object(document, "/document/tracking");
    }

    private static String version(JsonNode document) {
        return tracking(document).path("version").asString("");
    }

    private static ArrayNode status(JsonNode document, String name) {
        return (ArrayNode) document.at("/vulnerabilities/0/product_status/" + name);
    }

    private static ObjectNode remediation(JsonNode document) {
        return object(document, "/vulnerabilities/0/remediations/0");
    }

    private static ObjectNode flag(JsonNode document) {
        return object(document, "/vulnerabilities/0/flags/0");
    }

    private static void revision(JsonNode document, String date, String number) {
        ((ArrayNode) document.at("/document/tracking/revision_history"))
                .addObject()
                .put("date", date)
                .put("number", number)
                .put("summary", "More.");
    }

    private static JsonNode leaf(JsonNode document) {
        var branch = document.at("/product_tree/branches/0");
        while (branch.has("branches")) {
            branch = branch.at("/branches/0");
        }
        return branch;
    }

    private static void secondDefinition(JsonNode document) {
        ((ArrayNode) document.at("/product_tree/branches")).add(leaf(document).deepCopy());
    }

    private static void rangeAsVersion(JsonNode document) {
        ((ObjectNode) leaf(document)).put("name", "15.1 and earlier");
    }
}
