// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What one source did on one day: a sensor with its method, or the format of files that declare neither.
///
/// @param sensor empty where not declared
/// @param servers how many it saw
/// @param covers what it says it covered, in words; null where it says nothing
/// @param complete whether servers that it missed count as missed
/// @param apart why what it says is kept apart; null where it counts
public record SourceDay(
        LocalDate day,
        String sensor,
        String method,
        int servers,
        @Nullable String covers,
        boolean complete,
        @Nullable String apart) {}
