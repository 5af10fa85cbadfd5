// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/// One DuckDB file that is open.
///
/// Transactions are begun and ended in SQL: the driver begins one of its own only before a statement, so rows of an
/// appender would otherwise be committed as they come.
final class Database implements AutoCloseable {
    private static final String MEMORY = "512MB";
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
