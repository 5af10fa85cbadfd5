// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The tables under `estimators/`: rows by the names of their columns.
final class Reference {
    private Reference() {}

    record Row(Map<String, String> cells) {
        String text(String column) {
            return cells.get(column);
        }

        double number(String column) {
            var text = text(column);
            return text.equals("Inf") || text.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
        }
    }

    static List<Row> rows(String name) {
        try (var in = Reference.class.getResourceAsStream("/estimators/" + name)) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            var head = lines.getFirst().split(",", -1);
            var rows = new ArrayList<Row>();
            for (var line : lines.subList(1, lines.size())) {
                var cells = line.split(",", -1);
                var row = new HashMap<String, String>();
                for (int c = 0; c < head.length; c++) {
                    row.put(head[c], cells[c]);
                }
                rows.add(new Row(row));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Spell> spells(String name, String group) {
        return rows(name).stream()
                .filter(row -> row.text("group").equals(group))
                .map(row -> Spell.ended(row.number("time"), Integer.parseInt(row.text("event"))))
                .toList();
    }

    /// The same in another order.
    static <T> List<T> shuffled(List<T> list, long seed) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }
}
