// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// Values between Java and DuckDB. Times are UTC and kept to the microsecond. Columns go by number: finding one by its
/// name takes longer than reading it.
final class Values {
    private Values() {}

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    static void append(DuckDBAppender row, @Nullable Instant instant) throws SQLException {
        if (instant == null) {
            row.appendNull();
        } else {
            row.append(utc(instant));
        }
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static List<String> texts(ResultSet row, int column) throws SQLException {
        var texts = new ArrayList<String>();
        for (var item : (Object[]) row.getArray(column).getArray()) {
            texts.add(item.toString());
        }
        return texts;
    }

    static Map<String, String> map(ResultSet row, int column) throws SQLException {
        var map = new LinkedHashMap<String, String>();
        if (row.getObject(column) instanceof Map<?, ?> held) {
            held.forEach((key, value) -> map.put(String.valueOf(key), String.valueOf(value)));
        }
        return map;
    }
}
