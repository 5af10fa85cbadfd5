// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One object of an answer: a JSON line, a CSV row or a table row.
///
/// Values are text, numbers, booleans, null, lists and maps of the same. Keys keep the order in which they were put.
public final class Row {
    private final String type;
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private Row(String type) {
        this.type = type;
    }

    public static Row of(String type) {
        return new Row(type);
    }

    /// Puts a field. An object that is none of the kinds above is written as its text.
    public Row put(String key, @Nullable Object value) {
        fields.put(key, value);
        return this;
    }

    public String type() {
        return type;
    }

    public Map<String, @Nullable Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    public @Nullable Object get(String key) {
        return fields.get(key);
    }

    /// A field as text; empty where it is absent.
    public String text(String key) {
        var value = fields.get(key);
        return value == null ? "" : value.toString();
    }
}
