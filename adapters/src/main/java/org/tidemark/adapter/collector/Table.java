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
import java.util.function.Consumer;
import org.tidemark.adapter.CsvLine;

/// The rows of a CSV file with a header, by the names of their columns in lower case. Rows that are no CSV are
/// left out.
record Table(List<Map<String, String>> rows) {
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

    static Table of(String text) {
        var rows = new ArrayList<Map<String, String>>();
        read(text, rows::add);
        return new Table(rows);
    }

    /// Gives the rows one at a time: a collector's own record may be long.
    static void read(String text, Consumer<Map<String, String>> taking) {
        List<String> columns = List.of();
        for (var line : (Iterable<String>) text.lines()::iterator) {
            var values = line.isBlank() || line.startsWith("#") ? null : CsvLine.split(line, ',');
            if (values != null && columns.isEmpty()) {
                columns = values.stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
            } else if (values != null) {
                var row = new HashMap<String, String>();
                for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
                    row.put(columns.get(i), values.get(i));
                }
                taking.accept(row);
            }
        }
    }
}
