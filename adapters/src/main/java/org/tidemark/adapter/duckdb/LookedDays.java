// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tidemark.run.SourceDay;
import org.tidemark.track.Break;
import org.tidemark.track.Trend.Overlap;

/// Who looked on which day, and what changed about the looking.
final class LookedDays {
    private final Database database;
    private final List<SourceDay> looks;
    private final Map<String, Integer> numbers = new HashMap<>();

    LookedDays(Database database) {
        this.database = database;
        this.looks = database.rows("""
                select d.day, d.source, s.sensor, s.method, d.servers, d.declared, d.complete, d.apart
                from tracked_days d join source s on s.id = d.source order by d.day, s.sensor, s.method
                """, row -> {
            var look = new SourceDay(
                    row.getObject(1, LocalDate.class),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getString(6),
                    row.getBoolean(7),
                    row.getString(8));
            numbers.put(name(look), row.getInt(2));
            return look;
        });
    }

    List<SourceDay> all() {
        return looks;
    }

    private static String name(SourceDay look) {
        return look.sensor().isEmpty()
                ? look.method()
                : look.method().isEmpty() ? look.sensor() : look.sensor() + " (" + look.method() + ")";
    }

    /// Days before which something about the looking changed: a source begins, changes what it covers, or says what
    /// nobody can believe.
    List<Break> breaks() {
        var breaks = new ArrayList<Break>();
        var last = new HashMap<String, SourceDay>();
        var methods = new HashMap<String, String>();
        for (var look : looks) {
            boolean first = look.day().equals(looks.getFirst().day());
            var before = last.put(name(look), look);
            if (look.apart() != null) {
                breaks.add(new Break(
                        look.day(), name(look) + " is kept apart until somebody confirms it: " + look.apart() + "."));
            } else if (before == null && !first) {
                var method = methods.get(look.sensor());
                breaks.add(new Break(
                        look.day(),
                        method != null && !look.sensor().isEmpty()
                                ? look.sensor() + " looks in another way: " + look.method() + " instead of " + method
                                        + "."
                                : name(look) + " begins to look."));
            } else if (before != null && !Objects.equals(before.covers(), look.covers())) {
                breaks.add(new Break(
                        look.day(), name(look) + " covers " + covered(look) + ", before " + covered(before) + "."));
            }
            methods.put(look.sensor(), look.method());
        }
        return breaks;
    }

    private static String covered(SourceDay look) {
        return look.covers() == null ? "what it saw and no more" : look.covers();
    }

    /// How many days were looked at by scans only that declare nothing: nobody is gone by them.
    int undeclared() {
        var declared = new TreeMap<LocalDate, Boolean>();
        looks.forEach(look -> declared.merge(look.day(), look.covers() != null, Boolean::logicalOr));
        return (int) declared.values().stream().filter(is -> !is).count();
    }

    /// How many servers any two sources saw together on a day.
    List<Overlap> overlaps(LocalDate day) {
        var seen = new HashMap<Long, Integer>();
        database.each(
                "select sources, sum(servers)::integer from seen_together where day = ? group by sources",
                row -> seen.put(row.getLong(1), row.getInt(2)),
                day);
        var today = looks.stream().filter(look -> look.day().equals(day)).toList();
        var overlaps = new ArrayList<Overlap>();
        for (int i = 0; i < today.size(); i++) {
            for (int j = i + 1; j < today.size(); j++) {
                long one = 1L << numbers.getOrDefault(name(today.get(i)), 0);
                long other = 1L << numbers.getOrDefault(name(today.get(j)), 0);
                overlaps.add(new Overlap(
                        day,
                        name(today.get(i)),
                        name(today.get(j)),
                        sum(seen, one),
                        sum(seen, other),
                        sum(seen, one | other),
                        today.get(i).complete() && today.get(j).complete()));
            }
        }
        return overlaps;
    }

    private static int sum(Map<Long, Integer> seen, long bits) {
        return seen.entrySet().stream()
                .filter(each -> (each.getKey() & bits) == bits)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
