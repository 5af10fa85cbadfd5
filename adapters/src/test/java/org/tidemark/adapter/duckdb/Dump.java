// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.util.ArrayList;
import java.util.List;

/// What a query gives, each row as a line of text.
final class Dump {
    private Dump() {}

    static List<String> of(Database database, String sql) {
        return database.ask(connection -> {
            var lines = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    var cells = new ArrayList<String>();
                    for (int i = 1; i <= columns; i++) {
                        var value = row.getObject(i);
                        cells.add(String.valueOf(
                                value instanceof java.sql.Timestamp time ? time.toLocalDateTime() : value));
                    }
                    lines.add(String.join("|", cells));
                }
            }
            return lines;
        });
    }
}
