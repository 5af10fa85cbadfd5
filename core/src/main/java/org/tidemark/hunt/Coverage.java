// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the evidence of one kind could have shown about one server.
///
/// @param collector the programs that collected it, or that collected everything else; null where none is known
/// @param absence why there is none; null where there is some
/// @param from the time of the first record; null where there is none
/// @param to the time of the last record; null where there is none
/// @param gaps days without a record between the first and the last
/// @param channels of event logs the channels that came and those that rules ask, in order
/// @param reaches for each campaign whose rules read this kind, whether the records reach back to its beginning
public record Coverage(
        String server,
        Kind kind,
        @Nullable String collector,
        @Nullable Absence absence,
        @Nullable Instant from,
        @Nullable Instant to,
        long files,
        long events,
        List<Gap> gaps,
        List<Channel> channels,
        Map<String, Boolean> reaches) {

    /// Whether there was evidence of a kind, and why not.
    public enum Status {
        PRESENT("present"),
        NOT_COLLECTED("not-collected"),
        NOT_FOUND("not-found"),
        UNREADABLE("unreadable");

        private final String spelling;

        Status(String spelling) {
            this.spelling = spelling;
        }

        public String spelling() {
            return spelling;
        }
    }

    /// One log of the operating system.
    ///
    /// @param from the time of its first record; null where there is none
    /// @param to the time of its last record; null where there is none
    /// @param events how many records came of it; none where it is only asked for
    public record Channel(
            String name, @Nullable Instant from, @Nullable Instant to, long events, List<Gap> gaps) {
        public Channel {
            gaps = List.copyOf(gaps);
        }

        public boolean came() {
            return events > 0;
        }
    }

    /// Whether there was any.
    public Status status() {
        return absence == null ? Status.PRESENT : absence.status();
    }

    /// Days in a row without a record, both included.
    public record Gap(LocalDate from, LocalDate to) {}

    public Coverage {
        gaps = List.copyOf(gaps);
        channels = List.copyOf(channels);
        reaches = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(reaches));
    }
}
