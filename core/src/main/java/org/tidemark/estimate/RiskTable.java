// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How many were watched, and what happened, at each time at which a spell ended.
///
/// Watched at t are those with entry < t ≤ exit: what leaves at t is still there when the event of t happens.
/// Everything is counted in whole numbers, so order and split of the input cannot show.
final class RiskTable {
    private final List<Row> rows;
    private final NavigableMap<Double, Long> watched;

    /// @param watched how many are watched just after a time, for every time at which that changes
    private RiskTable(List<Row> rows, NavigableMap<Double, Long> watched) {
        this.rows = List.copyOf(rows);
        this.watched = watched;
    }

    /// By time.
    List<Row> rows() {
        return rows;
    }

    /// How many were watched at a time.
    long watchedAt(double time) {
        var before = watched.lowerEntry(plain(time));
        return before == null ? 0 : before.getValue();
    }

    /// @param atRisk how many were watched at this time
    /// @param byCause how many events of cause 1, 2, … there were
    record Row(double time, long atRisk, List<Long> byCause) {
        Row {
            byCause = List.copyOf(byCause);
        }

        long events() {
            return byCause.stream().mapToLong(Long::longValue).sum();
        }
    }

    static RiskTable of(Collection<Spell> spells) {
        int causes = spells.stream().mapToInt(Spell::cause).max().orElse(0);
        var exits = new TreeMap<Double, long[]>();
        var entries = new TreeMap<Double, Long>();
        for (var spell : spells) {
            exits.computeIfAbsent(plain(spell.exit()), _ -> new long[causes + 1])[spell.cause()] += spell.weight();
            entries.merge(plain(spell.entry()), spell.weight(), Math::addExact);
        }
        var watched = watched(exits, entries);
        var rows = new ArrayList<Row>();
        exits.forEach((time, ended) -> {
            var before = watched.lowerEntry(time);
            long atRisk = before == null ? 0 : before.getValue();
            rows.add(new Row(time, atRisk, Arrays.stream(ended).skip(1).boxed().toList()));
        });
        return new RiskTable(rows, watched);
    }

    private static NavigableMap<Double, Long> watched(Map<Double, long[]> exits, Map<Double, Long> entries) {
        var changes = new TreeMap<Double, Long>(entries);
        exits.forEach((time, ended) -> changes.merge(time, -Arrays.stream(ended).sum(), Math::addExact));
        long now = 0;
        for (var change : changes.entrySet()) {
            now += change.getValue();
            change.setValue(now);
        }
        return changes;
    }

    /// Minus zero is zero, though not as a key.
    private static double plain(double time) {
        return time + 0.0;
    }
}
