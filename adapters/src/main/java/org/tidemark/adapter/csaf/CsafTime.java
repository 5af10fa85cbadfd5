// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.csaf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Times of a document, to the second (RFC 3339).
final class CsafTime {
    private CsafTime() {}

    static Instant instant(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static String of(LocalDate day) {
        return of(instant(day));
    }

    static String of(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
