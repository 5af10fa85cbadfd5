// SPDX-License-Identifier: Apache-2.0
package org.tidemark.asset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Values by what servers are known by: the server itself, its range of addresses, its domain, its network. This is how
/// a list says whose a server is, or which sector it is in.
public final class ServerIndex<V> {
    private static final Pattern NETWORK = Pattern.compile("(?:AS)?([0-9]{1,10})", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOMAIN = Pattern.compile("(?:\\*?\\.)?[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*\\.?");

    private final Map<String, List<V>> servers;
    private final AddressBlocks<List<V>> ranges;
    private final Map<String, List<V>> domains;
    private final Map<String, List<V>> networks;

    /// What of a list fits a server, the most specific first.
    public enum Match {
        SERVER,
        /// The longest prefix.
        RANGE,
        /// The longest domain that its host name ends with.
        DOMAIN,
        NETWORK;

        /// The name in answers, `range`.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A value that fits.
    public record Hit<V>(V value, Match match) {}

    private ServerIndex(Builder<V> builder) {
        this.servers = builder.servers;
        this.ranges = builder.ranges.build();
        this.domains = builder.domains;
        this.networks = builder.networks;
    }

    /// Gathers values. Several may be given to the same text; they keep their order.
    public static final class Builder<V> {
        private final Map<String, List<V>> servers = new HashMap<>();
        private final AddressBlocks.Builder<List<V>> ranges = new AddressBlocks.Builder<>();
        private final Map<String, List<V>> domains = new HashMap<>();
        private final Map<String, List<V>> networks = new HashMap<>();

        /// @param text an address, a host name or a computer name
        public void server(String text, V value) {
            put(servers, folded(text), value);
        }

        /// @return false where the text is no range of addresses
        public boolean range(String text, V value) {
            return ranges.at(text, () -> new ArrayList<>(1))
                    .map(values -> values.add(value))
                    .orElse(false);
        }

        /// @param text `example.org`, `.example.org` or `*.example.org`
        /// @return false where the text is no domain
        public boolean domain(String text, V value) {
            boolean is = isDomain(text);
            if (is) {
                put(domains, folded(text.replaceFirst("^\\*?\\.", "")), value);
            }
            return is;
        }

        /// @param text `64500` or `AS64500`
        /// @return false where the text is no number of an autonomous system
        public boolean network(String text, V value) {
            boolean is = isNetwork(text);
            if (is) {
                put(networks, number(text), value);
            }
            return is;
        }

        private static <V> void put(Map<String, List<V>> values, String key, V value) {
            values.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(value);
        }

        public ServerIndex<V> build() {
            return new ServerIndex<>(this);
        }
    }

    public static boolean isDomain(String text) {
        return DOMAIN.matcher(text).matches();
    }

    public static boolean isNetwork(String text) {
        return NETWORK.matcher(text).matches();
    }

    /// Everything that fits a server, the most specific first; of ranges and domains the longest alone.
    ///
    /// @param network the number of its autonomous system; null where it is not known
    public List<Hit<V>> of(Server server, @Nullable String network) {
        var hits = new ArrayList<Hit<V>>(2);
        if (!servers.isEmpty()) {
            for (var name : new String[] {server.ip(), server.host(), server.name()}) {
                add(name == null ? null : servers.get(folded(name)), Match.SERVER, hits);
            }
        }
        var ip = server.ip();
        add(ip == null ? null : ranges.of(ip).orElse(null), Match.RANGE, hits);
        add(server.host() == null ? null : domain(server.host()), Match.DOMAIN, hits);
        add(network == null ? null : networks.get(number(network)), Match.NETWORK, hits);
        return hits;
    }

    private static <V> void add(@Nullable List<V> values, Match match, List<Hit<V>> hits) {
        if (values != null) {
            values.forEach(value -> hits.add(new Hit<>(value, match)));
        }
    }

    /// A host is in the domain of its own name, and in those that its name ends with.
    private @Nullable List<V> domain(String host) {
        var rest = domains.isEmpty() ? "" : folded(host);
        while (!rest.isEmpty()) {
            var values = domains.get(rest);
            if (values != null) {
                return values;
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return null;
    }

    private static String folded(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return Address.plain(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
    }

    private static String number(String network) {
        return network.regionMatches(true, 0, "AS", 0, 2) ? network.substring(2) : network;
    }
}
