// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Asks DuckDB for the servers and builds in ZGrab2 output: `DuckDbPeer QUERY FILE`.
///
/// Writes address and build to standard output, and the seconds of the query alone to standard error: the start of
/// Java and the loading of the native library are not held against DuckDB.
final class DuckDbPeer {
    private DuckDbPeer() {}

    public static void main(String[] args) throws SQLException, IOException {
        var query = Files.readString(Path.of(args[0])).replace("$FILE", args[1].replace("'", "''"));
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var out = new PrintStream(
                        new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8)) {
            statement.execute("SET threads = 2");
            statement.execute("SET preserve_insertion_order = false");
            long start = System.nanoTime();
            try (var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    out.print(rows.getString(1) + "\t" + rows.getString(2) + "\n");
                }
            }
            System.err.printf("%.3f%n", (System.nanoTime() - start) / 1e9);
        }
    }
}
