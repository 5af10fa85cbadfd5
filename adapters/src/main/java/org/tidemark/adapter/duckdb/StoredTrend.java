// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.track.Letter;
import org.tidemark.track.Point;
import org.tidemark.track.PopulationBook;
import org.tidemark.track.Standing;
import org.tidemark.track.Trend;
import org.tidemark.track.TrendQuestion;

/// Answers what a population did over time from the transitions that are kept.
final class StoredTrend {
    private static final String ALL = "all";
    /// The letter of a server that was not there before.
    private static final int NOBODY = ' ';

    private final Database database;
    private final TrendQuestion question;
    private final String campaign;
    private List<String> groups = List.of(ALL);

    /// @param campaign the name of the campaign asked about
    StoredTrend(Database database, TrendQuestion question, String campaign) {
        this.database = database;
        this.campaign = campaign;
        this.question = question;
    }

    Trend answer() {
        var days = days();
        if (days.isEmpty()) {
            return new Trend(List.of(), List.of(), null, List.of(), List.of(), 0);
        }
        var from = days.stream()
                .filter(day -> !day.isBefore(question.from()))
                .findFirst()
                .orElse(days.getLast());
        changes(from);
        groups = new ServerGroups(database, question, campaign, from).fill(ALL);
        var open = book(Point.Series.OPEN, """
                select c.day, %s, c.letter_before, c.letter, c.presence_before, c.presence, count(*)
                from change c %s group by all
                """).points(days);
        // What came before the cohort's day is one step: to what the server was on that day.
        var cohort = book(Point.Series.COHORT, """
                select date '%s', %%1$s, %d, c.letter, 0, c.presence, count(*) from cohort c %%2$s group by all
                union all
                select c.day, %%1$s, c.letter_before, c.letter, c.presence_before, c.presence, count(*)
                from later c %%2$s group by all
                """.formatted(from, NOBODY))
                .points(days.stream().filter(day -> !day.isBefore(from)).toList());
        var looked = new LookedDays(database);
        return new Trend(
                Stream.concat(open.stream(), cohort.stream()).toList(),
                looked.breaks(),
                from,
                spells(from),
                looked.overlaps(days.getLast()),
                looked.undeclared());
    }

    private List<LocalDate> days() {
        return database.rows(
                "select distinct day from tracked_days order by day", row -> row.getObject(1, LocalDate.class));
    }

    /// The transitions with their letters as numbers, which are read in half the time of texts; without servers
    /// that
    /// were found to lie outside.
    private void changes(LocalDate from) {
        database.run(
                """
                create or replace temp table letter as
                select id, ascii(states[%d])::utinyint as letter from condition union all select 0, %d::utinyint
                """.formatted(question.place() + 1, NOBODY),
                """
                create or replace temp table outside as
                select t.server from transitions t
                semi join (
                    select o.server from transitions o join letter l on l.id = o.after where l.letter = %1$d
                ) x on x.server = t.server
                join letter l on l.id = t.after
                group by t.server having arg_max(l.letter, t.day) = %1$d
                """.formatted((int) Letter.OUTSIDE),
                """
                create or replace temp table change as
                select t.server, t.day, b.letter as letter_before, a.letter as letter, t.presence_before, t.presence
                from transitions t join letter b on b.id = t.before join letter a on a.id = t.after
                anti join outside o on o.server = t.server
                where b.letter <> a.letter or t.presence_before <> t.presence
                """,
                """
                create or replace temp table cohort as
                select server, arg_max(letter, day) as letter, arg_max(presence, day) as presence
                from change where day <= date '%s'
                group by server having bool_or(letter = %d and not is_gone(presence))
                """.formatted(from, (int) Letter.VULNERABLE),
                """
                create or replace temp table later as
                select c.* from change c semi join cohort using (server) where c.day > date '%s'
                """.formatted(from));
    }

    private PopulationBook book(Point.Series series, String sql) {
        var book = new PopulationBook(series);
        fill(book, sql.formatted("0", ""));
        if (question.by() != null) {
            fill(book, sql.formatted("g.number", "join server_group g on g.server = c.server"));
        }
        return book;
    }

    private void fill(PopulationBook book, String sql) {
        database.each(sql, row -> {
            int before = row.getInt(3);
            book.add(
                    row.getObject(1, LocalDate.class),
                    groups.get(row.getInt(2)),
                    before == NOBODY ? null : Standing.of((char) before, row.getInt(5)),
                    Standing.of((char) row.getInt(4), row.getInt(6)),
                    row.getInt(7));
        });
    }

    /// How long the servers were vulnerable that were so on the cohort's first day: the last day on which each was
    /// seen so, and the first on which it was seen patched.
    private List<Trend.Spell> spells(LocalDate from) {
        database.run("""
                create or replace temp table spell as
                with ends as (
                    select server, min(day) filter (letter = %2$d and not is_gone(presence)) as patched,
                        arg_max(letter, day) as last_letter, arg_max(presence, day) as last_presence,
                        max(day) filter (is_gone(presence)) as gone
                    from later group by server
                ), seen as (
                    select c.server, max(c.day) as until from later c join ends e on e.server = c.server
                    where c.letter_before = %1$d and c.presence_before = 0
                        and (e.patched is null or c.day <= e.patched)
                    group by c.server
                )
                select c.server, e.patched, s.until,
                    case when e.patched is null and is_gone(e.last_presence) then e.gone end as gone,
                    e.server is null or (e.patched is null and e.last_letter = %1$d and e.last_presence = 0) as still
                from cohort c left join ends e on e.server = c.server left join seen s on s.server = c.server
                where c.letter = %1$d and not is_gone(c.presence)
                """.formatted((int) Letter.VULNERABLE, (int) Letter.PATCHED));
        var divided = question.by() == null
                ? "select 0 as number, s.* from spell s"
                : "select 0 as number, s.* from spell s union all select g.number, s.* from spell s join server_group g on g.server = s.server";
        // `until` is the day on which it was something else: it was last seen vulnerable the scan before.
        return database.rows(
                """
                with days as (select distinct day from tracked_days)
                select number, greatest(date '%1$s', case when still then (select max(day) from days)
                        else coalesce((select max(d.day) from days d where d.day < until), date '%1$s') end) as seen_until,
                    patched, gone, count(*)
                from (%2$s) group by all order by all
                """.formatted(from, divided),
                row -> new Trend.Spell(
                        groups.get(row.getInt(1)),
                        row.getObject(2, LocalDate.class),
                        day(row, 3),
                        day(row, 4),
                        row.getInt(5)));
    }

    private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
