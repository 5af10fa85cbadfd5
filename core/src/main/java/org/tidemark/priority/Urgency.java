// SPDX-License-Identifier: Apache-2.0
package org.tidemark.priority;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.CveId;
import org.tidemark.priority.DecisionTable.Decision;

/// How pressing one flaw is under some circumstances.
///
/// @param timelines what BOD 26-04 says
/// @param deployer what SSVC says to whoever runs the server
/// @param coordinator what CISA's table says to whoever coordinates
/// @param clock the day from which the flaw's days count: the addition to KEV, else its publication; null where neither
///     is known
/// @param ransomware whether it is known to be used by ransomware
/// @param exploitedSince first known exploitation; null where none is known
public record Urgency(
        CveId cve,
        Decision timelines,
        Decision deployer,
        Decision coordinator,
        @Nullable LocalDate clock,
        boolean ransomware,
        @Nullable LocalDate exploitedSince) {

    /// The day by which it is to be fixed; null where the table sets no days, or no day is known to count from.
    ///
    /// @param firstVulnerable the day on which the server was first seen with the flaw; null where that is not
    /// known
    public @Nullable LocalDate due(@Nullable LocalDate firstVulnerable) {
        var days = timelines.value().days();
        var from = later(clock, firstVulnerable);
        return days == null || from == null ? null : from.plusDays(days);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /// Whether the table wants the server looked at for intruders before it is changed.
    public boolean wantsForensics() {
        return timelines.value().forensics();
    }

    /// All that the three tables were told, by the id of the decision point; null where nothing was known.
    public Map<String, @Nullable String> answers() {
        var all = new LinkedHashMap<String, @Nullable String>(timelines.answers());
        deployer.answers().forEach(all::putIfAbsent);
        coordinator.answers().forEach(all::putIfAbsent);
        return all;
    }
}
