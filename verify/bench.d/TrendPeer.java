// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Asks a store for a burn-down by plain SQL over its raw rows: `TrendPeer QUERY STORE GROUP PLACE`, where GROUP is a
/// column of the query's rows or a text in quotes, and PLACE that of the campaign's letter, from 1.
///
/// Writes day, group, vulnerable, patched and seen to standard output, and the seconds of the query alone to standard
/// error.
final class TrendPeer {
    private TrendPeer() {}

    public static void main(String[] args) throws SQLException, IOException {
        var query = Files.readString(Path.of(args[0])).replace("$GROUP", args[2]).replace("$PLACE", args[3]);
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET threads = 2");
            statement.execute("SET memory_limit = '4GB'");
            statement.execute("ATTACH '" + args[1].replace("'", "''") + "' AS s (READ_ONLY)");
            long start = System.nanoTime();
            try (var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    System.out.println(rows.getString(1) + "\t" + rows.getString(2) + "\t" + rows.getLong(3) + "\t"
                            + rows.getLong(4) + "\t" + rows.getLong(5));
                }
            }
            System.err.printf("%.3f%n", (System.nanoTime() - start) / 1e9);
        }
    }
}
