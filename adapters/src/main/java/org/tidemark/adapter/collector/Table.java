// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tidemark.adapter.CsvLine;
import org.tidemark.adapter.Head;

/// The rows of a CSV file with a header, by the names of their columns in lower case. Rows that are no CSV are
/// left out.
record Table(List<Map<String, String>> rows) {
    private static final int MOST_ROWS = 2_000_000;

    /// A table beside this class.
    static Table bundled(String name) {
        try (var in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " was not packaged");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param bytes a collector's own record: UTF-8 or UTF-16, with or without a mark
    static Table of(byte[] bytes) {
        return of(Head.of(bytes).text());
    }

    private static Table of(String text) {
        var rows = new ArrayList<Map<String, String>>();
        List<String> columns = null;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var values = CsvLine.split(line, ',');
            if (values == null) {
                continue;
            }
            if (columns == null) {
                columns = values.stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
                continue;
            }
            var row = new HashMap<String, String>();
            for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
                row.put(columns.get(i), values.get(i));
            }
            rows.add(row);
            if (rows.size() == MOST_ROWS) {
                break;
            }
        }
        return new Table(rows);
    }
}
