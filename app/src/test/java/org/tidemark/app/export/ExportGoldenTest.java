// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.app.export.InventedStore.IMPRINT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.adapter.csaf.CsafDocument;
import org.tidemark.asset.Server;
import org.tidemark.hunt.Stage;

/// One export of each format, byte for byte, of an invented pack that never changes. `-Dgolden.update=true` writes what
/// is exported now; review the difference.
class ExportGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/exports");

    @TestFactory
    Stream<DynamicTest> every_export_is_as_it_was() {
        return exports().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> check(entry.getKey(), entry.getValue().get())));
    }

    private static Map<String, Supplier<String>> exports() {
        var exports = new LinkedHashMap<String, Supplier<String>>();
        exports.put(
                "csaf-advisory.json",
                () -> Exports.text(CsafDocument.advisory(store().topics().getFirst(), IMPRINT)));
        exports.put("csaf-vex.json", () -> {
            var store = store();
            return Exports.vex(store.topics().getFirst(), store.exposed("wave"), IMPRINT);
        });
        exports.put("stix.json", () -> {
            var store = store();
            return Exports.stix(store.topics(), store.exposed("wave"), store.background(), IMPRINT);
        });
        exports.put("ocsf.jsonl", () -> {
            var store = store();
            return Exports.ocsf(store.exposed("wave"), store.background(), IMPRINT);
        });
        exports.put("xarf.jsonl", () -> {
            var store = store();
            return Exports.xarf(store.exposed("wave"), store.background(), IMPRINT);
        });
        exports.put("ssvc.json", () -> {
            var store = store();
            return Exports.ssvc(store.exposed("wave"), store).getFirst();
        });
        exports.put("intelmq.jsonl", () -> Exports.intelMqLines(store().exposed("wave"), IMPRINT));
        exports.put("intelmq.csv", () -> Exports.intelMqCsv(store().exposed("wave"), IMPRINT));
        return exports;
    }

    private static InventedStore store() {
        return InventedStore.tiny()
                .server(new Server("192.0.2.1", 443, "mail.example.org", "MAIL01", null), "9.1.100.1")
                .server(new Server("2001:DB8:0:0:0::2", 443, null, null, null), "9.1.100.4")
                .server(new Server("192.0.2.3", 443, null, null, null), "7.1.10.0")
                .server(new Server("192.0.2.4", 443, null, null, null), "9.1.500.1")
                .server(new Server("192.0.2.5", 443, null, null, null), "9.1.100")
                .hunt("mail.example.org", "wave", Stage.EXPLOITED, "198.51.100.66");
    }

    private static void check(String name, String now) throws IOException {
        var file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, now);
        } else {
            assertThat(now).isEqualTo(Files.readString(file));
        }
    }
}
