// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.asset.TextHash;
import org.tidemark.run.Correction;
import org.tidemark.track.Clues;
import org.tidemark.track.Identities;

/// What people who know better said of servers: that two are one, or that a place is not the server it was taken for.
final class StoredCorrections {
    private final Database database;
    private List<Correction> all = List.of();
    private final Map<Long, Long> together = new HashMap<>();
    private final Map<Long, Long> apart = new HashMap<>();

    StoredCorrections(Database database) {
        this.database = database;
        read();
    }

    private void read() {
        all = database.rows(
                """
                select c.id, c.kind, c.one, c.other, c.reason, c.made_at, u.undone_at
                from correction c left join correction_undone u on u.id = c.id order by c.id
                """,
                row -> new Correction(
                        row.getInt(1),
                        Correction.Kind.valueOf(row.getString(2)),
                        row.getLong(3),
                        row.getLong(4),
                        row.getString(5),
                        Values.instant(row, 6),
                        Values.instantOrNull(row, 7)));
        together.clear();
        apart.clear();
        all.stream().filter(Correction::holds).forEach(correction -> {
            switch (correction.kind()) {
                case TOGETHER -> together.put(correction.one(), correction.other());
                case APART -> apart.put(correction.one(), TextHash.of("apart|" + correction.other()));
            }
        });
    }

    List<Correction> all() {
        return all;
    }

    /// A text that changes whenever what holds does.
    String basis() {
        var text = new StringBuilder();
        all.stream()
                .filter(Correction::holds)
                .forEach(each -> text.append(each.id()).append(','));
        return text.toString();
    }

    /// Which server a place is, as corrected.
    long serverOf(long place, Clues clues, long founding, Identities identities) {
        var own = apart.get(place);
        long server;
        if (own == null) {
            server = identities.resolve(clues, founding, TextHash.of("second|" + place));
        } else {
            server = own;
            identities.settle(clues, server);
        }
        // Bounded: a circle of corrections must not go round for ever.
        for (int i = 0; i < together.size() && together.containsKey(server); i++) {
            server = together.get(server);
        }
        return server;
    }

    int add(Correction.Kind kind, long one, long other, String reason, Instant at) {
        int id = all.size() + 1;
        database.append(() -> {
            try (var row = database.appender("correction")) {
                row.beginRow().append(id).append(kind.name()).append(one).append(other);
                row.append(reason).append(Values.utc(at)).endRow();
            }
        });
        read();
        return id;
    }

    void undo(int id, Instant at) {
        database.append(() -> {
            try (var row = database.appender("correction_undone")) {
                row.beginRow().append(id).append(Values.utc(at)).endRow();
            }
        });
        read();
    }
}
