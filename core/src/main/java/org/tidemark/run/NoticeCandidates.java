// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tidemark.exposure.Flag;
import org.tidemark.hunt.Stage;
import org.tidemark.notify.Candidate;
import org.tidemark.track.State;

/// The servers of a store that are vulnerable now.
public final class NoticeCandidates {
    private NoticeCandidates() {}

    /// Gives out each server with each campaign that it is vulnerable to.
    ///
    /// @param store [tracked][Store#isTracked]
    /// @param wanted the campaigns asked about, by name
    public static void each(Store store, Predicate<String> wanted, Consumer<Candidate> to) {
        var standings = new HashMap<String, ServerStanding>();
        store.standings(standing -> {
            if (standing.states().containsValue(State.VULNERABLE)) {
                standings.put(standing.id(), standing);
            }
        });
        var compromise = Compromise.of(store);
        store.servers(server -> {
            var standing = standings.get(server.id());
            if (standing != null) {
                vulnerable(standing).stream()
                        .filter(wanted)
                        .map(campaign -> candidate(server, standing, compromise, campaign))
                        .forEach(to);
            }
        });
    }

    private static Candidate candidate(
            StoredServer server, ServerStanding standing, Compromise compromise, String campaign) {
        var latest = server.latest();
        boolean suspected = latest.flags().contains(Flag.COMPROMISED_TAG)
                || compromise.of(latest.server()).stream()
                        .filter(hunt ->
                                hunt.campaign() == null || hunt.campaign().equals(campaign))
                        .anyMatch(hunt -> hunt.verdict().compareTo(Stage.EXPLOITED) >= 0);
        return new Candidate(
                server.id(),
                latest.server(),
                latest.attributes().get("asn"),
                campaign,
                standing.vulnerableSince().getOrDefault(campaign, standing.day()),
                suspected);
    }

    private static Set<String> vulnerable(ServerStanding standing) {
        return standing.states().entrySet().stream()
                .filter(state -> state.getValue() == State.VULNERABLE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// To which campaigns each of some servers is vulnerable now, by its id; those that are not to any are absent.
    public static Map<String, Set<String>> vulnerable(Store store, Set<String> servers) {
        var vulnerable = new HashMap<String, Set<String>>();
        store.standings(standing -> {
            if (servers.contains(standing.id())) {
                vulnerable.put(standing.id(), new HashSet<>(vulnerable(standing)));
            }
        });
        return vulnerable;
    }
}
