// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.windowsxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Origin;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;
import org.tidemark.hunt.Trace;

/// What one entry of a file says, on its way to become a record.
final class FieldsOfFile {
    private final Map<String, List<String>> fields = new HashMap<>();

    /// Adds a value; what is missing or blank says nothing.
    void add(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>(1))
                    .add(value.strip());
        }
    }

    List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /// Hands the entry over. Neither tasks nor lists of agents say when they were made by a clock that is known.
    void give(Kind kind, Origin origin, long number, EvidenceSink sink) {
        var place = new Trace.Place(origin.file(), origin.path(), null, number);
        sink.trace(new Trace(kind, fields, null, null, place));
    }

    /// Says how many entries a file held.
    static void seen(Kind kind, String file, long entries, EvidenceSink sink) {
        sink.seen(file, new Seen("", kind, entries, null, null, Set.of()));
    }
}
