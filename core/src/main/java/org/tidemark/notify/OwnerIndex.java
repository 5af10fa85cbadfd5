// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Address;
import org.tidemark.asset.AddressBlocks;
import org.tidemark.asset.Server;

/// The rows of one kind by what they name.
final class OwnerIndex {
    private final Map<String, List<OwnerRow>> servers;
    private final AddressBlocks<List<OwnerRow>> ranges;
    private final Map<String, List<OwnerRow>> domains;
    private final Map<String, List<OwnerRow>> networks;

    /// A row that fits.
    record Hit(OwnerRow row, Owned.Match match) {}

    private OwnerIndex(Builder builder) {
        this.servers = builder.servers;
        this.ranges = builder.ranges.build();
        this.domains = builder.domains;
        this.networks = builder.networks;
    }

    static final class Builder {
        private final Map<String, List<OwnerRow>> servers = new HashMap<>();
        private final AddressBlocks.Builder<List<OwnerRow>> ranges = new AddressBlocks.Builder<>();
        private final Map<String, List<OwnerRow>> domains = new HashMap<>();
        private final Map<String, List<OwnerRow>> networks = new HashMap<>();

        void add(OwnerRow row) {
            row.servers().stream()
                    .filter(server -> !server.equals(OwnerRow.ANY_SERVER))
                    .forEach(server -> put(servers, folded(server), row));
            row.ranges()
                    .forEach(range -> ranges.at(range, () -> new ArrayList<>(1)).ifPresent(rows -> rows.add(row)));
            row.domains().forEach(domain -> put(domains, bare(domain), row));
            row.networks().forEach(network -> put(networks, number(network), row));
        }

        private static void put(Map<String, List<OwnerRow>> rows, String key, OwnerRow row) {
            rows.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(row);
        }

        OwnerIndex build() {
            return new OwnerIndex(this);
        }
    }

    /// Rows that fit a server, the most specific first.
    List<Hit> of(Server server, @Nullable String network) {
        var hits = new ArrayList<Hit>();
        for (var name : new String[] {server.ip(), server.host(), server.name()}) {
            add(name == null ? null : servers.get(folded(name)), Owned.Match.SERVER, hits);
        }
        var ip = server.ip();
        add(ip == null ? null : ranges.of(ip).orElse(null), Owned.Match.RANGE, hits);
        add(server.host() == null ? null : domain(server.host()), Owned.Match.DOMAIN, hits);
        add(network == null ? null : networks.get(number(network)), Owned.Match.NETWORK, hits);
        return hits;
    }

    private static void add(@Nullable List<OwnerRow> rows, Owned.Match match, List<Hit> hits) {
        if (rows != null) {
            rows.forEach(row -> hits.add(new Hit(row, match)));
        }
    }

    /// A host is in the domain of its own name, and in those that its name ends with.
    private @Nullable List<OwnerRow> domain(String host) {
        var rest = domains.isEmpty() ? "" : folded(host);
        while (!rest.isEmpty()) {
            var rows = domains.get(rest);
            if (rows != null) {
                return rows;
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return null;
    }

    private static String bare(String domain) {
        var text = folded(domain);
        return text.startsWith("*.") ? text.substring(2) : text.startsWith(".") ? text.substring(1) : text;
    }

    private static String folded(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return Address.plain(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
    }

    private static String number(String network) {
        return network.regionMatches(true, 0, "AS", 0, 2) ? network.substring(2) : network;
    }
}
