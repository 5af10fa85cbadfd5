// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.priority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tidemark.adapter.CsvLine;
import org.tidemark.priority.DecisionPoint;
import org.tidemark.priority.DecisionTable;
import org.tidemark.priority.PriorityTables;

/// The tables in `priority/` on the class path: `points.csv` has every decision point with its values, and a file for
/// each table has its rows. They come with the program, so a fault in them is a fault of the program.
public final class TableFiles {
    private static final String FOLDER = "priority/";
    private static final int POINT = 0;
    private static final int TITLE = 1;
    private static final int KEY = 2;
    private static final int NAME = 3;
    private static final int DAYS = 4;
    private static final int FORENSICS = 5;

    private final ClassLoader loader;

    private TableFiles(ClassLoader loader) {
        this.loader = loader;
    }

    /// @throws IllegalStateException where a file is missing
    /// @throws IllegalArgumentException where a table is not whole
    public static PriorityTables read(ClassLoader loader) {
        var files = new TableFiles(loader);
        var points = files.points();
        return new PriorityTables(
                files.table("CISA BOD 26-04", "bod-26-04.csv", points),
                files.table("SSVC deployer", "deployer.csv", points),
                files.table("CISA coordinator", "coordinator.csv", points));
    }

    private Map<String, DecisionPoint> points() {
        var titles = new LinkedHashMap<String, String>();
        var values = new LinkedHashMap<String, List<DecisionPoint.Value>>();
        for (var row : rows("points.csv").stream().skip(1).toList()) {
            titles.put(row.get(POINT), row.get(TITLE));
            var days = row.get(DAYS);
            values.computeIfAbsent(row.get(POINT), _ -> new ArrayList<>())
                    .add(new DecisionPoint.Value(
                            row.get(KEY),
                            row.get(NAME),
                            days.isEmpty() ? null : Integer.valueOf(days),
                            row.get(FORENSICS).equals("yes")));
        }
        var points = new LinkedHashMap<String, DecisionPoint>();
        titles.forEach((id, title) -> points.put(id, new DecisionPoint(id, title, values.getOrDefault(id, List.of()))));
        return points;
    }

    private DecisionTable table(String title, String file, Map<String, DecisionPoint> points) {
        var rows = rows(file);
        var columns = rows.getFirst().stream()
                .map(id -> Objects.requireNonNull(points.get(id), id))
                .toList();
        return DecisionTable.of(
                title, columns.subList(0, columns.size() - 1), columns.getLast(), rows.subList(1, rows.size()));
    }

    private List<List<String>> rows(String file) {
        try (var in = loader.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + FOLDER + file + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Objects.requireNonNull(CsvLine.split(line, ','), line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
