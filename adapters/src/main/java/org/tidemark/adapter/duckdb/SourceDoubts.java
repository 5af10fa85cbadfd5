// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.advisory.Campaign;
import org.tidemark.track.Letter;
import org.tidemark.track.Plausible;

/// What the sources of a day say that is hard to believe: that they asked everything and saw far less than before, or
/// that most servers changed at once. Somebody can [confirm][org.tidemark.run.Store#confirm] a source.
///
/// Reads the temporary table `source_look`: for each server and source what it showed.
final class SourceDoubts {
    private final Database database;
    private final Looks looks;
    private final Conditions conditions;
    private final List<Campaign> campaigns;

    SourceDoubts(Database database, Looks looks, Conditions conditions, List<Campaign> campaigns) {
        this.database = database;
        this.looks = looks;
        this.conditions = conditions;
        this.campaigns = campaigns;
    }

    /// How many servers each source saw.
    Map<Integer, Integer> seen() {
        var seen = new HashMap<Integer, Integer>();
        database.each(
                "select source, count(*) from source_look group by source",
                row -> seen.put(row.getInt(1), row.getInt(2)));
        return seen;
    }

    /// The sources, less what they cannot have covered.
    List<DaySources.Source> whole(List<DaySources.Source> declared, Map<Integer, Integer> seen, LocalDate day) {
        return declared.stream()
                .map(source -> cutShort(source, seen.getOrDefault(source.number(), 0), day))
                .toList();
    }

    /// A source that says it asked everything and saw far less than the last time had half a file, or half a net:
    /// whom it missed is not gone.
    private DaySources.Source cutShort(DaySources.Source source, int seen, LocalDate day) {
        if (!source.complete() || isConfirmed(source, day)) {
            return source;
        }
        int before =
                database.first("""
                        select coalesce(arg_max(servers, day), 0) from tracked_days
                        where source = ? and complete and apart is null and day < ?
                        """, row -> row.getInt(1), source.number(), day).orElse(0);
        return Plausible.isWhole(before, seen) ? source : source.cutShort(seen, before);
    }

    /// The sources that nobody can believe today, by their number, and why.
    Map<Integer, String> apart(LocalDate day, List<DaySources.Source> sources) {
        looks.number("source_look", "source_meaning");
        database.run("""
                create or replace temp table pair as
                select distinct c.condition as before, m.look from source_look l
                join current_state c on c.server = l.server join source_meaning m on m.findings = l.findings
                """);
        conditions.step(day);
        var changes = changes();
        var apart = new HashMap<Integer, String>();
        for (var source : sources) {
            if (!isConfirmed(source, day)) {
                reason(changes.getOrDefault(source.number(), List.of()), daysSince(source, day))
                        .ifPresent(why -> apart.put(source.number(), why));
            }
        }
        return apart;
    }

    private record Change(String before, String after, int servers) {}

    /// Of the servers that each source saw, how many went from which letters to which.
    private Map<Integer, List<Change>> changes() {
        var changes = new HashMap<Integer, List<Change>>();
        database.each(
                """
                select l.source, s.before, s.after, count(*)
                from source_look l join current_state c on c.server = l.server
                join source_meaning m on m.findings = l.findings
                join step s on s.before = c.condition and s.look = m.look
                where not is_gone(c.presence)
                group by all
                """,
                row -> changes.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>())
                        .add(new Change(
                                conditions.get(row.getLong(2)).states(),
                                conditions.get(row.getLong(3)).states(),
                                row.getInt(4))));
        return changes;
    }

    private Optional<String> reason(List<Change> changes, long days) {
        for (int at = 0; at < campaigns.size(); at++) {
            for (char from : new char[] {Letter.VULNERABLE, Letter.PATCHED}) {
                char to = from == Letter.VULNERABLE ? Letter.PATCHED : Letter.VULNERABLE;
                int all = sum(changes, at, from, '*');
                int changed = sum(changes, at, from, to);
                if (!Plausible.isIt(all, changed, days)) {
                    return Optional.of(changed + " of " + all + " servers that it saw "
                            + (to == Letter.PATCHED ? "became patched" : "became vulnerable again") + " for "
                            + campaigns.get(at).name() + " within " + (days == 1 ? "a day" : days + " days"));
                }
            }
        }
        return Optional.empty();
    }

    private static int sum(List<Change> changes, int at, char from, char to) {
        return changes.stream()
                .filter(change -> change.before.charAt(at) == from)
                .filter(change -> to == '*' || change.after.charAt(at) == to)
                .mapToInt(Change::servers)
                .sum();
    }

    /// Whether somebody said that the source was right that day. What it says later is held against that day, so it
    /// needs no word of its own.
    private boolean isConfirmed(DaySources.Source source, LocalDate day) {
        return database.first(
                        "select 1 from confirmed where sensor = ? and method = ? and day = ?",
                        row -> row.getInt(1),
                        source.name().sensor(),
                        source.name().method(),
                        day)
                .isPresent();
    }

    /// Days since the source last said something that counted; since anybody did, where it is new.
    private long daysSince(DaySources.Source source, LocalDate day) {
        return database.first("""
                        select coalesce(max(day) filter (source = ? and apart is null), max(day)) from tracked_days
                        where day < ?
                        """, row -> row.getObject(1, LocalDate.class), source.number(), day)
                .map(last -> ChronoUnit.DAYS.between(last, day))
                .orElse(1L);
    }
}
