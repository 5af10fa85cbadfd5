// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Interval;
import org.tidemark.estimate.KaplanMeier;
import org.tidemark.estimate.Spell;
import org.tidemark.estimate.Turnbull;

/// How long servers of the cohort were vulnerable, in days since its first day, for all of them and for the largest
/// groups: thousands of small ones would say little, and take long to say it.
final class CohortTimes {
    static final String ALL = "all";
    static final int MOST_GROUPS = 50;
    private static final int PATCHED = 1;

    private final @Nullable LocalDate from;
    private final SortedMap<String, List<Trend.Spell>> spells = new TreeMap<>();
    private final int groups;
    private final Map<String, KaplanMeier> kaplanMeiers = new HashMap<>();
    private final Map<String, Turnbull> turnbulls = new HashMap<>();

    CohortTimes(Trend trend) {
        this.from = trend.cohortFrom();
        var sizes = new TreeMap<String, Integer>();
        trend.spells().forEach(spell -> sizes.merge(spell.group(), spell.servers(), Integer::sum));
        sizes.remove(ALL);
        this.groups = sizes.size();
        var largest = largest(sizes);
        trend.spells().stream()
                .filter(spell -> spell.group().equals(ALL) || largest.contains(spell.group()))
                .forEach(spell -> spells.computeIfAbsent(spell.group(), _ -> new ArrayList<>())
                        .add(spell));
    }

    private static Set<String> largest(Map<String, Integer> sizes) {
        return sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_GROUPS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// All, and the largest groups, by name.
    Set<String> names() {
        return spells.keySet();
    }

    /// How many groups are left out for their size.
    int leftOut() {
        return groups - (int) names().stream().filter(name -> !name.equals(ALL)).count();
    }

    double days(LocalDate day) {
        return ChronoUnit.DAYS.between(from == null ? day : from, day);
    }

    Turnbull turnbull(String group) {
        return turnbulls.computeIfAbsent(
                group,
                name -> Turnbull.of(of(name).stream()
                        .map(spell -> new Interval(
                                days(spell.left()),
                                spell.right() == null ? Double.POSITIVE_INFINITY : days(spell.right()),
                                spell.servers()))
                        .toList()));
    }

    /// Who is gone is cut off.
    KaplanMeier kaplanMeier(String group) {
        return kaplanMeiers.computeIfAbsent(group, name -> KaplanMeier.of(times(name, Spell.CENSORED)));
    }

    /// Patched counts from the first day it was seen; who is gone is cut off that day, who is still there on
    /// the last
    /// day it was seen vulnerable.
    List<Spell> times(String group, int goneAs) {
        return of(group).stream()
                .map(spell -> {
                    if (spell.right() != null) {
                        return Spell.ended(days(spell.right()), PATCHED).times(spell.servers());
                    }
                    return spell.gone() != null
                            ? new Spell(Double.NEGATIVE_INFINITY, days(spell.gone()), goneAs, spell.servers())
                            : Spell.censored(days(spell.left())).times(spell.servers());
                })
                .toList();
    }

    private List<Trend.Spell> of(String group) {
        return spells.getOrDefault(group, List.of());
    }
}
