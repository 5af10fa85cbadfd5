// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.AddressRanges;

/// Which servers that were not seen a scan of some ports or ranges has asked all the same.
final class Reach {
    private final Database database;

    /// Makes the table `reach`, empty: for a server the bits of sources that covered it.
    Reach(Database database) {
        this.database = database;
        database.run("create or replace temp table reach (server bigint, sources bigint)");
    }

    /// Adds the servers that a source knows, did not see today, and had in its ports and ranges, by the place where
    /// each was last.
    void add(DaySources.Source source) {
        var ranges = AddressRanges.of(source.ranges());
        var ports = new HashSet<>(source.ports());
        database.run("create or replace temp table reached (server bigint)");
        database.run("""
                create or replace temp table missing_place as
                select i.server, arg_max(p.ip, i.day) as ip, arg_max(p.port, i.day) as port
                from current_state c join identities i on i.server = c.server join place p on p.id = i.place
                where c.sources & %d <> 0 and c.server not in (select server from look) group by i.server
                """.formatted(source.bit()));
        database.append(() -> {
            try (var row = database.temporaryAppender("reached")) {
                for (long server : covered(source.ranges().isEmpty(), ranges, ports)) {
                    row.beginRow().append(server).endRow();
                }
            }
        });
        database.run("""
                create or replace temp table reach as
                select server, bit_or(sources) as sources from (
                    select server, sources from reach union all select server, %d::bigint from reached)
                group by server
                """.formatted(source.bit()));
    }

    private List<Long> covered(boolean everywhere, AddressRanges ranges, Set<Integer> ports) {
        return database
                .rows(
                        "select server, ip, port from missing_place",
                        row -> new Missing(row.getLong(1), row.getString(2), Values.integer(row, 3)))
                .stream()
                .filter(missing -> ports.isEmpty() || (missing.port != null && ports.contains(missing.port)))
                .filter(missing -> everywhere || (missing.ip != null && ranges.contains(missing.ip)))
                .map(Missing::server)
                .toList();
    }

    /// A server that the source did not see, and where it was last.
    private record Missing(
            long server, @Nullable String ip, @Nullable Integer port) {}
}
