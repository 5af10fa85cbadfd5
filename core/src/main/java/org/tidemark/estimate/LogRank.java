// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Whether the times of several groups differ by more than chance.
///
/// Mantel 1966, for any number of groups: at each event time the events of a group are held against those that it would
/// have had if all groups were alike, with the covariance of the hypergeometric distribution; (O−E)ᵀ V⁻¹ (O−E) is then
/// χ² with one degree of freedom less than there are groups. Says that groups differ, not by how much.
///
/// @param pValue how often chance alone would make as great a difference or a greater
/// @param groups by name
public record LogRank(double chiSquared, int degreesOfFreedom, double pValue, List<Group> groups) {
    public LogRank {
        groups = List.copyOf(groups);
    }

    /// @param size how many were watched
    /// @param observed events that happened
    /// @param expected events that would have happened if the groups were alike
    public record Group(String name, long size, long observed, double expected) {}

    /// @param spells by name of the group; a group may be empty. Where no two groups were watched at the same event
    ///     time there is nothing to compare: no degree of freedom, and a p-value of 1
    /// @throws IllegalArgumentException where there are fewer than two groups
    public static LogRank of(Map<String, ? extends Collection<Spell>> spells) {
        if (spells.size() < 2) {
            throw new IllegalArgumentException("one group cannot be compared");
        }
        var byName = new TreeMap<String, Collection<Spell>>(spells);
        var sum = new Sum(byName.values().stream().map(RiskTable::of).toList());
        sum.addAll();
        var groups = new ArrayList<Group>();
        for (var group : byName.entrySet()) {
            int g = groups.size();
            groups.add(new Group(
                    group.getKey(),
                    group.getValue().stream().mapToLong(Spell::weight).sum(),
                    sum.observed[g],
                    sum.expected[g]));
        }
        return sum.test(groups);
    }

    /// Observed, expected and their covariance over all event times.
    private static final class Sum {
        private final List<RiskTable> tables;
        private final long[] observed;
        private final double[] expected;
        private final double[][] covariance;

        Sum(List<RiskTable> tables) {
            this.tables = tables;
            this.observed = new long[tables.size()];
            this.expected = new double[tables.size()];
            this.covariance = new double[tables.size()][tables.size()];
        }

        void addAll() {
            var times = new TreeSet<Double>();
            tables.forEach(table -> table.rows().forEach(row -> times.add(row.time())));
            var next = new int[tables.size()];
            for (double time : times) {
                var atRisk = new long[tables.size()];
                var events = new long[tables.size()];
                for (int g = 0; g < tables.size(); g++) {
                    var rows = tables.get(g).rows();
                    if (next[g] < rows.size() && rows.get(next[g]).time() == time) {
                        events[g] = rows.get(next[g]).events();
                        atRisk[g] = rows.get(next[g]).atRisk();
                        next[g]++;
                    } else {
                        atRisk[g] = tables.get(g).watchedAt(time);
                    }
                }
                add(atRisk, events);
            }
        }

        private void add(long[] atRisk, long[] events) {
            double n = Arrays.stream(atRisk).sum();
            double d = Arrays.stream(events).sum();
            if (d == 0) {
                return;
            }
            double spread = n > 1 ? d * (n - d) / (n - 1) : 0;
            for (int g = 0; g < atRisk.length; g++) {
                double share = atRisk[g] / n;
                observed[g] += events[g];
                expected[g] += d * share;
                for (int h = 0; h < atRisk.length; h++) {
                    covariance[g][h] += spread * share * ((g == h ? 1 : 0) - atRisk[h] / n);
                }
            }
        }

        LogRank test(List<Group> groups) {
            var difference = new double[observed.length];
            for (int g = 0; g < observed.length; g++) {
                difference[g] = observed[g] - expected[g];
            }
            var form = QuadraticForm.of(covariance, difference);
            return form.rank() == 0
                    ? new LogRank(0, 0, 1, groups)
                    : new LogRank(form.value(), form.rank(), ChiSquared.upperTail(form.value(), form.rank()), groups);
        }
    }
}
