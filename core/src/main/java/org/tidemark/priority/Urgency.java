// SPDX-License-Identifier: Apache-2.0
package org.tidemark.priority;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.CveId;
import org.tidemark.priority.DecisionTable.Decision;

/// How pressing one flaw is under some circumstances. A population has a few hundred of them, each shared by thousands
/// of servers, so what is asked of them again and again is worked out once.
public final class Urgency {
    private final CveId cve;
    private final Decision timelines;
    private final Decision deployer;
    private final Decision coordinator;
    private final @Nullable LocalDate clock;
    private final boolean ransomware;
    private final @Nullable LocalDate exploitedSince;
    private final Map<DecisionPoint, @Nullable String> answers;
    private final List<String> open;

    /// @param timelines what BOD 26-04 says
    /// @param deployer what SSVC says to whoever runs the server
    /// @param coordinator what CISA's table says to whoever coordinates
    /// @param clock the day from which the flaw's days count: the addition to KEV, else its publication; null where
    ///     neither is known
    /// @param ransomware whether it is known to be used by ransomware
    /// @param exploitedSince first known exploitation; null where none is known
    public Urgency(
            CveId cve,
            Decision timelines,
            Decision deployer,
            Decision coordinator,
            @Nullable LocalDate clock,
            boolean ransomware,
            @Nullable LocalDate exploitedSince) {
        this.cve = cve;
        this.timelines = timelines;
        this.deployer = deployer;
        this.coordinator = coordinator;
        this.clock = clock;
        this.ransomware = ransomware;
        this.exploitedSince = exploitedSince;
        var told = new LinkedHashMap<DecisionPoint, @Nullable String>();
        var unknown = new LinkedHashSet<String>();
        for (var decision : List.of(timelines, deployer, coordinator)) {
            for (var input : decision.table().inputs()) {
                var answer = decision.answers().get(input.id());
                told.put(input, answer);
                if (answer == null) {
                    unknown.add(input.title());
                }
            }
        }
        this.answers = Collections.unmodifiableMap(told);
        this.open = List.copyOf(unknown);
    }

    public CveId cve() {
        return cve;
    }

    public Decision timelines() {
        return timelines;
    }

    public Decision deployer() {
        return deployer;
    }

    public Decision coordinator() {
        return coordinator;
    }

    public @Nullable LocalDate clock() {
        return clock;
    }

    public boolean ransomware() {
        return ransomware;
    }

    public @Nullable LocalDate exploitedSince() {
        return exploitedSince;
    }

    /// All that the three tables were told, in the order of their columns; null where nothing was known.
    public Map<DecisionPoint, @Nullable String> answers() {
        return answers;
    }

    /// The titles of the questions that nobody could answer.
    public List<String> open() {
        return open;
    }

    /// What a question of the timelines was answered with; null where nothing was known.
    @Nullable
    String answer(String point) {
        return timelines.answers().get(point);
    }

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
}
