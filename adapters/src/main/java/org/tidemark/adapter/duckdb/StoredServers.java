// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.exposure.ServerBook;
import org.tidemark.run.LastLook;
import org.tidemark.run.ServerId;
import org.tidemark.run.StoredServer;

/// The servers of a store, each with what the last look at it showed.
///
/// Which server a place is, the following of servers says; until that was done, and in a store for the length of one
/// command, what a record says alone.
final class StoredServers {
    private static final int SERVER = ObservationRows.WIDTH + 1;
    private static final int LOOKED = SERVER + 1;
    private static final int FIRST_SEEN = LOOKED + 1;
    private static final int LAST_SEEN = FIRST_SEEN + 1;
    private static final int SIGHTINGS = LAST_SEEN + 1;

    private final Database database;
    private final ObservationRows rows;

    StoredServers(Database database, ObservationRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /// Of the sightings only those are read that the last look can rest on, so that old scans cost a glance at
    /// narrow
    /// columns. Rows keep the order in which they came in, and a row's number is its place in it. A name alone
    /// is an
    /// alias of the one server that has the name and a host name, as in a [ServerBook].
    void each(Consumer<StoredServer> servers) {
        var look = ServerBook.ONE_LOOK.toHours();
        var sql = """
                with named as (
                    select distinct o.server, lower(p.name) as name, p.host is not null as has_host
                    from observation o join place p on p.id = o.place
                    where p.name is not null and (p.ip is null or p.port is null)
                ), home as (
                    select name, min(server) as server from named where has_host group by name having count(*) = 1
                ), alias as (
                    select n.server, h.server as home from named n join home h on h.name = n.name where not n.has_host
                ), followed as (
                    select place, arg_max(server, day) as server from identities group by place
                ), seen as (
                    select o.rowid as row_number, coalesce(i.server, a.home, o.server) as server,
                        coalesce(o.seen_at, f.looked_at) as looked, x.build1 is not null as has_build
                    from observation o join file f on f.id = o.file join finding x on x.id = o.finding
                        left join followed i on i.place = o.place
                        left join alias a on a.server = o.server
                ), known as (
                    select server, count(*) as sightings, min(looked) as first_seen, max(looked) as last_seen,
                        max(looked) filter (where has_build) as build_seen, min(row_number) as came
                    from seen group by server
                ), wanted as (
                    select s.row_number, s.looked, k.server, k.sightings, k.first_seen, k.last_seen, k.came
                    from seen s join known k on k.server = s.server
                    where s.looked >= k.last_seen - interval %1$d hours
                        or (s.has_build and s.looked >= k.build_seen - interval %1$d hours)
                )
                select %2$s, w.server, w.looked, w.first_seen, w.last_seen, w.sightings
                from wanted w join observation o on o.rowid = w.row_number
                %3$s
                order by w.came, w.looked, w.row_number
                """.formatted(look, ObservationRows.COLUMNS, ObservationRows.JOINS);
        var open = new ArrayDeque<Group>(1);
        database.each(sql, row -> {
            long server = row.getLong(SERVER);
            if (open.isEmpty() || open.element().server != server) {
                give(open.poll(), servers);
                open.add(new Group(row, server));
            }
            open.element().look.add(rows.read(row), Values.instant(row, LOOKED));
        });
        give(open.poll(), servers);
    }

    private static void give(@Nullable Group group, Consumer<StoredServer> servers) {
        if (group != null) {
            servers.accept(new StoredServer(
                    new ServerId(group.server).toString(),
                    group.first,
                    group.last,
                    group.sightings,
                    group.look.result()));
        }
    }

    /// The rows of one server, while they come in.
    private static final class Group {
        private final long server;
        private final Instant first;
        private final Instant last;
        private final long sightings;
        private final LastLook look;

        Group(ResultSet row, long server) throws SQLException {
            this.server = server;
            this.first = Values.instant(row, FIRST_SEEN);
            this.last = Values.instant(row, LAST_SEEN);
            this.sightings = row.getLong(SIGHTINGS);
            this.look = new LastLook(last);
        }
    }
}
