// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.asset.Address;

/// Brings together what several records say of the same server: the same address and port, else the same computer
/// name, else the same host name.
///
/// Holds one observation a server, so its size grows with servers and not with the input.
public final class ServerBook {
    /// Records closer together than this are one look at the server; apart, the newer one counts.
    public static final Duration ONE_LOOK = Duration.ofHours(12);

    private final Map<String, Observation> servers = new LinkedHashMap<>();

    public void add(Observation observation) {
        servers.merge(key(observation), observation, ServerBook::together);
    }

    /// One observation for each server, in the order in which they first came.
    public Collection<Observation> servers() {
        return servers.values();
    }

    /// The text that tells servers apart. A record that names no server is one of its own.
    public static String key(Observation observation) {
        var server = observation.server();
        var port = server.port() == null ? "" : server.port();
        if (server.ip() != null) {
            return Address.plain(server.ip()) + "|" + port;
        }
        if (server.name() != null) {
            return "name|" + server.name().toLowerCase(Locale.ROOT);
        }
        if (server.host() != null) {
            return server.host().toLowerCase(Locale.ROOT) + "|" + port;
        }
        return "record|" + observation.source().file() + "|"
                + observation.source().line();
    }

    private static Observation together(Observation first, Observation second) {
        var one = first.build();
        var other = second.build();
        if (one == null && other == null) {
            return union(isLater(second, first) ? second : first, isLater(second, first) ? first : second, false);
        }
        if (one == null || other == null) {
            return other == null ? union(first, second, false) : union(second, first, false);
        }
        if (apart(first.seenAt(), second.seenAt())) {
            return isLater(second, first) ? second : first;
        }
        if (one.covers(other)) {
            return union(second, first, false);
        }
        if (other.covers(one)) {
            return union(first, second, false);
        }
        // Which came first is chance: the more trusted one leads, and of two alike the older build.
        int trust = first.confidence().compareTo(second.confidence());
        boolean firstLeads = trust != 0 ? trust < 0 : one.compareTo(other) < 0;
        return firstLeads ? union(first, second, true) : union(second, first, true);
    }

    private static boolean isLater(Observation observation, Observation than) {
        var one = observation.seenAt();
        var other = than.seenAt();
        return one == null || other == null || one.isAfter(other);
    }

    private static boolean apart(@Nullable Instant first, @Nullable Instant second) {
        return first != null
                && second != null
                && Duration.between(first, second).abs().compareTo(ONE_LOOK) > 0;
    }

    /// The better observation, with what the other adds.
    private static Observation union(Observation better, Observation other, boolean mixed) {
        var flags = EnumSet.noneOf(Flag.class);
        flags.addAll(better.flags());
        flags.addAll(other.flags());
        var builds = new ArrayList<Build>(better.builds());
        if (mixed) {
            flags.add(Flag.MIXED);
            other.builds().stream().filter(b -> !builds.contains(b)).forEach(builds::add);
            builds.sort(null);
        }
        var packages = new HashSet<>(better.packages());
        packages.addAll(other.packages());
        var settings = new HashMap<>(other.settings());
        settings.putAll(better.settings());
        return new Observation(
                better.server(),
                better.seenAt(),
                better.family(),
                better.build(),
                better.product(),
                better.subject(),
                better.method(),
                better.confidence(),
                flags,
                mixed ? Identifier.mostTelling(builds) : List.copyOf(better.builds()),
                better.reason(),
                packages,
                settings,
                better.attributes(),
                better.source());
    }
}
