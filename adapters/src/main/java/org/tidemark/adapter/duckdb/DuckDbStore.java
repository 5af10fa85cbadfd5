// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.duckdb.Database.Access;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.ServerBook;
import org.tidemark.hunt.HuntResult;
import org.tidemark.run.Correction;
import org.tidemark.run.Knowledge;
import org.tidemark.run.LastLook;
import org.tidemark.run.Recall;
import org.tidemark.run.ScanDeclaration;
import org.tidemark.run.ServerHistory;
import org.tidemark.run.ServerId;
import org.tidemark.run.SourceDay;
import org.tidemark.run.Store;
import org.tidemark.run.StoredFile;
import org.tidemark.run.StoredHunt;
import org.tidemark.run.StoredServer;
import org.tidemark.track.Trend;
import org.tidemark.track.TrendQuestion;

/// The store as one DuckDB file.
public final class DuckDbStore implements Store {
    private static final int SERVER = ObservationRows.WIDTH + 1;
    private static final int LOOKED = SERVER + 1;
    private static final int FIRST_SEEN = LOOKED + 1;
    private static final int LAST_SEEN = FIRST_SEEN + 1;
    private static final int SIGHTINGS = LAST_SEEN + 1;

    private final Database database;
    private final StoredFiles files;
    private final Recall recall;
    private final ObservationRows rows;
    private final Knowledge knowledge;

    private DuckDbStore(Database database, Knowledge knowledge) {
        this.database = database;
        this.knowledge = knowledge;
        this.files = new StoredFiles(database);
        this.recall = new Recall(knowledge);
        this.rows = new ObservationRows(recall);
    }

    /// Opens the store in a folder to add to it, and makes it where it is not there. Until it is closed, no other
    /// process can use it.
    public static DuckDbStore open(Path folder, Knowledge knowledge) {
        return open(folder, knowledge, Schema.STEPS, Access.WRITE);
    }

    /// Whether there is a store in a folder.
    public static boolean isIn(Path folder) {
        return new StoreFile(folder, Schema.STEPS).exists();
    }

    /// Opens the store in a folder to read it; several processes can at once. Empty where there is none.
    public static Optional<Store> openToRead(Path folder, Knowledge knowledge) {
        return new StoreFile(folder, Schema.STEPS).exists()
                ? Optional.of(open(folder, knowledge, Schema.STEPS, Access.READ))
                : Optional.empty();
    }

    static DuckDbStore open(Path folder, Knowledge knowledge, List<Schema.Step> steps, Access access) {
        return new DuckDbStore(new StoreFile(folder, steps).open(access), knowledge);
    }

    @Override
    public Optional<StoredFile> file(String sha256) {
        return files.find(sha256);
    }

    @Override
    public List<StoredFile> files() {
        return files.all();
    }

    @Override
    public Import begin(ScanDeclaration scan, Instant at) {
        return new FileImport(database, files, recall, scan, at);
    }

    /// Of the sightings only those are read that the last look can rest on, so that old scans cost a glance at
    /// narrow
    /// columns. Rows keep the order in which they came in, and a row's number is its place in it. A name alone
    /// is an
    /// alias of the one server that has the name and a host name, as in a [ServerBook].
    @Override
    public void servers(Consumer<StoredServer> servers) {
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
        query(sql, row -> {
            Group group = null;
            while (row.next()) {
                long server = row.getLong(SERVER);
                if (group == null || group.server != server) {
                    give(group, servers);
                    group = new Group(row, server);
                }
                group.look.add(rows.read(row), Values.instant(row, LOOKED));
            }
            give(group, servers);
        });
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

    @Override
    public void observations(Consumer<Observation> observations) {
        var sql = "select " + ObservationRows.COLUMNS + " from observation o " + ObservationRows.JOINS
                + " order by o.rowid";
        query(sql, row -> {
            while (row.next()) {
                observations.accept(rows.read(row));
            }
        });
    }

    private interface Reading {
        void all(ResultSet row) throws SQLException;
    }

    private void query(String sql, Reading reading) {
        database.ask(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                reading.all(row);
                return true;
            }
        });
    }

    @Override
    public boolean keep(HuntResult result, List<String> packs, Instant at) {
        return new StoredHunts(database).keep(result, packs, at);
    }

    @Override
    public List<StoredHunt> hunts() {
        return new StoredHunts(database).all();
    }

    @Override
    public boolean isTracked(LocalDate today) {
        return tracking(today).pending().isEmpty();
    }

    @Override
    public void track(Instant now, Watch watch) {
        tracking(LocalDate.ofInstant(now, ZoneOffset.UTC)).catchUp(now, watch);
    }

    @Override
    public Optional<LocalDate> lastDay() {
        return database.ask(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select max(day) from file_day")) {
                return row.next() ? Optional.ofNullable(row.getObject(1, LocalDate.class)) : Optional.empty();
            }
        });
    }

    @Override
    public Trend trend(TrendQuestion question) {
        return new StoredTrend(database, question).answer();
    }

    @Override
    public Optional<ServerHistory> history(String id) {
        var today = LocalDate.ofInstant(Instant.EPOCH, ZoneOffset.UTC);
        return new StoredHistory(database, rows, knowledge.judges(today)).of(HexFormat.fromHexDigitsToLong(id));
    }

    @Override
    public List<Correction> corrections() {
        return new StoredCorrections(database).all();
    }

    @Override
    public int join(String server, String other, String reason, Instant at) {
        return new StoredCorrections(database)
                .add(
                        Correction.Kind.TOGETHER,
                        HexFormat.fromHexDigitsToLong(server),
                        HexFormat.fromHexDigitsToLong(other),
                        reason,
                        at);
    }

    @Override
    public List<Integer> split(List<String> places, String reason, Instant at) {
        var corrections = new StoredCorrections(database);
        int together = corrections.all().size() + 1;
        return places.stream()
                .map(place -> corrections.add(
                        Correction.Kind.APART, HexFormat.fromHexDigitsToLong(place), together, reason, at))
                .toList();
    }

    @Override
    public void undo(int correction, Instant at) {
        new StoredCorrections(database).undo(correction, at);
    }

    @Override
    public Map<String, Long> branches(String family, LocalDate day) {
        return database.ask(connection -> {
            try (var statement = connection.prepareStatement("""
                    with upto as (select greatest(?::date, (select min(day) from tracked_days)) as day)
                    select coalesce(c.branch, ''), count(*) from (
                        select server, arg_max(after, t.day) as last, arg_max(presence, t.day) as presence
                        from transitions t, upto where t.day <= upto.day group by server) s
                    join condition c on c.id = s.last
                    where s.presence & 3 <> 2 and not c.outside and c.family = ? group by all order by all
                    """)) {
                statement.setObject(1, day);
                statement.setString(2, family);
                try (var row = statement.executeQuery()) {
                    var servers = new LinkedHashMap<String, Long>();
                    while (row.next()) {
                        servers.put(row.getString(1), row.getLong(2));
                    }
                    return servers;
                }
            }
        });
    }

    @Override
    public List<SourceDay> sources() {
        return new LookedDays(database).all();
    }

    @Override
    public void confirm(String sensor, String method, LocalDate since, Instant at) {
        database.append(() -> {
            try (var row = database.appender("confirmed")) {
                row.beginRow()
                        .append(sensor)
                        .append(method)
                        .append(since)
                        .append(Values.utc(at))
                        .endRow();
            }
        });
    }

    private Tracking tracking(LocalDate today) {
        return new Tracking(database, knowledge.judges(today), knowledge.basis(), rows);
    }

    @Override
    public void close() {
        database.close();
    }
}
