// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.CveId;
import org.tidemark.asset.Address;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.ServerAssessor;
import org.tidemark.exposure.ServerVerdicts;
import org.tidemark.hunt.Stage;
import org.tidemark.notify.Ownership;
import org.tidemark.priority.Circumstances;
import org.tidemark.priority.Lane;
import org.tidemark.priority.Prioritiser;
import org.tidemark.priority.PriorityTables;
import org.tidemark.priority.Queued;
import org.tidemark.priority.Urgency;

/// What is to be done about the servers of a store, in the order in which to do it.
public final class WorkQueue {
    private final Collection<String> campaigns;
    private final Map<String, Desk> desks = new HashMap<>();
    private final List<Work> all = new ArrayList<>();

    /// @param server where it was seen last; only a name where hunts alone know it
    public record Work(Queued queued, Server server) {}

    /// What judges the servers of one pack. Thousands of servers have the same verdicts, so each question is asked
    /// once.
    record Desk(
            Knowledge.Family family,
            Prioritiser prioritiser,
            ServerAssessor assessor,
            Map<Asked, Optional<Urgency>> known) {
        /// @param verdicts the very same object for servers with the same evidence
        record Asked(ServerVerdicts verdicts, String campaign, Lane lane, Circumstances circumstances) {}

        Optional<Urgency> urgency(Asked asked, Supplier<List<CveId>> flaws) {
            return known.computeIfAbsent(asked, _ -> prioritiser.worst(flaws.get(), asked.circumstances()));
        }

        List<Campaign> campaigns() {
            return family.catalogue().campaigns();
        }
    }

    private WorkQueue(Knowledge knowledge, PriorityTables tables, Collection<String> campaigns, LocalDate day) {
        this.campaigns = List.copyOf(campaigns);
        for (var family : knowledge.families()) {
            var catalogue = family.catalogue();
            var flaws = catalogue.campaigns().stream()
                    .flatMap(campaign -> campaign.cves().stream())
                    .distinct()
                    .toList();
            var assessor = new ServerAssessor(
                    catalogue, family.subjects(), family.assessor(), flaws, catalogue.campaigns(), null, day);
            desks.put(
                    catalogue.pack().id(),
                    new Desk(family, new Prioritiser(tables, catalogue, day), assessor, new HashMap<>()));
        }
    }

    /// @param store [tracked][Store#isTracked]
    /// @param campaigns only these, by name; all where there are none. What was broken into by a way that nobody
    ///     knows is always there
    /// @param day what was not known by then of a flaw does not count
    public static List<Work> of(
            Store store, Knowledge knowledge, PriorityTables tables, Collection<String> campaigns, LocalDate day) {
        var queue = new WorkQueue(knowledge, tables, campaigns, day);
        var standings = new HashMap<String, ServerStanding>();
        store.standings(standing -> standings.put(standing.id(), standing));
        var compromise = Compromise.of(store);
        var owners = Ownership.of(store.owners().rows());
        store.servers(server -> {
            var latest = server.latest();
            var desk = latest.family() == null || latest.excluded() ? null : queue.desks.get(latest.family());
            if (desk != null) {
                new ServerWork(
                                desk,
                                server,
                                standings.get(server.id()),
                                compromise.of(latest.server()),
                                circumstances(latest, owners))
                        .add(queue.campaigns, queue.all);
            }
        });
        compromise.others().forEach(queue::addHunted);
        queue.all.sort(Comparator.comparing(Work::queued));
        return queue.all;
    }

    /// Whoever sees a server at a public address and port sees it from the internet; a list of one's own
    /// servers does
    /// not say who else can.
    private static Circumstances circumstances(Observation latest, Ownership owners) {
        var server = latest.server();
        boolean seen = server.ip() != null && server.port() != null && Address.isGlobal(server.ip());
        var impact = owners.isEmpty()
                ? null
                : owners.of(server, latest.attributes().get("asn"))
                        .map(owned -> owned.owner().impact())
                        .orElse(null);
        return new Circumstances(seen ? true : null, impact);
    }

    /// A server of which nothing is known but what hunts said.
    private void addHunted(String name, List<StoredHunt> hunts) {
        for (var hunt : hunts) {
            var campaign = hunt.campaign();
            boolean wanted = campaign == null || campaigns.isEmpty() || campaigns.contains(campaign);
            if (wanted && hunt.verdict().compareTo(Stage.EXPLOITED) >= 0) {
                desks.values().forEach(desk -> addHunted(desk, name, campaign, hunt.verdict()));
            }
        }
    }

    private void addHunted(Desk desk, String name, @Nullable String campaign, Stage evidence) {
        var cves = desk.campaigns().stream()
                .filter(each -> campaign == null || each.name().equals(campaign))
                .flatMap(each -> each.cves().stream())
                .toList();
        desk.prioritiser()
                .worst(cves, Circumstances.UNKNOWN)
                .ifPresent(urgency -> all.add(new Work(
                        new Queued(name, campaign, Lane.INCIDENT, urgency, null, false, evidence, false),
                        Server.UNKNOWN.withName(name))));
    }
}
