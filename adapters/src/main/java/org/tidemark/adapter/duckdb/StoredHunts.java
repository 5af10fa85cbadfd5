// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.ContentHash;
import org.tidemark.hunt.Finding;
import org.tidemark.hunt.HuntResult;
import org.tidemark.hunt.Stage;
import org.tidemark.run.StoredHunt;

/// Hunts in the store: a hunt is one transaction, and one whose answer is in already changes nothing.
final class StoredHunts {
    private final Database database;

    StoredHunts(Database database) {
        this.database = database;
    }

    boolean keep(HuntResult result, List<String> packs, Instant at) {
        var sha256 = digest(result, packs);
        if (isKnown(sha256)) {
            return false;
        }
        database.run("begin transaction");
        boolean done = false;
        try {
            int id = nextId();
            put(id, sha256, packs, at);
            database.append(() -> {
                try (var rows = database.appender("hunt_verdict")) {
                    for (var hunted : result.hunted()) {
                        verdict(rows, id, StoredHunt.of(at, hunted));
                    }
                }
                try (var rows = database.appender("hunt_finding")) {
                    for (var finding : result.findings()) {
                        if (finding.stage() != null) {
                            finding(rows, id, finding);
                        }
                    }
                }
            });
            database.run("commit");
            done = true;
        } finally {
            if (!done) {
                database.run("rollback");
            }
        }
        return true;
    }

    /// Of what was said and by which knowledge, not of when.
    private static String digest(HuntResult result, List<String> packs) {
        var digest = ContentHash.digest();
        add(digest, packs);
        for (var hunted : result.hunted()) {
            add(digest, hunted.server(), hunted.campaign(), hunted.verdict(), hunted.reason());
            add(digest, hunted.first(), hunted.last());
        }
        for (var finding : result.findings()) {
            add(digest, finding.rule().id(), finding.server(), finding.time(), finding.place(), finding.evidence());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, @Nullable Object... fields) {
        digest.update(OncePerContent.content(fields).getBytes(StandardCharsets.UTF_8));
    }

    private boolean isKnown(String sha256) {
        return database.ask(connection -> {
            try (var statement = connection.prepareStatement("select 1 from hunt where sha256 = ?")) {
                statement.setString(1, sha256);
                try (var row = statement.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    private int nextId() {
        return database.ask(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select coalesce(max(id), 0) + 1 from hunt")) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    private void put(int id, String sha256, List<String> packs, Instant at) {
        database.append(() -> {
            try (var rows = database.appender("hunt")) {
                rows.beginRow().append(id).append(sha256);
                Values.append(rows, at);
                rows.append(packs).endRow();
            }
        });
    }

    private static void verdict(DuckDBAppender rows, int id, StoredHunt hunt) throws SQLException {
        rows.beginRow().append(id).append(hunt.server()).append(hunt.campaign());
        rows.append(hunt.verdict().name());
        rows.append(name(hunt.couldBe()));
        rows.append(hunt.reason());
        Values.append(rows, hunt.first());
        Values.append(rows, hunt.last());
        rows.append(hunt.actors()).endRow();
    }

    private static void finding(DuckDBAppender rows, int id, Finding finding) throws SQLException {
        var place = finding.place();
        rows.beginRow()
                .append(id)
                .append(finding.server())
                .append(finding.rule().id());
        rows.append(finding.rule().campaign()).append(name(finding.stage()));
        Values.append(rows, finding.time());
        rows.append(finding.kind().id()).append(place.file()).append(place.path());
        rows.append(place.line()).append(place.record());
        rows.append(finding.actor())
                .append(finding.evidence())
                .append(finding.why())
                .endRow();
    }

    private static @Nullable String name(@Nullable Stage stage) {
        return stage == null ? null : stage.name();
    }

    List<StoredHunt> all() {
        var sql = """
                select h.hunted_at, v.server, v.campaign, v.verdict, v.could_be, v.reason, v.first_at, v.last_at, v.actors
                from hunt_verdict v join hunt h on h.id = v.hunt order by v.rowid
                """;
        return database.ask(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                var hunts = new ArrayList<StoredHunt>();
                while (row.next()) {
                    hunts.add(read(row));
                }
                return hunts;
            }
        });
    }

    private static StoredHunt read(ResultSet row) throws SQLException {
        var couldBe = row.getString(5);
        return new StoredHunt(
                Values.instant(row, 1),
                row.getString(2),
                row.getString(3),
                Stage.valueOf(row.getString(4)),
                couldBe == null ? null : Stage.valueOf(couldBe),
                row.getString(6),
                Values.instantOrNull(row, 7),
                Values.instantOrNull(row, 8),
                Values.texts(row, 9));
    }
}
