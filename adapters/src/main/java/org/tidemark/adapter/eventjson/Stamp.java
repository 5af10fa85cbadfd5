// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Times;

/// When an event happened, as its record says it.
///
/// @param text as it was written
/// @param time the time; null where the record does not say it, or not its zone
/// @param local the figures read as if they were UTC, where they may be those of a local time; null where they are not
record Stamp(String text, @Nullable Instant time, @Nullable Instant local) {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)\\s*(\\S*)");
    private static final Pattern UTC = Pattern.compile("Z|UTC|[+-]00(?::?00)?");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,10}(?:\\.\\d{1,9})?");

    /// What a tool wrote that knows UTC only: a date, or seconds since 1970.
    static Stamp utc(String text) {
        if (SECONDS.matcher(text).matches()) {
            var seconds = new BigDecimal(text);
            var nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9);
            return new Stamp(text, Instant.ofEpochSecond(seconds.longValue(), nanos.longValue()), null);
        }
        return new Stamp(text, Times.instant(text), null);
    }

    /// What a tool wrote that takes the local time of a computer. A `Z` behind it is no proof: an export is
    /// known that
    /// writes one behind local times.
    static Stamp local(String text) {
        var found = WRITTEN.matcher(text);
        if (!found.matches()) {
            return new Stamp(text, null, null);
        }
        var figures = Times.instant(found.group(1));
        var zone = found.group(2);
        if (zone.isEmpty()) {
            return new Stamp(text, null, figures);
        }
        var time = Times.instant(text);
        boolean open = time == null || UTC.matcher(zone).matches();
        return new Stamp(text, time, open ? figures : null);
    }
}
