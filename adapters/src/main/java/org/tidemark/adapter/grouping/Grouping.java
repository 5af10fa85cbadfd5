// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.grouping;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Address;
import org.tidemark.asset.AddressBlocks;
import org.tidemark.track.TrendQuestion.Where;

/// In which group of somebody's list a server is. The most specific match wins: the server itself, the range with the
/// longest prefix, the longest domain, the network, the country.
public final class Grouping {
    private final Map<String, String> servers;
    private final AddressBlocks<String> ranges;
    private final Map<String, String> domains;
    private final Map<String, String> networks;
    private final Map<String, String> countries;

    private Grouping(Builder builder) {
        this.servers = Map.copyOf(builder.servers);
        this.ranges = builder.ranges.build();
        this.domains = Map.copyOf(builder.domains);
        this.networks = Map.copyOf(builder.networks);
        this.countries = Map.copyOf(builder.countries);
    }

    /// Gathers what a list says; of two rows that name the same, the first holds. Each method tells whether the
    /// text
    /// is what it should be.
    static final class Builder {
        private static final Pattern NETWORK = Pattern.compile("(?:AS)?([0-9]{1,10})", Pattern.CASE_INSENSITIVE);
        private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
        private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*");

        private final Map<String, String> servers = new HashMap<>();
        private final AddressBlocks.Builder<String> ranges = new AddressBlocks.Builder<>();
        private final Map<String, String> domains = new HashMap<>();
        private final Map<String, String> networks = new HashMap<>();
        private final Map<String, String> countries = new HashMap<>();

        /// @param text an address, a host name or a computer name
        boolean server(String text, String group) {
            servers.putIfAbsent(named(text), group);
            return true;
        }

        boolean range(String text, String group) {
            return ranges.add(text, group);
        }

        boolean domain(String text, String group) {
            var bare = text.startsWith("*.") ? text.substring(2) : text.startsWith(".") ? text.substring(1) : text;
            boolean is = DOMAIN.matcher(bare).matches();
            if (is) {
                domains.putIfAbsent(named(bare), group);
            }
            return is;
        }

        boolean network(String text, String group) {
            var matcher = NETWORK.matcher(text);
            if (!matcher.matches()) {
                return false;
            }
            networks.putIfAbsent(matcher.group(1), group);
            return true;
        }

        boolean country(String text, String group) {
            boolean is = COUNTRY.matcher(text).matches();
            if (is) {
                countries.putIfAbsent(text.toUpperCase(Locale.ROOT), group);
            }
            return is;
        }

        Grouping build() {
            return new Grouping(this);
        }
    }

    /// The group of a server; null where the list does not name it.
    public @Nullable String of(Where where) {
        return itself(where)
                .or(() -> Optional.ofNullable(where.server().ip()).flatMap(ranges::of))
                .or(() -> Optional.ofNullable(where.server().host()).flatMap(this::domain))
                .or(() -> Optional.ofNullable(where.asn()).map(asn -> networks.get(number(asn))))
                .or(() -> Optional.ofNullable(where.country())
                        .map(country -> countries.get(country.toUpperCase(Locale.ROOT))))
                .orElse(null);
    }

    private Optional<String> itself(Where where) {
        var server = where.server();
        return servers.isEmpty()
                ? Optional.empty()
                : named(servers, server.ip())
                        .or(() -> named(servers, server.host()))
                        .or(() -> named(servers, server.name()));
    }

    private static Optional<String> named(Map<String, String> groups, @Nullable String text) {
        return Optional.ofNullable(text).map(known -> groups.get(named(known)));
    }

    /// A host is in the domain of its own name, and in those that its name ends with.
    private Optional<String> domain(String host) {
        var rest = domains.isEmpty() ? "" : named(host);
        while (!rest.isEmpty()) {
            var group = domains.get(rest);
            if (group != null) {
                return Optional.of(group);
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return Optional.empty();
    }

    private static String named(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return Address.plain(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
    }

    private static String number(String asn) {
        return asn.regionMatches(true, 0, "AS", 0, 2) ? asn.substring(2) : asn;
    }
}
