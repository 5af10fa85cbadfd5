// SPDX-License-Identifier: Apache-2.0
package org.tidemark.export;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.Sighting;

/// One server as it is told to others.
///
/// @param id the same in every run and every store
/// @param latest what the last look at it showed
/// @param flaws the verdicts on the flaws that were asked about, in their order
/// @param intrusions what was said of intruders, campaign by campaign
public record Exposed(
        String id,
        Instant firstSeen,
        Instant lastSeen,
        long sightings,
        Observation latest,
        List<Flaw> flaws,
        List<Intrusion> intrusions) {
    public Exposed {
        flaws = List.copyOf(flaws);
        intrusions = List.copyOf(intrusions);
    }

    /// A server of which nothing is known but what hunts said of it.
    ///
    /// @param name the server as its evidence calls it
    /// @param intrusions at least one
    public static Exposed hunted(String name, List<Intrusion> intrusions) {
        var times = intrusions.stream().map(Intrusion::at).sorted().toList();
        var seen = Observation.ofNothingKnown(
                new Sighting(
                        Server.UNKNOWN.withName(name),
                        times.getLast(),
                        List.of(),
                        Map.of(),
                        new Sighting.Source("", null, "hunt")),
                Set.of(),
                "Known from collected evidence only.",
                Map.of());
        var id = "hunted:" + name.toLowerCase(Locale.ROOT);
        return new Exposed(id, times.getFirst(), times.getLast(), 0, seen, List.of(), intrusions);
    }

    public Server server() {
        return latest.server();
    }

    /// When it was last looked at.
    public Instant seenAt() {
        var at = latest.seenAt();
        return at == null ? lastSeen : at;
    }

    /// The flaws that must be counted as open.
    public List<Flaw> open() {
        return flaws.stream().filter(flaw -> flaw.verdict().isOpen()).toList();
    }

    /// Whether the evidence leaves any flaw undecided.
    public boolean isUndecided() {
        return flaws.stream().map(Flaw::verdict).anyMatch(verdict -> !verdict.isOpen() && !verdict.isSettledSafe());
    }

    /// What says that somebody came in.
    public List<Intrusion> breaches() {
        return intrusions.stream().filter(Intrusion::isBreach).toList();
    }
}
