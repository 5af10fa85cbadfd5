// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Times;

/// One event as its record tells it.
///
/// @param fields values by field, the names in lower case
record JsonEvent(Map<String, List<String>> fields, Stamp stamp) {
    private static final String SYSMON = "Microsoft-Windows-Sysmon";
    private static final Duration QUARTER = Duration.ofMinutes(15);
    /// How late Sysmon may hand over what it saw.
    private static final Duration LATE = Duration.ofMinutes(2);
    /// Kiribati's; the other way it is twelve.
    private static final Duration FARTHEST = Duration.ofHours(14);

    static JsonEvent of(Fields fields, Stamp stamp) {
        return new JsonEvent(fields.all(), stamp);
    }

    private String first(String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }

    /// The computer on which it happened; empty where the record does not say.
    String computer() {
        return first("computer");
    }

    /// The log that it is of; empty where the record does not say.
    String channel() {
        return first("channel");
    }

    /// By how much the local time of the record is ahead of UTC, to a quarter of an hour: Sysmon writes the time of
    /// what it saw into its data, in UTC. Null where this event does not tell.
    @Nullable
    Duration offset() {
        var local = stamp.local();
        if (local == null
                || !(first("channel").startsWith(SYSMON)
                        || first("provider_name").equals(SYSMON))) {
            return null;
        }
        return offset(local, Times.instant(first("utctime")));
    }

    private static @Nullable Duration offset(Instant local, @Nullable Instant utc) {
        if (utc == null) {
            return null;
        }
        var apart = Duration.between(utc, local);
        var offset = QUARTER.multipliedBy(Math.round(apart.toMillis() / (double) QUARTER.toMillis()));
        boolean told =
                apart.minus(offset).abs().compareTo(LATE) <= 0 && offset.abs().compareTo(FARTHEST) <= 0;
        return told ? offset : null;
    }

    /// All values as text: a needle may stand in the record behind escapes.
    byte[] text() {
        var text = new StringBuilder();
        fields.values()
                .forEach(values -> values.forEach(value -> text.append(value).append('\n')));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
