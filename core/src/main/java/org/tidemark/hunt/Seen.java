// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a file held for one server: how much, and from when to when.
///
/// @param server the computer; empty where neither records nor file say
/// @param channel the log of the operating system that the records are of; empty for kinds that have none, and
///     where records do not say
/// @param events how many records it holds
/// @param first the time of the earliest record; null where none has a time
/// @param last the time of the latest record; null where none has a time
/// @param days the days on which there are records (UTC)
public record Seen(
        String server,
        Kind kind,
        String channel,
        long events,
        @Nullable Instant first,
        @Nullable Instant last,
        Set<LocalDate> days) {
    public Seen {
        days = Set.copyOf(days);
    }

    /// Of a kind without channels.
    public Seen(
            String server,
            Kind kind,
            long events,
            @Nullable Instant first,
            @Nullable Instant last,
            Set<LocalDate> days) {
        this(server, kind, "", events, first, last, days);
    }
}
