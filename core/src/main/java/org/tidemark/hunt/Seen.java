// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /// As much of it as lies in a time. How many records that are, nobody counted: their number stays that of all.
    ///
    /// @param since from when on; null where it has no beginning
    /// @param until before when; null where it has no end
    /// @return empty where nothing of it does; what has no time lies in every time
    public Optional<Seen> within(@Nullable Instant since, @Nullable Instant until) {
        if (first == null || last == null) {
            return Optional.of(this);
        }
        if ((since != null && last.isBefore(since)) || (until != null && !first.isBefore(until))) {
            return Optional.empty();
        }
        var from = since != null && since.isAfter(first) ? since : first;
        var to = until != null && !until.isAfter(last) ? until.minusNanos(1) : last;
        var left = days.stream()
                .filter(day -> !day.isBefore(day(from)) && !day.isAfter(day(to)))
                .collect(Collectors.toSet());
        return Optional.of(new Seen(server, kind, channel, events, from, to, left));
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
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
