// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.hunt.Absence;
import org.tidemark.hunt.Coverage;
import org.tidemark.hunt.Kind;

/// What each collector takes of what a hunt reads: the table `takes.csv`.
final class Takes {
    private static final Takes BUNDLED = new Takes(Table.bundled("takes.csv"));

    private final List<Row> rows = new ArrayList<>();

    private enum How {
        ALWAYS,
        CHOSEN,
        PART,
        NEVER
    }

    private record Row(String collector, Set<Kind> kinds, How takes, Set<String> targets, String reason, String how) {}

    private Takes(Table table) {
        for (var row : table.rows()) {
            var kinds = new TreeSet<Kind>();
            for (var kind : words(row.getOrDefault("kinds", ""))) {
                kinds.add(Kind.of(kind).orElseThrow(() -> new IllegalStateException("takes.csv: no kind " + kind)));
            }
            rows.add(new Row(
                    row.getOrDefault("collector", ""),
                    kinds,
                    How.valueOf(row.getOrDefault("takes", "").toUpperCase(Locale.ROOT)),
                    words(row.getOrDefault("targets", "")),
                    row.getOrDefault("reason", ""),
                    row.getOrDefault("how", "")));
        }
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.of(text.strip().split(" +"));
    }

    static Takes bundled() {
        return BUNDLED;
    }

    /// Why there is no evidence of each kind, if none came. What the collection's own record says counts first.
    Map<Kind, Absence> absences(Collector collector, Layout layout) {
        var absences = new EnumMap<Kind, Absence>(Kind.class);
        for (var row : rows) {
            if (row.collector.equals(collector.id())) {
                row.kinds.forEach(kind -> absences.put(kind, absence(row, layout)));
            }
        }
        absences.putAll(layout.told());
        return absences;
    }

    private static Absence absence(Row row, Layout layout) {
        return switch (row.takes) {
            case ALWAYS -> new Absence(Coverage.Status.NOT_FOUND, row.reason, row.how);
            case PART, NEVER -> new Absence(Coverage.Status.NOT_COLLECTED, row.reason, row.how);
            case CHOSEN -> {
                var asked = new TreeSet<>(layout.asked().orElse(Set.of()));
                asked.retainAll(row.targets);
                yield asked.isEmpty()
                        ? new Absence(Coverage.Status.NOT_COLLECTED, row.reason, row.how)
                        : new Absence(
                                Coverage.Status.NOT_FOUND,
                                "It was asked for (" + String.join(", ", asked) + ") and nothing was found."
                                        + " Is the folder elsewhere than usual?",
                                row.how);
            }
        };
    }
}
