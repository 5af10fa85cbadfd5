// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A population over time, as a campaign sees it.
///
/// @param points of both series, by series, group and day
/// @param breaks where the looking changed
/// @param cohortFrom the day that the cohort begins with; null where nobody looked
/// @param spells for each group, how long servers of the cohort were vulnerable
/// @param sensors pairs of sources that saw the same servers on the last day
/// @param undeclared how many days were looked at by scans that declare nothing only
public record Trend(
        List<Point> points,
        List<Break> breaks,
        @Nullable LocalDate cohortFrom,
        List<Spell> spells,
        List<Overlap> sensors,
        int undeclared) {
    public Trend {
        points = List.copyOf(points);
        breaks = List.copyOf(breaks);
        spells = List.copyOf(spells);
        sensors = List.copyOf(sensors);
    }

    /// So many servers of the cohort were vulnerable on its first day and stopped being so in the same interval.
    ///
    /// @param left the last day on which they were seen vulnerable
    /// @param right the first day on which they were seen patched; null where they never were
    /// @param gone the day from which on they were gone, where they were never seen patched; else null
    public record Spell(
            String group,
            LocalDate left,
            @Nullable LocalDate right,
            @Nullable LocalDate gone,
            int servers) {}

    /// Two sources that looked on the same day.
    ///
    /// @param one how many servers the first saw; likewise other and both
    /// @param complete whether both declare that they looked everywhere they say they look
    public record Overlap(LocalDate day, String first, String second, int one, int other, int both, boolean complete) {
        private static final int TENTH = 10;

        /// Whether an estimate from both lists tells anything: sensors that hardly meet look at different
        /// servers.
        public boolean isTelling() {
            return complete && (long) both * TENTH >= Math.min(one, other);
        }
    }
}
