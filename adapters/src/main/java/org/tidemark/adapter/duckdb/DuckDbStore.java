// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tidemark.adapter.duckdb.Database.Access;
import org.tidemark.exposure.Observation;
import org.tidemark.hunt.HuntResult;
import org.tidemark.run.Correction;
import org.tidemark.run.Knowledge;
import org.tidemark.run.NoticeBook;
import org.tidemark.run.OwnerBook;
import org.tidemark.run.Recall;
import org.tidemark.run.ScanDeclaration;
import org.tidemark.run.ServerHistory;
import org.tidemark.run.ServerId;
import org.tidemark.run.ServerStanding;
import org.tidemark.run.SourceDay;
import org.tidemark.run.Store;
import org.tidemark.run.StoredFile;
import org.tidemark.run.StoredHunt;
import org.tidemark.run.StoredServer;
import org.tidemark.track.Trend;
import org.tidemark.track.TrendQuestion;

/// The store as one DuckDB file.
public final class DuckDbStore implements Store {
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

    @Override
    public void servers(Consumer<StoredServer> servers) {
        new StoredServers(database, rows).each(servers);
    }

    @Override
    public void observations(Consumer<Observation> observations) {
        var sql = "select " + ObservationRows.COLUMNS + " from observation o " + ObservationRows.JOINS
                + " order by o.rowid";
        database.each(sql, row -> observations.accept(rows.read(row)));
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
    public boolean isFollowed() {
        return tracking().isFollowed();
    }

    @Override
    public boolean isTracked() {
        return tracking().pending().isEmpty();
    }

    @Override
    public void track(Instant now, Watch watch) {
        tracking().catchUp(now, watch);
    }

    @Override
    public Optional<LocalDate> lastDay() {
        return database.first("select max(day) from file_day", row -> row.getObject(1, LocalDate.class));
    }

    @Override
    public Trend trend(TrendQuestion question) {
        return new StoredTrend(database, question, knowledge.campaign(question.place())).answer();
    }

    @Override
    public Optional<ServerHistory> history(String id) {
        return new StoredHistory(database, rows, knowledge.judges()).of(HexFormat.fromHexDigitsToLong(id));
    }

    @Override
    public List<String> find(String text) {
        return database.rows("""
                select distinct i.server from identities i join place p on p.id = i.place
                where lower(?) in (lower(p.ip), lower(p.host), lower(p.name)) order by i.server
                """, row -> new ServerId(row.getLong(1)).toString(), text.strip());
    }

    @Override
    public void standings(Consumer<ServerStanding> to) {
        new StoredStandings(database, knowledge.judges().campaigns()).each(to);
    }

    @Override
    public OwnerBook owners() {
        return new StoredOwners(database);
    }

    @Override
    public NoticeBook notices() {
        return new StoredNotices(database);
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
        var servers = new LinkedHashMap<String, Long>();
        database.each("""
                with upto as (select greatest(?::date, (select min(day) from tracked_days)) as day)
                select coalesce(c.branch, ''), count(*) from (
                    select server, arg_max(after, t.day) as last, arg_max(presence, t.day) as presence
                    from transitions t, upto where t.day <= upto.day group by server) s
                join condition c on c.id = s.last
                where not is_gone(s.presence) and not c.outside and c.family = ? group by all order by all
                """, row -> servers.put(row.getString(1), row.getLong(2)), day, family);
        return servers;
    }

    @Override
    public List<SourceDay> sources() {
        return new LookedDays(database).all();
    }

    @Override
    public void confirm(String sensor, String method, LocalDate day, Instant at) {
        database.append(() -> {
            try (var row = database.appender("confirmed")) {
                row.beginRow()
                        .append(sensor)
                        .append(method)
                        .append(day)
                        .append(Values.utc(at))
                        .endRow();
            }
        });
    }

    private Tracking tracking() {
        return new Tracking(database, knowledge.judges(), knowledge.basis(), rows);
    }

    @Override
    public void close() {
        database.close();
    }
}
