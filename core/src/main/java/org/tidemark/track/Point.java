// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import java.time.LocalDate;

/// One group of servers on one day on which somebody looked.
///
/// @param group `all`, or a value of what the servers are divided by
/// @param flows since the point before of the same series and group
public record Point(LocalDate date, Series series, String group, Stocks stocks, Flows flows) {
    /// Which servers are counted. The two answer different questions and are never drawn as one line.
    public enum Series {
        /// Every server that was seen until that day.
        OPEN,
        /// The servers that were there when the campaign began, whatever became of them.
        COHORT
    }
}
