// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.track.Break;
import org.tidemark.track.Trend.Overlap;

/// Who looked on which day, and what changed about the looking.
final class LookedDays {
    private final Database database;
    private final List<Look> looks;

    private record Look(
            LocalDate day,
            int source,
            String sensor,
            String method,
            @Nullable String declared,
            @Nullable String apart) {
        String name() {
            return sensor.isEmpty() ? method : method.isEmpty() ? sensor : sensor + " (" + method + ")";
        }

        /// As the day's sources spell what they declare.
        boolean isComplete() {
            return declared != null && declared.startsWith(DaySources.ALL);
        }
    }

    LookedDays(Database database) {
        this.database = database;
        this.looks = database.ask(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("""
                            select d.day, d.source, s.sensor, s.method, d.declared, d.apart
                            from tracked_days d join source s on s.id = d.source order by d.day, s.sensor, s.method
                            """)) {
                var all = new ArrayList<Look>();
                while (row.next()) {
                    all.add(new Look(
                            row.getObject(1, LocalDate.class),
                            row.getInt(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)));
                }
                return all;
            }
        });
    }

    /// Days before which something about the looking changed: a source begins, changes what it covers, or says what
    /// nobody can believe.
    List<Break> breaks() {
        var breaks = new ArrayList<Break>();
        var last = new HashMap<String, Look>();
        var methods = new HashMap<String, String>();
        for (var look : looks) {
            boolean first = look.day().equals(looks.getFirst().day());
            var before = last.put(look.name(), look);
            if (look.apart() != null) {
                breaks.add(new Break(
                        look.day(), look.name() + " is kept apart until somebody confirms it: " + look.apart() + "."));
            } else if (before == null && !first) {
                var method = methods.get(look.sensor());
                breaks.add(new Break(
                        look.day(),
                        method != null && !look.sensor().isEmpty()
                                ? look.sensor() + " looks in another way: " + look.method() + " instead of " + method
                                        + "."
                                : look.name() + " begins to look."));
            } else if (before != null && !java.util.Objects.equals(before.declared(), look.declared())) {
                breaks.add(new Break(
                        look.day(), look.name() + " covers " + covered(look) + ", before " + covered(before) + "."));
            }
            methods.put(look.sensor(), look.method());
        }
        return breaks;
    }

    private static String covered(Look look) {
        return look.declared() == null ? "what it saw and no more" : look.declared();
    }

    /// How many days were looked at by scans only that declare nothing: nobody is gone by them.
    int undeclared() {
        var declared = new TreeMap<LocalDate, Boolean>();
        looks.forEach(look -> declared.merge(look.day(), look.declared() != null, Boolean::logicalOr));
        return (int) declared.values().stream().filter(is -> !is).count();
    }

    /// How many servers any two sources saw together on a day.
    List<Overlap> overlaps(LocalDate day) {
        Map<Long, Integer> seen = database.ask(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select sources, sum(servers)::integer from seen_together where day = date '" + day
                                    + "' group by sources")) {
                var all = new HashMap<Long, Integer>();
                while (row.next()) {
                    all.put(row.getLong(1), row.getInt(2));
                }
                return all;
            }
        });
        var today = looks.stream().filter(look -> look.day().equals(day)).toList();
        var overlaps = new ArrayList<Overlap>();
        for (int i = 0; i < today.size(); i++) {
            for (int j = i + 1; j < today.size(); j++) {
                long one = 1L << today.get(i).source();
                long other = 1L << today.get(j).source();
                overlaps.add(new Overlap(
                        day,
                        today.get(i).name(),
                        today.get(j).name(),
                        sum(seen, one),
                        sum(seen, other),
                        sum(seen, one | other),
                        today.get(i).isComplete() && today.get(j).isComplete()));
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
