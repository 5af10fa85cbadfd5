// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tidemark.run.Store;
import org.tidemark.track.Judges;

/// Brings what follows from the facts up to date: day by day, which server each place is and what it is to the
/// campaigns.
///
/// A day is one transaction. A file that came in late, a correction and a newer pack make the days from the first that
/// they touch on be worked out again, as a new revision; what earlier revisions said stays on record.
final class Tracking {
    private final Database database;
    private final Judges judges;
    private final String knowledge;
    private final StoredCorrections corrections;
    private final ObservationRows rows;

    /// @param knowledge what the letters rest on; another text makes everything be judged anew
    Tracking(Database database, Judges judges, String knowledge, ObservationRows rows) {
        this.database = database;
        this.judges = judges;
        this.knowledge = knowledge;
        this.corrections = new StoredCorrections(database);
        this.rows = rows;
    }

    /// What the last revision reached.
    private record Frontier(LocalDate day, String basis) {}

    /// The days that are to be worked out, oldest first; empty where all is up to date.
    List<LocalDate> pending() {
        var frontier = frontier();
        return frontier.isEmpty() || !frontier.get().basis().equals(basis())
                ? daysFrom("select min(day) from file_day")
                : news(frontier.get());
    }

    /// Whether every place has its server, whatever knowledge the judgement rests on.
    boolean isFollowed() {
        var frontier = frontier();
        return frontier.isEmpty()
                ? day("select min(day) from file_day").isEmpty()
                : frontier.get().basis().endsWith(said())
                        && news(frontier.get()).isEmpty();
    }

    /// The days that files touch which have come in since.
    private List<LocalDate> news(Frontier frontier) {
        return daysFrom("""
                select min(day) from file_day where day > ? or file not in (select file from tracked_file)
                """, frontier.day());
    }

    private String basis() {
        return knowledge + said();
    }

    /// What people said of servers and sources.
    private String said() {
        return "|" + corrections.basis() + "|" + count("confirmed");
    }

    private Optional<Frontier> frontier() {
        return database.first(
                "select day, basis from revision order by id desc limit 1",
                row -> new Frontier(row.getObject(1, LocalDate.class), row.getString(2)));
    }

    private Optional<LocalDate> day(String sql, Object... parameters) {
        return database.first(sql, row -> row.getObject(1, LocalDate.class), parameters);
    }

    /// All days from one on.
    private List<LocalDate> daysFrom(String first, Object... parameters) {
        return day(first, parameters)
                .map(from -> database.rows(
                        "select distinct day from file_day where day >= ? order by day",
                        row -> row.getObject(1, LocalDate.class),
                        from))
                .orElse(List.of());
    }

    private long count(String table) {
        return database.first("select count(*) from " + table, row -> row.getLong(1))
                .orElseThrow();
    }

    /// Works out every day that is to be.
    void catchUp(Instant now, Store.Watch watch) {
        var days = pending();
        if (days.isEmpty()) {
            return;
        }
        var sources = new DaySources(database);
        var looks = new Looks(database, rows);
        var conditions = new Conditions(database, judges, looks);
        var basis = basis();
        loadCurrent(days.getFirst());
        var work = new TrackedDay(database, sources, looks, conditions, corrections, judges.campaigns());
        for (int i = 0; i < days.size(); i++) {
            watch.day(days.get(i), i, days.size());
            day(days.get(i), basis, now, work);
        }
        database.run("drop table if exists current_state");
        watch.done(days.size());
    }

    /// What every server is before a day.
    private void loadCurrent(LocalDate first) {
        database.run("""
                create or replace temp table current_state as
                select server, arg_max(after, day) as condition, arg_max(presence, day) as presence,
                    arg_max(sources, day) as sources
                from transitions where day < date '%s' group by server
                """.formatted(first));
    }

    private void day(LocalDate day, String basis, Instant now, TrackedDay work) {
        database.run("begin transaction");
        boolean done = false;
        try {
            int revision = (int) count("revision") + 1;
            database.append(() -> {
                try (var row = database.appender("revision")) {
                    row.beginRow()
                            .append(revision)
                            .append(day)
                            .append(Values.utc(now))
                            .append(basis)
                            .endRow();
                }
            });
            database.run("insert into tracked_file select id, " + revision
                    + " from file where id not in (select file from tracked_file)");
            work.track(day, revision);
            database.run("commit");
            done = true;
        } finally {
            if (!done) {
                rollback();
            }
        }
    }

    /// What made the day fail is what counts, not that the transaction could not be ended either.
    private void rollback() {
        try {
            database.run("rollback");
        } catch (RuntimeException e) {
            // Told by the failure that led here.
        }
    }
}
