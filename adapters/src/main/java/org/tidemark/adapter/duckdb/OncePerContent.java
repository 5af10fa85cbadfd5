// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import org.tidemark.run.ServerId;

/// Rows of a table in which every content stands once, under a number made of it.
///
/// They go to a table of the transaction first and are joined to the others at its end. What was written lately is
/// remembered, so that most repetitions cost a comparison; the others fall away in the join.
final class OncePerContent implements AutoCloseable {
    private static final int REMEMBERED = 1 << 16;

    private final Database database;
    private final String table;
    private final DuckDBAppender rows;
    private final long[] lately = new long[REMEMBERED];

    OncePerContent(Database database, String table) {
        this.database = database;
        this.table = table;
        database.run("create or replace temp table " + fresh() + " as from main." + table + " limit 0");
        this.rows = database.temporaryAppender(fresh());
    }

    private String fresh() {
        return "new_" + table;
    }

    /// What a row holds besides its number.
    interface Fields {
        void append(DuckDBAppender row) throws SQLException;
    }

    /// @param content a text that differs where any field does
    /// @return the number of the row
    long put(String content, Fields fields) throws SQLException {
        long id = ServerId.hash(content);
        int slot = (int) (id & (REMEMBERED - 1));
        if (lately[slot] != id) {
            lately[slot] = id;
            rows.beginRow().append(id);
            fields.append(rows);
            rows.endRow();
        }
        return id;
    }

    /// Joins the new rows to those that are there.
    void settle() {
        database.append(rows::close);
        database.run(
                "insert into main." + table + " select distinct on (n.id) n.* from temp." + fresh()
                        + " n anti join main." + table + " o on o.id = n.id",
                "drop table temp." + fresh());
    }

    @Override
    public void close() {
        database.append(rows::close);
    }

    /// A text of several fields that no other fields give: each is written with its length.
    static String content(@Nullable Object... fields) {
        var content = new StringBuilder(200);
        for (var field : fields) {
            add(content, field);
        }
        return content.toString();
    }

    private static void add(StringBuilder content, @Nullable Object field) {
        switch (field) {
            case null -> content.append('-');
            case List<?> list -> {
                content.append(list.size()).append('[');
                list.forEach(item -> add(content, item));
            }
            case Map<?, ?> map -> {
                var keys = map.keySet().toArray();
                Arrays.sort(keys);
                content.append(keys.length).append('{');
                for (var key : keys) {
                    add(content, key);
                    add(content, map.get(key));
                }
            }
            default -> {
                var text = field.toString();
                content.append(text.length()).append(':').append(text);
            }
        }
    }
}
