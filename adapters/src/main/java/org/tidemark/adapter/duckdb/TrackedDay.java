// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tidemark.advisory.Campaign;

/// One day of the population: what was seen becomes looks at servers, looks become conditions, and what changed
/// becomes transitions.
///
/// The bulk stays in the database; only what is different, places, sets of findings and pairs of a condition and a
/// look, is decided here.
final class TrackedDay {
    private final Database database;
    private final DaySources daySources;
    private final Looks looks;
    private final Conditions conditions;
    private final StoredCorrections corrections;
    private final List<Campaign> campaigns;

    TrackedDay(
            Database database,
            DaySources daySources,
            Looks looks,
            Conditions conditions,
            StoredCorrections corrections,
            List<Campaign> campaigns) {
        this.database = database;
        this.daySources = daySources;
        this.looks = looks;
        this.conditions = conditions;
        this.corrections = corrections;
        this.campaigns = campaigns;
    }

    /// Works one day out, after all days before it, and leaves the state of every server in `current_state`.
    void track(LocalDate day, int revision) {
        var declared = daySources.of(day);
        sightings(day, declared);
        new Places(database, corrections).settle(day, revision);
        database.run("""
                create or replace temp table source_look as
                select i.server, s.source, list_sort(list(distinct s.finding)) as findings
                from sighting s join day_identity i on i.place = s.place group by i.server, s.source
                """);
        var doubts = new SourceDoubts(database, looks, conditions, campaigns);
        var seen = doubts.seen();
        var sources = doubts.whole(declared, seen, day);
        var apart = doubts.apart(day, sources);
        looksAtServers(apart);
        conditions(day);
        next(day, revision, reach(sources, apart));
        conditions.keep();
        keepDay(day, revision, sources, seen, apart);
    }

    /// The day's sightings, each with its source.
    private void sightings(LocalDate day, List<DaySources.Source> sources) {
        database.run("create or replace temp table day_file (file integer, whole boolean, source integer)");
        database.append(() -> {
            try (var row = database.temporaryAppender("day_file")) {
                for (var source : sources) {
                    for (var file : source.files().entrySet()) {
                        row.beginRow()
                                .append(file.getKey().intValue())
                                .append(file.getValue().booleanValue());
                        row.append(source.number()).endRow();
                    }
                }
            }
        });
        var files = sources.stream()
                .flatMap(source -> source.files().keySet().stream())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        database.run("""
                create or replace temp table sighting as
                select o.place, o.finding, d.source, min(o.server) as server
                from observation o join day_file d on d.file = o.file join file f on f.id = o.file
                where o.file in (%s) and (d.whole or %s = date '%s')
                group by o.place, o.finding, d.source
                """.formatted(files, Looked.OWN_DAY, day));
    }

    private void looksAtServers(Map<Integer, String> apart) {
        var left = apart.isEmpty()
                ? ""
                : " where source not in ("
                        + apart.keySet().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
        database.run("""
                create or replace temp table look as
                select server, case when count(*) = 1 then any_value(findings)
                    else list_sort(list_distinct(flatten(list(findings)))) end as findings,
                    bit_or(1::bigint << source) as sources
                from source_look %s group by server
                """.formatted(left));
    }

    private void conditions(LocalDate day) {
        looks.number("look", "meaning");
        database.run("""
                create or replace temp table pair as
                select distinct coalesce(c.condition, 0) as before, m.look from look l
                left join current_state c on c.server = l.server join meaning m on m.findings = l.findings
                """);
        conditions.step(day);
    }

    /// The bits of the sources that cover every server that they know; those that asked some ports or ranges
    /// only are
    /// looked at server by server.
    private long reach(List<DaySources.Source> sources, Map<Integer, String> apart) {
        var reach = new Reach(database);
        long all = 0;
        for (var source : sources) {
            if (source.complete() && !apart.containsKey(source.number())) {
                if (source.coversAll()) {
                    all |= source.bit();
                } else {
                    reach.add(source);
                }
            }
        }
        return all;
    }

    /// What every server is at the end of the day, and what changed.
    ///
    /// Presence: 0 seen, 1 missed once by a scan that covered it, 2 gone; 4 is added where no scan of the day
    /// covered
    /// it.
    private void next(LocalDate day, int revision, long covering) {
        database.run("""
                create or replace temp table next_state as
                select coalesce(l.server, c.server) as server, coalesce(c.condition, 0) as before,
                    case when l.server is null then c.condition else s.after end as condition,
                    coalesce(c.presence, 0)::tinyint as presence_before,
                    (case when l.server is not null then 0
                        when is_gone(c.presence) then 2
                        when c.sources & (%d | coalesce(r.sources, 0)) <> 0 then (c.presence & 3) + 1
                        else (c.presence & 3) | 4 end)::tinyint as presence,
                    coalesce(c.sources, 0) as sources_before,
                    coalesce(c.sources, 0) | coalesce(l.sources, 0) as sources
                from current_state c full join look l on l.server = c.server
                left join meaning m on m.findings = l.findings
                left join step s on s.before = coalesce(c.condition, 0) and s.look = m.look
                left join reach r on r.server = c.server
                """.formatted(covering), """
                insert into transition
                select server, date '%s', before, condition, presence_before, presence, sources, %d from next_state
                where before <> condition or presence_before <> presence or sources_before <> sources
                order by server
                """.formatted(day, revision), """
                create or replace temp table current_state as select server, condition, presence, sources from next_state
                """);
    }

    private void keepDay(
            LocalDate day,
            int revision,
            List<DaySources.Source> sources,
            Map<Integer, Integer> seen,
            Map<Integer, String> apart) {
        database.append(() -> {
            try (var row = database.appender("tracked_day")) {
                for (var source : sources) {
                    row.beginRow().append(day).append(source.number());
                    row.append(seen.getOrDefault(source.number(), 0).intValue());
                    row.append(source.declared()).append(source.complete());
                    row.append(apart.get(source.number())).append(revision).endRow();
                }
            }
        });
        database.run("insert into seen_by select date '" + day + "', sources, count(*), " + revision
                + " from look group by sources");
    }
}
