// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.ServerBook;
import org.tidemark.track.Known;

/// What the findings of one look at one server say together, joined as everywhere else by a [ServerBook].
///
/// A population shows the same few thousand sets of findings every day; each is joined once and known by a number.
final class Looks {
    private final Database database;
    private final ObservationRows rows;
    private final Map<List<Long>, Integer> numbers = new HashMap<>();
    private final List<Known> known = new ArrayList<>();

    Looks(Database database, ObservationRows rows) {
        this.database = database;
        this.rows = rows;
    }

    Known get(int number) {
        return known.get(number);
    }

    /// Fills a table of the numbers of the sets of findings in another table.
    void number(String from, String to) {
        var fresh = sets(from);
        var observations = observations(fresh);
        database.run("create or replace temp table " + to + " (findings bigint[] not null, look integer not null)");
        database.append(() -> {
            try (var row = database.temporaryAppender(to)) {
                for (var findings : fresh) {
                    int number = numbers.computeIfAbsent(findings, set -> join(set, observations));
                    row.beginRow()
                            .append(findings.stream().mapToLong(Long::longValue).toArray())
                            .append(number)
                            .endRow();
                }
            }
        });
    }

    private List<List<Long>> sets(String from) {
        return database.rows("select findings from " + from + " group by findings order by findings", Looks::numbers);
    }

    private static List<Long> numbers(ResultSet row) throws SQLException {
        var set = new ArrayList<Long>();
        for (var item : (Object[]) row.getArray(1).getArray()) {
            set.add(((Number) item).longValue());
        }
        return List.copyOf(set);
    }

    /// The findings of the sets that were not met before, each as an observation of a server that is always the
    /// same.
    private Map<Long, Observation> observations(List<List<Long>> sets) {
        var wanted = sets.stream()
                .filter(set -> !numbers.containsKey(set))
                .flatMap(List::stream)
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        database.run("create or replace temp table wanted_finding (id bigint not null)");
        database.append(() -> {
            try (var row = database.temporaryAppender("wanted_finding")) {
                for (long id : wanted) {
                    row.beginRow().append(id).endRow();
                }
            }
        });
        var found = new HashMap<Long, Observation>();
        database.each(
                "select " + ObservationRows.FINDING_ALONE + " from finding x semi join wanted_finding w on w.id = x.id",
                row -> found.put(rows.findingNumber(row), rows.read(row)));
        return found;
    }

    private int join(List<Long> set, Map<Long, Observation> observations) {
        var book = ServerBook.ofOneServer();
        set.forEach(id -> {
            var observation = observations.get(id);
            if (observation == null) {
                throw new IllegalStateException("a sighting without its finding: " + id);
            }
            book.add(observation);
        });
        known.add(Known.of(book.servers().findFirst().orElseThrow()));
        return known.size() - 1;
    }
}
