// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.fault.TidemarkException;
import org.tidemark.hunt.Seen;

/// The time of which records are asked for.
///
/// @param since from when on; null where it has no beginning
/// @param until before when; null where it has no end
record Period(@Nullable Instant since, @Nullable Instant until) {
    static final Period ALWAYS = new Period(null, null);

    /// @throws TidemarkException where a text is no time, or nothing lies between the two
    static Period of(@Nullable String since, @Nullable String until) {
        var period = new Period(time("--since", since), time("--until", until));
        if (period.since != null && period.until != null && !period.since.isBefore(period.until)) {
            throw TidemarkException.user(
                    "--since must be before --until; nothing lies between " + since + " and " + until + ".");
        }
        return period;
    }

    private static @Nullable Instant time(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw TidemarkException.user(
                    option + " takes a day like 2021-03-02 or a time like 2021-03-02T06:00:00Z, not '"
                            + Terminal.safe(text) + "'.");
        }
    }

    /// A record without a time is of every time.
    boolean holds(@Nullable Instant time) {
        return time == null || ((since == null || !time.isBefore(since)) && (until == null || time.isBefore(until)));
    }

    /// As much of what was seen as lies in it; empty where nothing does.
    Optional<Seen> of(Seen seen) {
        return seen.within(since, until);
    }

    /// For people; empty where all is asked for.
    String words() {
        if (since == null && until == null) {
            return "";
        }
        return "Only records" + (since == null ? "" : " from " + since + " on")
                + (until == null ? "" : " before " + until)
                + " were asked for; what follows says nothing of any other time.";
    }
}
