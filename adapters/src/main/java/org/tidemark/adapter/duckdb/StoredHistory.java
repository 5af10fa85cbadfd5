// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tidemark.asset.Server;
import org.tidemark.run.Correction;
import org.tidemark.run.ServerHistory;
import org.tidemark.run.ServerHistory.Change;
import org.tidemark.run.ServerHistory.Place;
import org.tidemark.run.ServerHistory.Seen;
import org.tidemark.run.ServerId;
import org.tidemark.track.Clues;
import org.tidemark.track.Judges;
import org.tidemark.track.Likeness;
import org.tidemark.track.Presence;

/// Everything that is kept of one server.
final class StoredHistory {
    private final Database database;
    private final ObservationRows rows;
    private final Judges judges;

    StoredHistory(Database database, ObservationRows rows, Judges judges) {
        this.database = database;
        this.rows = rows;
        this.judges = judges;
    }

    /// @return empty where no server has this number
    Optional<ServerHistory> of(long server) {
        // An address alone is one server today and another tomorrow: from its day until the next owner's.
        database.run("""
                create or replace temp table own_place as
                select place, day, until from (
                    select place, server, day, lead(day) over (partition by place order by day) as until
                    from identities where place in (select place from identities where server = %1$d)
                ) where server = %1$d
                """.formatted(server));
        var places = places();
        if (places.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ServerHistory(
                new ServerId(server).toString(), places, changes(server), sightings(), corrections(server, places)));
    }

    private List<Place> places() {
        var before = new ArrayList<Clues>();
        return database.rows("""
                select p.id, o.day, p.ip, p.port, p.host, p.name, p.certificate
                from own_place o join place p on p.id = o.place order by o.day, p.id
                """, row -> {
            var server = new Server(
                    row.getString(3), Values.integer(row, 4), row.getString(5), row.getString(6), row.getString(7));
            var clues = Clues.of(server);
            var because = before.isEmpty() ? "" : Likeness.of(clues, before);
            before.add(clues);
            return new Place(hex(row.getLong(1)), server, row.getObject(2, LocalDate.class), because);
        });
    }

    private static String hex(long number) {
        return HexFormat.of().toHexDigits(number);
    }

    private List<Change> changes(long server) {
        var conditions = new Conditions(database, judges, new Looks(database, rows));
        return database.rows(
                """
                select day, before, after, presence_before, presence from transitions where server = %d
                    and (before <> after or presence_before <> presence) order by day
                """.formatted(server),
                row -> new Change(
                        row.getObject(1, LocalDate.class),
                        row.getLong(2) == 0 ? null : conditions.get(row.getLong(2)),
                        conditions.get(row.getLong(3)),
                        Presence.of(row.getInt(4)),
                        Presence.of(row.getInt(5))));
    }

    private List<Seen> sightings() {
        int day = ObservationRows.WIDTH + 1;
        return database.rows(
                "select " + ObservationRows.COLUMNS + ", d.day from observation o " + ObservationRows.JOINS
                        + """
                join file f on f.id = o.file
                join file_day d on d.file = o.file and (d.whole or d.day = %s)
                join own_place i on i.place = o.place and d.day >= i.day and (i.until is null or d.day < i.until)
                order by d.day, o.rowid
                """.formatted(Looked.OWN_DAY),
                row -> new Seen(row.getObject(day, LocalDate.class), rows.read(row)));
    }

    private List<Correction> corrections(long server, List<Place> places) {
        var here = new HashSet<Long>();
        here.add(server);
        places.forEach(place -> here.add(HexFormat.fromHexDigitsToLong(place.id())));
        return new StoredCorrections(database)
                .all().stream()
                        .filter(each -> here.contains(each.one()) || here.contains(each.other()))
                        .toList();
    }
}
