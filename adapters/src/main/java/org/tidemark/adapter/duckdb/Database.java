// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/// One DuckDB file that is open.
///
/// Transactions are begun and ended in SQL: the driver begins one of its own only before a statement, so rows of an
/// appender would otherwise be committed as they come.
final class Database implements AutoCloseable {
    private static final String MEMORY = "400MB";
    private static final String THREADS = "2";

    private final Path file;
    private final DuckDBConnection connection;

    private Database(Path file, DuckDBConnection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Whether others may read at the same time.
    enum Access {
        READ,
        WRITE
    }

    /// @throws org.tidemark.fault.TidemarkException where the file cannot be opened
    static Database open(Path file, Access access) {
        try {
            var connection = new DuckDBDriver()
                    .connect("jdbc:duckdb:" + file.toAbsolutePath(), settings(file.toAbsolutePath(), access));
            return new Database(file, connection.unwrap(DuckDBConnection.class));
        } catch (SQLException e) {
            throw Failures.of(file, e);
        }
    }

    /// Nothing is fetched from anywhere, no other file can be read by a query, and neither can be switched on
    /// again.
    private static Properties settings(Path file, Access access) {
        var settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("enable_external_access", "false");
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", THREADS);
        settings.setProperty(
                "temp_directory",
                file.resolveSibling(file.getFileName() + ".tmp").toString());
        settings.setProperty("lock_configuration", "true");
        settings.setProperty("jdbc_stream_results", "true");
        if (access == Access.READ) {
            settings.setProperty(DuckDBDriver.DUCKDB_READONLY_PROPERTY, "true");
        }
        return settings;
    }

    /// What a database is asked; the driver's failures become sentences in one place.
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    <T> T ask(Work<T> work) {
        try {
            return work.with(connection);
        } catch (SQLException e) {
            throw Failures.of(file, e);
        }
    }

    /// Reads one row of a result.
    interface Read<T> {
        @Nullable
        T of(ResultSet row) throws SQLException;
    }

    /// Sees one row of a result.
    interface Seen {
        void row(ResultSet row) throws SQLException;
    }

    /// Goes through the rows of a query. Meanwhile the connection answers no other.
    ///
    /// @param parameters what stands for its question marks, in their order
    void each(String sql, Seen seen, Object... parameters) {
        ask(open -> {
            try (var statement = open.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        seen.row(row);
                    }
                }
                return true;
            }
        });
    }

    /// All rows of a query.
    <T> List<T> rows(String sql, Read<T> read, Object... parameters) {
        var all = new ArrayList<T>();
        each(sql, row -> all.add(Objects.requireNonNull(read.of(row), "a row that is nothing")), parameters);
        return all;
    }

    /// The first row of a query; empty where there is none, or where it is nothing.
    <T> Optional<T> first(String sql, Read<T> read, Object... parameters) {
        return rows(sql, row -> Optional.ofNullable(read.of(row)), parameters).stream()
                .findFirst()
                .flatMap(each -> each);
    }

    void run(String... statements) {
        try {
            for (var sql : statements) {
                // One for each: after a failure the driver has closed the statement.
                try (var statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw Failures.of(file, e);
        }
    }

    /// What an appender is given.
    interface Rows {
        void append() throws SQLException;
    }

    void append(Rows rows) {
        try {
            rows.append();
        } catch (SQLException e) {
            throw Failures.of(file, e);
        }
    }

    DuckDBAppender appender(String table) {
        try {
            return connection.createAppender(table);
        } catch (SQLException e) {
            throw Failures.of(file, e);
        }
    }

    DuckDBAppender temporaryAppender(String table) {
        try {
            return connection.createAppender("temp", DuckDBConnection.DEFAULT_SCHEMA, table);
        } catch (SQLException e) {
            throw Failures.of(file, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Failures.of(file, e);
        }
    }
}
