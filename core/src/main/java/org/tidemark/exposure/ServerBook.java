// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.asset.Address;
import org.tidemark.asset.Server;

/// Brings together what several records say of the same server: the same address and port, else the same computer and
/// host name, else the same of the two that they have. A record with a computer name alone belongs to the one server
/// of that name whose host name is known, if there is just one: every other organisation has an EX01.
///
/// Holds one observation a server, so its size grows with servers and not with the input.
public final class ServerBook {
    /// Records closer together than this are one look at the server; apart, the newer one counts.
    public static final Duration ONE_LOOK = Duration.ofHours(12);

    /// Who leads where records say different things. Nothing here depends on which record came first.
    private static final Comparator<Observation> LEAD = Comparator.comparing((Observation o) -> o.build() == null)
            .thenComparing(Observation::confidence)
            .thenComparing(Observation::build, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Observation::seenAt, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Observation::method)
            .thenComparing(o -> text(o.server().host()))
            .thenComparing(o -> text(o.server().name()))
            .thenComparing(o -> o.source().file())
            .thenComparing(o -> o.source().line(), Comparator.nullsLast(Comparator.naturalOrder()));

    private static final String NAMED = "name|";

    private final Map<String, Records> servers = new LinkedHashMap<>();
    private final boolean oneServer;

    public ServerBook() {
        this(false);
    }

    private ServerBook(boolean oneServer) {
        this.oneServer = oneServer;
    }

    /// A book of records that are known to be of one server, whatever they call it.
    public static ServerBook ofOneServer() {
        return new ServerBook(true);
    }

    public void add(Observation observation) {
        servers.computeIfAbsent(oneServer ? "" : key(observation), _ -> new Records())
                .add(observation);
    }

    /// How many servers there are at most: two that turn out to be one count as two.
    public int size() {
        return servers.size();
    }

    /// One observation for each server, in the order in which they first came.
    public Stream<Observation> servers() {
        var homes = homes();
        if (homes.isEmpty()) {
            return servers.values().stream().map(Records::together);
        }
        var joined = new LinkedHashMap<String, Records>();
        servers.forEach((key, records) -> {
            var home = joined.computeIfAbsent(homes.getOrDefault(key, key), _ -> new Records());
            records.all().forEach(home::add);
        });
        return joined.values().stream().map(Records::together);
    }

    /// For each key of a name alone the key of the one server that has the name and a host name.
    private Map<String, String> homes() {
        var homes = new HashMap<String, String>();
        for (var key : servers.keySet()) {
            int end = key.startsWith(NAMED) ? key.indexOf('|', NAMED.length()) : -1;
            if (end > 0 && servers.containsKey(key.substring(0, end))) {
                homes.merge(key.substring(0, end), key, (one, other) -> "");
            }
        }
        homes.values().removeIf(String::isEmpty);
        return homes;
    }

    /// All that was kept of all servers: from these another book says the same.
    public Stream<Observation> records() {
        return servers.values().stream().flatMap(Records::all);
    }

    /// The text that tells servers apart. A record that names no server is one of its own.
    public static String key(Observation observation) {
        var server = observation.server();
        var port = server.port() == null ? "" : server.port();
        if (server.ip() != null && (server.port() != null || server.name() == null)) {
            return Address.plain(server.ip()) + "|" + port;
        }
        if (server.name() != null) {
            var host = server.host() == null ? "" : "|" + server.host().toLowerCase(Locale.ROOT);
            return NAMED + server.name().toLowerCase(Locale.ROOT) + host;
        }
        if (server.host() != null) {
            return server.host().toLowerCase(Locale.ROOT) + "|" + port;
        }
        return "record|" + observation.source().file() + "|"
                + observation.source().line();
    }

    private static String text(@Nullable String text) {
        return text == null ? "\uFFFF" : text;
    }

    /// What a record says, apart from when and where it was written down.
    private record Content(
            Server server,
            @Nullable String family,
            List<Build> builds,
            String method,
            Confidence confidence,
            Set<Flag> flags,
            Set<String> packages,
            Map<String, String> settings,
            Map<String, Boolean> hindered,
            boolean dated) {
        static Content of(Observation seen) {
            return new Content(
                    seen.server(),
                    seen.family(),
                    seen.builds(),
                    seen.method(),
                    seen.confidence(),
                    seen.flags(),
                    seen.packages(),
                    seen.settings(),
                    seen.hindered(),
                    seen.seenAt() != null);
        }
    }

    /// The records of one server: of those with the same content the newest.
    private static final class Records {
        private @Nullable Observation only;
        private @Nullable Map<Content, Observation> several;

        void add(Observation observation) {
            if (several == null && only == null) {
                only = observation;
                return;
            }
            if (several == null) {
                several = new LinkedHashMap<>();
                var first = Objects.requireNonNull(only);
                several.put(Content.of(first), first);
            }
            several.merge(Content.of(observation), observation, BinaryOperator.minBy(LEAD));
        }

        Stream<Observation> all() {
            return several == null ? Stream.ofNullable(only) : several.values().stream();
        }

        Observation together() {
            return several == null ? Objects.requireNonNull(only) : join(lastLook(several.values()));
        }
    }

    /// The records of the newest look and those without a time; where none of them shows a build, also those of the
    /// newest look that did.
    private static List<Observation> lastLook(Collection<Observation> records) {
        var look = within(records, newest(records.stream()));
        if (look.stream().anyMatch(o -> o.build() != null)) {
            return look;
        }
        var builds = records.stream().filter(o -> o.build() != null).toList();
        look.addAll(within(builds, newest(builds.stream())));
        return look;
    }

    private static @Nullable Instant newest(Stream<Observation> records) {
        return records.map(Observation::seenAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<Observation> within(Collection<Observation> records, @Nullable Instant newest) {
        var look = new ArrayList<Observation>();
        for (var record : records) {
            var time = record.seenAt();
            if (newest == null || time == null || !time.isBefore(newest.minus(ONE_LOOK))) {
                look.add(record);
            }
        }
        return look;
    }

    /// What all records of one look say together: the most telling build, or every one of them where they disagree.
    private static Observation join(List<Observation> look) {
        var ordered = look.stream().sorted(LEAD).toList();
        var builds = Identifier.mostTelling(ordered.stream()
                .flatMap(o -> o.builds().stream())
                .distinct()
                .sorted()
                .toList());
        var leader = ordered.stream()
                .filter(o -> o.build() == null || builds.contains(o.build()))
                .findFirst()
                .orElse(ordered.getFirst());
        var flags = EnumSet.noneOf(Flag.class);
        var packages = new HashSet<String>();
        var settings = new HashMap<String, String>();
        var hindered = new HashMap<String, Boolean>();
        for (var record : ordered) {
            flags.addAll(record.flags());
            packages.addAll(record.packages());
            record.hindered().forEach((cve, is) -> hindered.merge(cve, is, Boolean::logicalAnd));
            record.settings().forEach(settings::putIfAbsent);
        }
        leader.settings().forEach(settings::put);
        if (builds.size() > 1) {
            flags.add(Flag.MIXED);
        }
        return new Observation(
                leader.server(),
                leader.seenAt(),
                leader.family(),
                leader.build(),
                leader.product(),
                leader.subject(),
                leader.method(),
                leader.confidence(),
                flags,
                builds,
                leader.reason(),
                packages,
                settings,
                hindered,
                leader.attributes(),
                leader.source());
    }
}
