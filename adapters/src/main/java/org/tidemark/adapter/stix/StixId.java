// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.stix;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.tidemark.adapter.NameUuid;
import org.tidemark.adapter.PrintableText;

/// Identifiers (STIX 2.1, 2.9): a type, two dashes, a UUID. The same thing has the same one in every bundle.
record StixId(String text) {
    /// The name space of observables, of section 2.9.
    private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

    /// Of an object: version 5 in a name space of our own, where the standard asks for version 4 or this.
    static StixId of(String type, String... parts) {
        var all = new String[parts.length + 1];
        all[0] = "stix " + type;
        System.arraycopy(parts, 0, all, 1, parts.length);
        return new StixId(type + "--" + NameUuid.own(all));
    }

    /// Of an observable: version 5 of the properties that contribute to its id, as canonical JSON (RFC 8785).
    static StixId observable(String type, Map<String, String> contributing) {
        var json = new StringBuilder("{");
        new TreeMap<>(contributing)
                .forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                        .append(quoted(name))
                        .append(':')
                        .append(quoted(value)));
        return new StixId(
                type + "--" + NameUuid.of(OBSERVABLES, json.append('}').toString()));
    }

    /// Of the text as it is written, which holds no control characters: nothing else is escaped (RFC 8785,
    /// 3.2.2.2).
    private static String quoted(String text) {
        return '"' + PrintableText.of(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public String toString() {
        return text;
    }
}
