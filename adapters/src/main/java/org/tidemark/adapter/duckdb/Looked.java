// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tidemark.exposure.Observation;
import org.tidemark.run.ScanDeclaration;

/// On which day a sighting counts.
///
/// A scan that says when it ran counts as a whole on the day on which it ended: it may run past midnight, and the
/// clock of a sensor may be off. Elsewhere a record counts on its own day (UTC), and one that lies ahead of the
/// import on the day of that.
final class Looked {
    private Looked() {}

    /// The day of a scan that says when it ran; null for others.
    static @Nullable LocalDate dayOf(ScanDeclaration scan) {
        var time = scan.endedAt() != null ? scan.endedAt() : scan.startedAt();
        return time == null ? null : utc(time);
    }

    static LocalDate day(Observation seen, ScanDeclaration scan, Instant imported) {
        var whole = dayOf(scan);
        if (whole != null) {
            return whole;
        }
        var time = seen.seenAt();
        return utc(time == null || time.isAfter(imported) ? imported : time);
    }

    /// The day of a row of a file that does not say when its scan ran, as an expression over `observation o` and
    /// `file f`.
    static final String OWN_DAY = "least(coalesce(o.seen_at, f.looked_at), f.imported_at)::date";

    private static LocalDate utc(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
