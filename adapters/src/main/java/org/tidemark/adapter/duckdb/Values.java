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

/// Values between Java and DuckDB. Times are UTC and kept to the microsecond.
final class Values {
    private Values() {}

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    static @Nullable LocalDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    static void append(DuckDBAppender row, @Nullable Instant instant) throws SQLException {
        if (instant == null) {
            row.appendNull();
        } else {
            row.append(utc(instant));
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        var texts = new ArrayList<String>();
        for (var item : (Object[]) row.getArray(column).getArray()) {
            texts.add(item.toString());
        }
        return texts;
    }

    static Map<String, String> map(ResultSet row, String column) throws SQLException {
        var map = new LinkedHashMap<String, String>();
        if (row.getObject(column) instanceof Map<?, ?> held) {
            held.forEach((key, value) -> map.put(String.valueOf(key), String.valueOf(value)));
        }
        return map;
    }
}
