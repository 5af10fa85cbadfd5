// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.export;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The public schemas of what is exported, loaded from this repository alone.
final class OfficialSchemas {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path FOLDER = Path.of("src/test/resources/schemas");
    private static final Map<String, String> BY_ID = byId();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(BY_ID)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private OfficialSchemas() {}

    private static Map<String, String> byId() {
        // The validator logs to whatever is there; that nothing is needs no words.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        var schemas = new HashMap<String, String>();
        try (var files = Files.walk(FOLDER)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                var text = Files.readString(file);
                var id = JSON.readTree(text).path("$id").asString("");
                if (!id.isEmpty()) {
                    schemas.put(id, text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return schemas;
    }

    static JsonNode read(String text) {
        return JSON.readTree(text);
    }

    static List<String> csaf(JsonNode document) {
        return faults("https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json", document);
    }

    /// Each object against the schema of its type, whose faults are clear, and the bundle as a whole.
    static List<String> stix(JsonNode bundle) {
        var faults = new java.util.ArrayList<String>();
        for (var object : bundle.path("objects")) {
            var type = object.path("type").asString("");
            var id = BY_ID.keySet().stream()
                    .filter(each -> each.endsWith("/" + type + ".json") && each.contains("cti-stix2"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no schema for " + type));
            faults.addAll(faults(id, object));
        }
        faults.addAll(faults(
                "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/common/bundle.json",
                bundle));
        return faults;
    }

    static List<String> ocsf(JsonNode event) {
        return faults(
                event.path("class_uid").asInt() == 2002
                        ? "urn:tidemark:ocsf:1.8.0:vulnerability_finding"
                        : "urn:tidemark:ocsf:1.8.0:detection_finding",
                event);
    }

    static List<String> xarf(JsonNode report) {
        return faults(
                report.path("category").asString("").equals("vulnerability")
                        ? "https://xarf.org/schemas/v4/types/vulnerability-cve.json"
                        : "https://xarf.org/schemas/v4/types/infrastructure-compromised-server.json",
                report);
    }

    static List<String> ssvc(JsonNode list) {
        return faults("https://certcc.github.io/SSVC/data/schema/v2/SelectionList_2_0_0.schema.json", list);
    }

    private static List<String> faults(String id, JsonNode document) {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(id));
        return schema.validate(document).stream().map(Object::toString).toList();
    }
}
