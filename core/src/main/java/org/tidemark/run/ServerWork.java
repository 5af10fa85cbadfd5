// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.CveId;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.ServerVerdicts;
import org.tidemark.hunt.Stage;
import org.tidemark.priority.Circumstances;
import org.tidemark.priority.Lane;
import org.tidemark.priority.Queued;
import org.tidemark.run.WorkQueue.Desk;
import org.tidemark.run.WorkQueue.Work;
import org.tidemark.track.State;

/// What is to be done about one server.
final class ServerWork {
    private final Desk desk;
    private final StoredServer server;
    private final @Nullable ServerStanding standing;
    private final Circumstances circumstances;
    private final ServerVerdicts verdicts;
    /// By the campaign's name; under an empty one what no campaign is known of.
    private final Map<String, Stage> evidence = new HashMap<>();

    /// @param standing what it is to each campaign; null where it was left out of the count
    ServerWork(
            Desk desk,
            StoredServer server,
            @Nullable ServerStanding standing,
            List<StoredHunt> hunts,
            Circumstances circumstances) {
        this.desk = desk;
        this.server = server;
        this.standing = standing;
        this.circumstances = circumstances;
        this.verdicts = desk.assessor().assess(server.latest());
        hunts.stream()
                .filter(hunt -> hunt.verdict().compareTo(Stage.EXPLOITED) >= 0)
                .forEach(hunt -> evidence.put(hunt.campaign() == null ? "" : hunt.campaign(), hunt.verdict()));
    }

    /// @param wanted the campaigns asked about; all where there are none
    void add(Collection<String> wanted, List<Work> to) {
        for (var campaign : desk.campaigns()) {
            var lane = wanted.isEmpty() || wanted.contains(campaign.name()) ? lane(campaign) : null;
            if (lane != null) {
                put(campaign, lane, to);
            }
        }
        boolean tagged = server.latest().flags().contains(Flag.COMPROMISED_TAG);
        if (tagged || evidence.containsKey("")) {
            put(null, this::flawsOfAny, Lane.INCIDENT, tagged, to);
        }
    }

    private @Nullable Lane lane(Campaign campaign) {
        if (evidence.containsKey(campaign.name())) {
            return Lane.INCIDENT;
        }
        return switch (state(campaign)) {
            case VULNERABLE, MITIGATED -> Lane.REMEDIATE;
            case UNKNOWN -> Lane.CLARIFY;
            case PATCHED, GONE -> null;
            case null -> null;
        };
    }

    private @Nullable State state(Campaign campaign) {
        return standing == null ? null : standing.states().get(campaign.name());
    }

    private void put(Campaign campaign, Lane lane, List<Work> to) {
        put(campaign, () -> flaws(campaign, lane), lane, false, to);
    }

    private void put(
            @Nullable Campaign campaign, Supplier<List<CveId>> flaws, Lane lane, boolean tagged, List<Work> to) {
        var name = campaign == null ? "" : campaign.name();
        desk.urgency(new Desk.Asked(verdicts, name, lane, circumstances), flaws)
                .ifPresent(urgency -> to.add(new Work(
                        new Queued(
                                server.id(),
                                campaign == null ? null : name,
                                lane,
                                urgency,
                                standing == null
                                        ? null
                                        : standing.firstVulnerable().get(name),
                                campaign != null && state(campaign) == State.MITIGATED,
                                evidence.get(name),
                                tagged),
                        server.latest().server())));
    }

    /// The flaws that put a server where it is: those that are open, else those that nobody decided, else all.
    private List<CveId> flaws(Campaign campaign, Lane lane) {
        var open = among(campaign, verdicts.open());
        var undecided = among(campaign, verdicts.undecided());
        if (lane == Lane.CLARIFY && !undecided.isEmpty()) {
            return undecided;
        }
        return !open.isEmpty() ? open : !undecided.isEmpty() ? undecided : campaign.cves();
    }

    private static List<CveId> among(Campaign campaign, List<CveId> flaws) {
        return campaign.cves().stream().filter(flaws::contains).toList();
    }

    private List<CveId> flawsOfAny() {
        return verdicts.open().isEmpty()
                ? desk.campaigns().stream()
                        .flatMap(campaign -> campaign.cves().stream())
                        .toList()
                : verdicts.open();
    }
}
