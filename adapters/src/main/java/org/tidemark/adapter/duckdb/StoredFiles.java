// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.tidemark.fault.Problem;
import org.tidemark.run.ScanDeclaration;
import org.tidemark.run.StoredFile;

/// The files that are in, with what they declare and what could not be read of them.
final class StoredFiles {
    private static final String FILES =
            "select f.*, p.* exclude (file) from file f left join problem p on p.file = f.id ";

    private static final String ORDER = " order by f.id, p.rowid";

    private final Database database;

    StoredFiles(Database database) {
        this.database = database;
    }

    int nextId() {
        return database.ask(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select coalesce(max(id), 0) + 1 from file")) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    Optional<StoredFile> find(String sha256) {
        return database.ask(connection -> {
            try (var statement = connection.prepareStatement(FILES + "where f.sha256 = ?" + ORDER)) {
                statement.setString(1, sha256);
                return read(statement).stream().findFirst();
            }
        });
    }

    List<StoredFile> all() {
        return database.ask(connection -> {
            try (var statement = connection.prepareStatement(FILES + ORDER)) {
                return read(statement);
            }
        });
    }

    /// A row for each problem that was told of a file, one for a file without. In one query: while a result
    /// comes in,
    /// the connection answers no other.
    private static List<StoredFile> read(PreparedStatement statement) throws SQLException {
        var files = new ArrayList<StoredFile>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                var told = problem(row).stream().toList();
                if (!files.isEmpty() && files.getLast().sha256().equals(row.getString("sha256"))) {
                    told = Stream.concat(files.removeLast().told().stream(), told.stream())
                            .toList();
                }
                files.add(file(row, told));
            }
        }
        return files;
    }

    private static StoredFile file(ResultSet row, List<Problem> told) throws SQLException {
        return new StoredFile(
                row.getString("sha256"),
                row.getString("name"),
                row.getLong("bytes"),
                Values.instant(row, row.findColumn("imported_at")),
                row.getLong("records"),
                row.getLong("observations"),
                row.getLong("problems"),
                told,
                Values.texts(row, row.findColumn("formats")));
    }

    private static Optional<Problem> problem(ResultSet row) throws SQLException {
        var file = row.getString("place");
        if (file == null) {
            return Optional.empty();
        }
        var place = new Problem.Place(
                file,
                Values.number(row, row.findColumn("line")),
                Values.number(row, row.findColumn("record")),
                Values.number(row, row.findColumn("offset")));
        return Optional.of(new Problem(place, row.getString("cause"), row.getString("cure")));
    }

    void put(int id, StoredFile file, ScanDeclaration scan) {
        database.append(() -> {
            try (var row = database.appender("file")) {
                putFile(row.beginRow().append(id), file, scan);
            }
            if (scan.isDeclared()) {
                try (var row = database.appender("scan")) {
                    putScan(row.beginRow().append(id), scan);
                }
            }
            try (var row = database.appender("problem")) {
                for (var problem : file.told()) {
                    putProblem(row.beginRow().append(id), problem);
                }
            }
        });
    }

    private static void putFile(DuckDBAppender row, StoredFile file, ScanDeclaration scan) throws SQLException {
        var looked = scan.endedAt() != null
                ? scan.endedAt()
                : scan.startedAt() != null ? scan.startedAt() : file.importedAt();
        row.append(file.sha256()).append(file.name()).append(file.bytes());
        row.append(Values.utc(file.importedAt())).append(Values.utc(looked));
        row.append(file.records())
                .append(file.observations())
                .append(file.problems())
                .append(file.formats())
                .endRow();
    }

    private static void putScan(DuckDBAppender row, ScanDeclaration scan) throws SQLException {
        row.append(scan.sensor()).append(scan.method());
        row.append(scan.ports()).append(scan.ranges()).append(scan.complete());
        Values.append(row, scan.startedAt());
        Values.append(row, scan.endedAt());
        row.endRow();
    }

    private static void putProblem(DuckDBAppender row, Problem problem) throws SQLException {
        var place = problem.place();
        row.append(place.file()).append(place.line()).append(place.record()).append(place.offset());
        row.append(problem.cause()).append(problem.cure()).endRow();
    }
}
