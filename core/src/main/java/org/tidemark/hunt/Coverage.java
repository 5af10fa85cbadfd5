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

    /// Whether there was any.
    public Status status() {
        return absence == null ? Status.PRESENT : absence.status();
    }

    /// Days in a row without a record, both included.
    public record Gap(LocalDate from, LocalDate to) {}

    public Coverage {
        gaps = List.copyOf(gaps);
        reaches = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(reaches));
    }
}
