// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record that a rule hit.
///
/// @param stage what this record alone shows; null where it is context
/// @param server the computer; empty only while a hunt goes on, where record and file do not say
/// @param actor the address that the request came from; null where the record has none
/// @param userAgent what the client called itself; null where the record does not say
/// @param evidence the fields that the rule shows, as they stand in the record
/// @param why one sentence
/// @param event the log and the number that the record has in it, the same in every copy; null where it has none
/// @param also other places of the same record: in a copy of the log, in what was forwarded of it
/// @param indicators what was published of values in the record; context, and never what the stage stands on
public record Finding(
        HuntRule rule,
        @Nullable Stage stage,
        String server,
        @Nullable Instant time,
        Kind kind,
        Trace.Place place,
        @Nullable String actor,
        @Nullable String userAgent,
        Map<String, String> evidence,
        String why,
        @Nullable String event,
        List<Trace.Place> also,
        List<Indicators.Indicator> indicators) {
    /// One that stands in one place, and of whose values nothing was published.
    public Finding(
            HuntRule rule,
            @Nullable Stage stage,
            String server,
            @Nullable Instant time,
            Kind kind,
            Trace.Place place,
            @Nullable String actor,
            @Nullable String userAgent,
            Map<String, String> evidence,
            String why) {
        this(rule, stage, server, time, kind, place, actor, userAgent, evidence, why, null, List.of(), List.of());
    }

    /// The same, found on this server.
    Finding on(String name) {
        return new Finding(
                rule, stage, name, time, kind, place, actor, userAgent, evidence, why, event, also, indicators);
    }

    /// The same, with the other places of its record.
    Finding alsoIn(List<Trace.Place> places) {
        return new Finding(
                rule, stage, server, time, kind, place, actor, userAgent, evidence, why, event, places, indicators);
    }

    public Finding {
        evidence = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(evidence));
        also = List.copyOf(also);
        indicators = List.copyOf(indicators);
    }
}
