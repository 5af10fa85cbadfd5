// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One record of evidence with its fields: a row of a log, an event, a file.
///
/// @param fields values by field, its name in lower case; a field may come several times. Not copied: who gives it away
///     changes it no more
/// @param time when it happened; null where the record does not say
/// @param server the computer it was recorded on; null where neither record nor file says
public record Trace(
        Kind kind,
        Map<String, List<String>> fields,
        @Nullable Instant time,
        @Nullable String server,
        Place place) {

    /// Where a record stands.
    ///
    /// @param file the file as the user would find it; members of archives are joined with `!`
    /// @param path the file's path on the server; null where it cannot be told
    /// @param line the line, from 1; null where the format has none
    /// @param record the number of the record; null where lines say it
    public record Place(
            String file,
            @Nullable String path,
            @Nullable Long line,
            @Nullable Long record) {}

    public Trace {
        fields = Collections.unmodifiableMap(fields);
    }

    /// All values of a field, whatever the case of its name; none where it is missing.
    public List<String> values(String field) {
        var values = fields.get(field);
        return values != null ? values : fields.getOrDefault(field.toLowerCase(Locale.ROOT), List.of());
    }

    /// All values of a field whose name is in lower case; none where it is missing.
    List<String> named(String field) {
        var values = fields.get(field);
        return values == null ? List.of() : values;
    }

    /// The first value of a field; empty where there is none.
    public String first(String field) {
        var values = values(field);
        return values.isEmpty() ? "" : values.getFirst();
    }
}
