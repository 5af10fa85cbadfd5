// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Server;
import org.tidemark.track.Clues;
import org.tidemark.track.Identities;
import org.tidemark.track.Identities.Facts;

/// Which servers the places of a day are, as far as that is not known yet.
///
/// Places that name themselves are settled once; an address alone is settled anew whenever its owner has changed.
final class Places {
    /// The places of the day at hand with their servers, made by [#settle].
    static final String TABLE = "day_identity";
    /// How many are held at once; tests set it lower.
    private static final int AT_ONCE = Integer.getInteger("tidemark.places-at-once", 50_000);

    private final Database database;
    private final StoredCorrections corrections;

    private record Place(long id, Clues clues, long founding) {}

    Places(Database database, StoredCorrections corrections) {
        this.database = database;
        this.corrections = corrections;
    }

    /// Fills the table of the day's places from the temporary table `sighting`.
    void settle(LocalDate day, int revision) {
        database.run(
                "create or replace temp table day_place as select place, min(server) as founding from sighting group by place",
                """
                create or replace temp table day_identity as
                select i.place, arg_max(i.server, i.day) as server, arg_max(i.endpoint, i.day) as endpoint
                from identities i semi join day_place p on p.place = i.place
                where i.day < date '%s' group by i.place
                """.formatted(day),
                """
                create or replace temp table unsettled as
                select p.place from day_place p left join day_identity i on i.place = p.place
                left join (
                    select k.key, arg_max(k.server, k.day) as server from identity_keys k
                    semi join day_identity e on e.endpoint = k.key and e.endpoint <> 0
                    where k.day < date '%s' group by k.key
                ) o on o.key = i.endpoint
                where i.place is null or (i.endpoint <> 0 and o.server is distinct from i.server)
                """.formatted(day),
                "delete from day_identity where place in (select place from unsettled)");
        database.run("create or replace temp table today_key (key bigint not null, server bigint not null)", """
                create or replace temp table today_facts (
                    server bigint not null, name bigint not null, certificate bigint not null, host bigint not null,
                    address bigint not null, seen_at bigint not null)
                """);
        for (var places = after(null); !places.isEmpty(); places = after(places.getLast())) {
            settle(places, day, revision);
        }
        database.run(
                "insert into identity_key select key, server, date '%s', %d from today_key".formatted(day, revision),
                """
                insert into identity_facts
                select server, name, certificate, host, address, date '%s', %d from today_facts
                """.formatted(day, revision));
    }

    /// The next places that are not settled, so many that what they lead to fits into memory whatever the day
    /// brings.
    private List<Place> after(@Nullable Place last) {
        return database.rows(
                """
                select p.id, p.ip, p.port, p.host, p.name, p.certificate, d.founding
                from unsettled u join place p on p.id = u.place join day_place d on d.place = u.place
                %s order by p.id limit %d
                """.formatted(last == null ? "" : "where u.place > " + last.id(), AT_ONCE),
                row -> new Place(
                        row.getLong(1),
                        Clues.of(new Server(
                                row.getString(2),
                                Values.integer(row, 3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6))),
                        row.getLong(7)));
    }

    private void settle(List<Place> places, LocalDate day, int revision) {
        var identities = new Identities();
        load(places, day, identities);
        database.append(() -> {
            try (var rows = database.appender("identity");
                    var today = database.temporaryAppender(TABLE)) {
                for (var place : places) {
                    long server = corrections.serverOf(place.id(), place.clues(), place.founding(), identities);
                    long endpoint = place.clues().isNamed() ? 0 : place.clues().endpoint();
                    rows.beginRow().append(place.id()).append(server).append(endpoint);
                    rows.append(day).append(revision).endRow();
                    today.beginRow()
                            .append(place.id())
                            .append(server)
                            .append(endpoint)
                            .endRow();
                }
            }
        });
        keep(identities);
    }

    /// What is known of the keys that the places show, and of the servers that these lead to.
    private void load(List<Place> places, LocalDate day, Identities identities) {
        database.run(
                "create or replace temp table wanted_key (key bigint not null)",
                "create or replace temp table wanted_server (server bigint not null)");
        database.append(() -> {
            try (var keys = database.temporaryAppender("wanted_key");
                    var servers = database.temporaryAppender("wanted_server")) {
                for (var place : places) {
                    for (long key : place.clues().keys()) {
                        if (key != 0) {
                            keys.beginRow().append(key).endRow();
                        }
                    }
                    servers.beginRow().append(place.founding()).endRow();
                }
            }
        });
        database.run("""
                create or replace temp table key_owner as
                select t.key, t.server from today_key t semi join wanted_key w on w.key = t.key
                union all
                select k.key, arg_max(k.server, k.day) as server from identity_keys k
                semi join wanted_key w on w.key = k.key anti join today_key t on t.key = k.key
                where k.day < date '%s' group by k.key
                """.formatted(day), "insert into wanted_server select distinct server from key_owner");
        database.each("select key, server from key_owner", row -> {
            identities.know(row.getLong(1), row.getLong(2));
        });
        loadFacts(day, identities);
    }

    private void loadFacts(LocalDate day, Identities identities) {
        var seen = new HashMap<Long, Long>();
        database.each("""
                select i.server, min(p.ip) from day_identity i join place p on p.id = i.place
                semi join wanted_server w on w.server = i.server
                where p.ip is not null group by i.server
                """, row -> {
            seen.put(row.getLong(1), Clues.of(Server.at(row.getString(2), null)).address());
        });
        database.each(
                """
                select f.server, arg_max(f.name, f.day), arg_max(f.certificate, f.day), arg_max(f.host, f.day),
                    arg_max(f.address, f.day)
                from identity_fact f semi join wanted_server w on w.server = f.server
                anti join today_facts t on t.server = f.server
                where f.day < ? group by f.server
                """,
                row -> {
                    long server = row.getLong(1);
                    identities.know(
                            server,
                            new Facts(
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    seen.getOrDefault(server, 0L)));
                },
                day);
        database.each(
                """
                select t.server, t.name, t.certificate, t.host, t.address, t.seen_at
                from today_facts t semi join wanted_server w on w.server = t.server
                """,
                row -> identities.know(
                        row.getLong(1),
                        new Facts(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6))));
    }

    /// Keeps what came to be known for the places of the day that come next.
    private void keep(Identities identities) {
        database.run(
                "create or replace temp table new_key as from today_key limit 0",
                "create or replace temp table new_facts as from today_facts limit 0");
        Map<Long, Long> last = new LinkedHashMap<>();
        identities.takeKeyChanges().forEach(change -> last.put(change.key(), change.server()));
        database.append(() -> {
            try (var rows = database.temporaryAppender("new_key")) {
                for (var change : last.entrySet()) {
                    rows.beginRow()
                            .append(change.getKey().longValue())
                            .append(change.getValue().longValue())
                            .endRow();
                }
            }
            try (var rows = database.temporaryAppender("new_facts")) {
                for (var each : identities.takeChanged().entrySet()) {
                    var facts = each.getValue();
                    rows.beginRow().append(each.getKey().longValue());
                    rows.append(facts.name()).append(facts.certificate()).append(facts.host());
                    rows.append(facts.address()).append(facts.seenAt()).endRow();
                }
            }
        });
        database.run(
                "delete from today_key where key in (select key from new_key)",
                "insert into today_key from new_key",
                "delete from today_facts where server in (select server from new_facts)",
                "insert into today_facts from new_facts");
    }
}
