// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.app.export.InventedStore.IMPRINT;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Names, banners and reasons come from outside; nothing that a terminal or a reader would obey gets into a document.
class HostileTextTest {
    @TestFactory
    Stream<DynamicTest> no_document_commands_its_reader() {
        var store = InventedStore.ofAllKinds();
        var servers = store.exposed("proxylogon");
        var topics = store.topics("proxylogon");
        return Map.of(
                        "csaf", Exports.vex(topics.getFirst(), servers, IMPRINT),
                        "stix", Exports.stix(topics, servers, store.background(), IMPRINT),
                        "ocsf", Exports.ocsf(servers, store.background(), IMPRINT),
                        "xarf", Exports.xarf(servers, store.background(), IMPRINT),
                        "intelmq", Exports.intelMqLines(servers, IMPRINT))
                .entrySet()
                .stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getValue())));
    }

    private static void check(String document) {
        assertThat(document.codePoints()
                        .filter(c -> c != '\n')
                        .filter(HostileTextTest::isHarmful)
                        .toArray())
                .isEmpty();
        // As escapes of JSON they would come back when it is read.
        assertThat(document).doesNotContainPattern("\\\\u00[019]|\\\\u202[ae]|\\\\ud[89a-f]");
    }

    private static boolean isHarmful(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }
}
