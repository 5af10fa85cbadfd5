// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.run.ServerId;
import org.tidemark.track.Condition;
import org.tidemark.track.Judges;
import org.tidemark.track.Known;

/// The conditions that servers can be in, each known by a number made of its content.
final class Conditions {
    private final Database database;
    private final Judges judges;
    private final Looks looks;
    private final Map<Long, Condition> known = new HashMap<>();
    private final Map<Condition, Long> numbers = new HashMap<>();
    private final Set<Long> fresh = new HashSet<>();

    Conditions(Database database, Judges judges, Looks looks) {
        this.database = database;
        this.judges = judges;
        this.looks = looks;
        database.each("""
                select id, family, builds, mixed, outside, packages, settings, mitigated, product, branch, states
                from condition
                """, row -> {
            remember(row.getLong(1), read(row));
        });
    }

    private void remember(long id, Condition condition) {
        known.put(id, condition);
        numbers.put(condition, id);
    }

    Condition get(long id) {
        var condition = known.get(id);
        if (condition == null) {
            throw new IllegalStateException("no condition " + id);
        }
        return condition;
    }

    private static Condition read(ResultSet row) throws SQLException {
        var builds = Values.texts(row, 3).stream()
                .flatMap(text -> Build.parse(text).stream())
                .toList();
        return new Condition(
                new Known(
                        row.getString(2),
                        builds,
                        row.getBoolean(4),
                        row.getBoolean(5),
                        new HashSet<>(Values.texts(row, 6)),
                        Values.map(row, 7),
                        new HashSet<>(Values.texts(row, 8)),
                        Set.of()),
                row.getString(9),
                row.getString(10),
                row.getString(11));
    }

    /// The number of the condition after a look; `before` is 0 at first sight.
    long after(long before, int look, LocalDate day) {
        return number(judges.after(before == 0 ? null : get(before), looks.get(look), day));
    }

    private long number(Condition condition) {
        var plain = withoutHistory(condition);
        return numbers.computeIfAbsent(plain, each -> {
            long id = ServerId.hash(content(each));
            known.put(id, each);
            fresh.add(id);
            return id;
        });
    }

    /// What a look showed to be open to use has done its work once the condition is made.
    private static Condition withoutHistory(Condition condition) {
        var known = condition.known();
        if (known.unhindered().isEmpty()) {
            return condition;
        }
        return new Condition(
                new Known(
                        known.family(),
                        known.builds(),
                        known.mixed(),
                        known.outside(),
                        known.packages(),
                        known.settings(),
                        known.mitigated(),
                        Set.of()),
                condition.product(),
                condition.branch(),
                condition.states());
    }

    private static String content(Condition condition) {
        var known = condition.known();
        return OncePerContent.content(
                known.family(),
                known.builds(),
                known.mixed(),
                known.outside(),
                known.packages().stream().sorted().toList(),
                known.settings(),
                known.mitigated().stream().sorted().toList(),
                condition.product(),
                condition.branch(),
                condition.states());
    }

    /// A pair of a condition and a look, and what follows.
    private record Step(long before, int look, long after) {}

    /// Fills the table `step` with what follows from each pair of the table `pair`.
    void step(LocalDate day) {
        var steps = database.rows(
                "select before, look from pair",
                row -> new Step(row.getLong(1), row.getInt(2), after(row.getLong(1), row.getInt(2), day)));
        database.run(
                "create or replace temp table step (before bigint not null, look integer not null, after bigint not null)");
        database.append(() -> {
            try (var row = database.temporaryAppender("step")) {
                for (var step : steps) {
                    row.beginRow()
                            .append(step.before)
                            .append(step.look)
                            .append(step.after)
                            .endRow();
                }
            }
        });
    }

    /// Writes the conditions that are new.
    void keep() {
        database.append(() -> {
            try (var row = database.appender("condition")) {
                for (long id : fresh) {
                    put(row.beginRow().append(id), get(id));
                }
            }
        });
        fresh.clear();
    }

    private static void put(org.duckdb.DuckDBAppender row, Condition condition) throws SQLException {
        var known = condition.known();
        row.append(known.family());
        row.append(texts(known.builds()))
                .append(known.mixed())
                .append(known.outside())
                .append(known.packages().stream().sorted().toList())
                .append(known.settings())
                .append(known.mitigated().stream().sorted().toList());
        append(row, condition.product());
        append(row, condition.branch());
        row.append(condition.states()).endRow();
    }

    private static void append(org.duckdb.DuckDBAppender row, @Nullable String text) throws SQLException {
        row.append(text);
    }

    private static List<String> texts(List<Build> builds) {
        return builds.stream().map(Build::toString).toList();
    }
}
