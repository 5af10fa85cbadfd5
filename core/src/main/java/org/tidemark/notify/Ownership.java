// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Server;
import org.tidemark.asset.ServerIndex;

/// Whose each server is.
///
/// What somebody wrote down goes before what was published, whatever either fits; of rows of one kind the most specific
/// wins: the server itself, the longest prefix, the longest domain, the network. Of two that fit alike the first row
/// wins, and the other is shown. Who is told of a server is never taken from anything else.
public final class Ownership {
    private final Map<OwnerRow.Kind, ServerIndex<OwnerRow>> indexes = new EnumMap<>(OwnerRow.Kind.class);
    private final Map<OwnerRow.Kind, Map<String, List<OwnerRow>>> owners = new EnumMap<>(OwnerRow.Kind.class);
    private final IdentityHashMap<OwnerRow, Owner> known = new IdentityHashMap<>();
    private final @Nullable OwnerRow fallback;

    private Ownership(Collection<OwnerRow> rows) {
        var kinds = new EnumMap<OwnerRow.Kind, ServerIndex.Builder<OwnerRow>>(OwnerRow.Kind.class);
        OwnerRow last = null;
        for (var row : rows) {
            put(kinds.computeIfAbsent(row.kind(), _ -> new ServerIndex.Builder<>()), row);
            owners.computeIfAbsent(row.kind(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(row.owner(), _ -> new ArrayList<>())
                    .add(row);
            last = last == null && row.isFallback() ? row : last;
        }
        fallback = last;
        kinds.forEach((kind, builder) -> indexes.put(kind, builder.build()));
    }

    private static void put(ServerIndex.Builder<OwnerRow> index, OwnerRow row) {
        row.servers().stream()
                .filter(server -> !server.equals(OwnerRow.ANY_SERVER))
                .forEach(server -> index.server(server, row));
        row.ranges().forEach(range -> index.range(range, row));
        row.domains().forEach(domain -> index.domain(domain, row));
        row.networks().forEach(network -> index.network(network, row));
    }

    /// @param rows in the order in which they came in
    public static Ownership of(Collection<OwnerRow> rows) {
        return new Ownership(rows);
    }

    public boolean isEmpty() {
        return owners.isEmpty();
    }

    /// Whose a server is; empty where nobody's and there is no fallback.
    ///
    /// @param network the number of its autonomous system; null where it is not known
    public Optional<Owned> of(Server server, @Nullable String network) {
        var hits = new ArrayList<ServerIndex.Hit<OwnerRow>>();
        indexes.values().forEach(index -> hits.addAll(index.of(server, network)));
        if (hits.isEmpty()) {
            return Optional.ofNullable(fallback).map(row -> new Owned(owner(row), row, null, List.of()));
        }
        var first = hits.getFirst();
        var others = hits.stream()
                .map(ServerIndex.Hit::value)
                .filter(row -> !row.owner().equals(first.value().owner()))
                .distinct()
                .toList();
        return Optional.of(new Owned(owner(first.value()), first.value(), first.match(), others));
    }

    /// Who is told of servers that nobody owns.
    public Optional<Owner> fallback() {
        return Optional.ofNullable(fallback).map(this::owner);
    }

    private Owner owner(OwnerRow row) {
        return known.computeIfAbsent(
                row,
                _ -> Owner.of(row, owners.getOrDefault(row.kind(), Map.of()).getOrDefault(row.owner(), List.of())));
    }
}
