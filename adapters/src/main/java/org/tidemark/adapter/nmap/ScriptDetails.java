// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.nmap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.XmlCursor;

/// The structured output of a script: values with their keys, tables laid flat.
record ScriptDetails(List<Detail> details) {
    private static final int MOST = 10_000;

    /// @param table the key of the table around it; empty outside of one
    record Detail(String table, String key, String value) {}

    static ScriptDetails read(XmlCursor script) throws IOException, BadRecord {
        var details = new ArrayList<Detail>();
        readInto(script, "", details);
        return new ScriptDetails(details);
    }

    private static void readInto(XmlCursor xml, String table, List<Detail> details) throws IOException, BadRecord {
        xml.enter();
        for (var name = xml.child(); name != null; name = xml.child()) {
            var attribute = xml.attribute("key");
            var key = attribute == null ? "" : attribute;
            if (name.equals("table")) {
                readInto(xml, key, details);
            } else if (name.equals("elem") && details.size() < MOST) {
                details.add(new Detail(table, key, xml.text()));
            }
        }
    }

    /// The first value of a key, in whatever table; null where it is missing or blank.
    @Nullable
    String get(String key) {
        for (var detail : details) {
            if (detail.key().equals(key) && !detail.value().isBlank()) {
                return detail.value().strip();
            }
        }
        return null;
    }

    /// All values of a key, each once.
    List<String> all(String key) {
        return details.stream()
                .filter(detail -> detail.key().equals(key) && !detail.value().isBlank())
                .map(detail -> detail.value().strip())
                .distinct()
                .toList();
    }
}
